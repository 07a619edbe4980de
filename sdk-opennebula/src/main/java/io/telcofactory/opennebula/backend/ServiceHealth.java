package io.telcofactory.opennebula.backend;

import io.telcofactory.api.Health;
import io.telcofactory.api.Resource;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.spi.Stamp;
import io.telcofactory.opennebula.backend.render.FlowNames;
import io.telcofactory.opennebula.flow.Service;
import io.telcofactory.opennebula.flow.ServiceRole;
import io.telcofactory.opennebula.model.Vm;
import io.telcofactory.opennebula.model.VmState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a service is, judged by its machines. OneFlow's state alone misleads: a service whose machines were ended by others is RUNNING without
 * any, and one that could not be scaled is FAILED_SCALING although everything that ran before still runs.
 *
 * @param health how it is
 * @param reason which machines are missing, and why
 */
record ServiceHealth(Health health, String reason) {

    static ServiceHealth of(ServiceParts parts, Collection<Vm> vms) {
        return parts.service()
                .map(service -> of(service, parts.stamp().map(Stamp::value), vms))
                .orElseGet(() -> new ServiceHealth(Health.MISSING, "its templates are there, but no service runs"));
    }

    private static ServiceHealth of(Service service, Optional<Resource> applied, Collection<Vm> vms) {
        Phase phase = Phase.of(service);
        List<String> shortages = new ArrayList<>();
        boolean deadEnd = false;
        boolean lost = false;
        for (Map.Entry<String, Integer> wanted : wanted(service, applied).entrySet()) {
            List<Vm> machines = machines(service, wanted.getKey(), vms);
            List<Vm> troubled = machines.stream().filter(vm -> !vm.running()).toList();
            int running = machines.size() - troubled.size();
            if (running < wanted.getValue()) {
                shortages.add(
                        running + " of " + wanted.getValue() + " of " + wanted.getKey() + Diagnosis.delays(troubled));
                deadEnd |= troubled.stream().anyMatch(vm -> vm.deadEnd().isPresent());
                lost |= running == 0 && troubled.stream().noneMatch(ServiceHealth::mayComeBack);
            }
        }
        String state = "OneFlow says " + ServiceView.text(service);
        if (shortages.isEmpty()) {
            return switch (phase) {
                case UP -> new ServiceHealth(Health.READY, "");
                case IMPAIRED -> new ServiceHealth(Health.DEGRADED, "all its machines run, but " + state);
                case STILLBORN, STUCK -> new ServiceHealth(Health.FAILED, state);
                case COMING, SCALING, LEAVING -> new ServiceHealth(Health.PROGRESSING, state);
            };
        }
        String reason = "running are " + String.join("; ", shortages) + "; " + state;
        return new ServiceHealth(
                switch (phase) {
                    case STILLBORN, STUCK -> Health.FAILED;
                    case LEAVING -> Health.PROGRESSING;
                    case COMING, SCALING -> deadEnd ? impaired(lost) : Health.PROGRESSING;
                    case UP, IMPAIRED -> impaired(lost);
                },
                reason);
    }

    private static Health impaired(boolean lost) {
        return lost ? Health.FAILED : Health.DEGRADED;
    }

    /** Whether a machine that does not run may do so without anybody's help, for example since its host is only out of sight. */
    private static boolean mayComeBack(Vm vm) {
        boolean onItsWay = vm.state() == VmState.ACTIVE || vm.state() == VmState.PENDING || vm.state() == VmState.INIT;
        return onItsWay && vm.deadEnd().isEmpty();
    }

    /** How many machines each role must have: what it was given, and no fewer than the blueprint's least, which OneFlow forgets. */
    private static Map<String, Integer> wanted(Service service, Optional<Resource> applied) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        applied.filter(Workload.class::isInstance)
                .map(Workload.class::cast)
                .ifPresent(value -> value.roles()
                        .forEach(
                                role -> wanted.put(role.name(), role.instances().min())));
        service.roles().forEach(role -> wanted.merge(FlowNames.fromFlow(role.name()), role.cardinality(), Math::max));
        return wanted;
    }

    private static List<Vm> machines(Service service, String role, Collection<Vm> vms) {
        List<Integer> ids = service.roles().stream()
                .filter(found -> FlowNames.fromFlow(found.name()).equals(role))
                .findFirst()
                .map(ServiceRole::vmIds)
                .orElse(List.of());
        return vms.stream().filter(vm -> ids.contains(vm.id())).toList();
    }
}
