package io.telcofactory.opennebula.flow;

import io.telcofactory.opennebula.model.Stateful;
import java.util.List;
import java.util.Optional;

/**
 * A service: roles of VMs that are deployed and scaled together.
 *
 * @since 0.1
 */
public final class Service extends FlowDocument implements Stateful {

    /**
     * Looks at a document.
     *
     * @param document the content of {@code DOCUMENT}
     */
    public Service(FlowNode document) {
        super(document);
    }

    /**
     * Returns the state.
     *
     * @return never null
     */
    public ServiceState state() {
        return ServiceState.of(body().integer("state").orElse(-1));
    }

    /**
     * Returns the roles.
     *
     * @return in the order of the template
     */
    public List<ServiceRole> roles() {
        return body().items("roles").stream().map(ServiceRole::new).toList();
    }

    /**
     * Returns a role.
     *
     * @param name its name
     * @return the role, or nothing
     */
    public Optional<ServiceRole> role(String name) {
        return roles().stream().filter(role -> role.name().equals(name)).findFirst();
    }

    /**
     * Returns the VMs of all roles.
     *
     * @return ids
     */
    public List<Integer> vmIds() {
        return roles().stream().flatMap(role -> role.vmIds().stream()).toList();
    }

    /**
     * Returns what OneFlow noted about the service.
     *
     * @return oldest first, with severity
     */
    public List<String> log() {
        return body().items("log").stream()
                .map(entry -> entry.text("severity").orElse("") + " "
                        + entry.text("message").orElse(""))
                .map(String::strip)
                .toList();
    }

    @Override
    public String stateName() {
        return state().toString();
    }

    @Override
    public Optional<String> deadEnd() {
        if (!state().name().startsWith("FAILED_") && state() != ServiceState.DONE) {
            return Optional.empty();
        }
        List<String> log = log();
        String last = log.isEmpty() ? "" : "; the last entry of its log: " + log.get(log.size() - 1);
        return Optional.of("The service is in state " + state() + last);
    }
}
