package io.telcofactory.api.spi;

import io.telcofactory.api.Ref;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.service.Workload;
import java.util.stream.Stream;

/**
 * A role and whose it is.
 *
 * @param workload a service, or a network function
 * @param role one of its roles
 * @since 0.1
 */
public record WorkloadRole(Workload workload, Role role) {

    static Stream<WorkloadRole> allOf(Workload workload) {
        return workload.roles().stream().map(role -> new WorkloadRole(workload, role));
    }

    /**
     * Returns what findings about the role are attached to.
     *
     * @return the workload's reference
     */
    public Ref ref() {
        return workload.ref();
    }
}
