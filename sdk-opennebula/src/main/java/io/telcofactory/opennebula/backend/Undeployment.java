package io.telcofactory.opennebula.backend;

import io.telcofactory.api.error.ConflictException;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.flow.Service;
import io.telcofactory.opennebula.model.IdSet;
import io.telcofactory.opennebula.model.Vm;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes OneFlow services away and waits for the end of their machines. A service that can't be undeployed in its state is recovered away.
 */
final class Undeployment {
    private static final String DELETE = "DELETE /service/ID";
    private static final String RECOVER = "POST /service/ID/action recover";

    private final Job job;
    private final Pools pools;
    private final ServiceParts parts;
    private final Steps steps;

    Undeployment(Job job, Pools pools, ServiceParts parts, Steps steps) {
        this.job = job;
        this.pools = pools;
        this.parts = parts;
        this.steps = steps;
    }

    /** Takes every service of the name away; there is more than one only after a lost answer. */
    void undeploy() {
        parts.services().forEach(this::undeploy);
    }

    /** Takes away all services of the name but the oldest. */
    void undeployCopies() {
        parts.services().stream().skip(1).forEach(this::undeploy);
    }

    private void undeploy(Service service) {
        List<Integer> vms = service.vmIds();
        end(service.id());
        job.patience()
                .await(
                        "the end of service " + parts.name(),
                        () -> gone(service.id()),
                        () -> find(service.id()).map(ServiceView::text).orElse("gone"));
        job.patience()
                .await(
                        "the end of the machines of service " + parts.name(),
                        () -> done(vms),
                        () -> left(vms)
                                .map(vm -> "vm " + vm.id() + " " + vm.stateName())
                                .collect(Collectors.joining(", ")));
    }

    private void end(int id) {
        try {
            steps.until(
                    DELETE,
                    () -> find(id).map(Undeployment::leaving).orElse(true),
                    () -> job.flow().services().delete(id));
        } catch (ConflictException refused) {
            recoverAway(id);
        }
    }

    private void recoverAway(int id) {
        steps.until(
                RECOVER,
                () -> find(id).map(Undeployment::leaving).orElse(true),
                () -> job.flow().services().recoverDelete(id));
    }

    private Optional<Boolean> gone(int id) {
        pools.changedBy(DELETE);
        Optional<Service> left = find(id);
        if (left.filter(found -> !leaving(found)).isPresent()) {
            recoverAway(id);
        }
        return left.isPresent() ? Optional.empty() : Optional.of(true);
    }

    private Optional<Service> find(int id) {
        return parts.services().stream().filter(found -> found.id() == id).findFirst();
    }

    private static boolean leaving(Service service) {
        return Phase.of(service) == Phase.LEAVING;
    }

    private Optional<Boolean> done(List<Integer> vms) {
        return left(vms).findAny().isPresent() ? Optional.empty() : Optional.of(true);
    }

    private Stream<Vm> left(List<Integer> ids) {
        if (ids.isEmpty()) {
            return Stream.empty();
        }
        try (Stream<Vm> vms = job.one().vms().list(IdSet.of(ids), false)) {
            return vms.filter(vm -> !vm.done()).toList().stream();
        }
    }
}
