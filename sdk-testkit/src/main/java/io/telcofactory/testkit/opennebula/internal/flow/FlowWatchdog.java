package io.telcofactory.testkit.opennebula.internal.flow;

import io.telcofactory.testkit.opennebula.internal.flow.FlowService.Role;
import io.telcofactory.testkit.opennebula.internal.oned.Document;
import io.telcofactory.testkit.opennebula.internal.oned.Vm;
import io.telcofactory.testkit.opennebula.internal.oned.VmState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Watches the machines of services that run: what becomes of one changes its role, and the service. */
final class FlowWatchdog {

    /** What a service hears of a machine; everything else does not concern one that runs. */
    enum Sighting {
        RUNNING,
        TROUBLED,
        DONE,
        OTHER;

        private static final Set<Integer> FAILURES = Set.of(VmState.UNKNOWN, VmState.BOOT_FAILURE);

        static Sighting of(Vm vm) {
            if (vm.isRunning()) {
                return RUNNING;
            }
            return switch (vm.state()) {
                case VmState.DONE -> DONE;
                case VmState.POWEROFF -> TROUBLED;
                case VmState.ACTIVE -> FAILURES.contains(vm.lcm()) ? TROUBLED : OTHER;
                default -> OTHER;
            };
        }
    }

    private final FlowEngine engine;
    /** The services that are watched. */
    private final Set<Integer> watched = new HashSet<>();

    FlowWatchdog(FlowEngine engine) {
        this.engine = engine;
    }

    /** Begins to watch: looks at every machine once. */
    void watch(FlowService service) {
        watched.add(service.document().id());
        for (Role role : service.roles()) {
            for (int id : List.copyOf(role.machines())) {
                Vm vm = engine.cloud().vms().pool.find(id);
                react(service, role, id, vm == null ? Sighting.DONE : Sighting.of(vm));
            }
        }
    }

    /** Stops to watch. A refused scaling may leave it at that, as on the real server. */
    void leave(Document service) {
        watched.remove(service.id());
    }

    /** Hears of one machine. */
    void hear(FlowService service, Role role, int machine, Sighting sighting) {
        if (watched.contains(service.document().id())) {
            react(service, role, machine, sighting);
        }
    }

    private void react(FlowService service, Role role, int machine, Sighting sighting) {
        switch (sighting) {
            case TROUBLED -> {
                become(service, FlowState.WARNING);
                role.state(FlowState.WARNING);
            }
            case RUNNING -> {
                role.state(FlowState.RUNNING);
                if (service.roles().stream().allMatch(each -> each.is(FlowState.RUNNING))) {
                    become(service, FlowState.RUNNING);
                }
            }
            case DONE -> forget(service, role, machine);
            case OTHER -> {}
        }
    }

    private void become(FlowService service, FlowState state) {
        if (service.state() != state) {
            service.state(state, engine.now());
        }
    }

    /** A machine that ended by itself leaves its role, which wants one fewer from then on. */
    private void forget(FlowService service, Role role, int machine) {
        if (!role.machines().contains(machine)) {
            return;
        }
        if (role.cardinality() > 0) {
            service.cardinality(role, role.cardinality() - 1, engine.now());
        }
        role.remove(machine);
        boolean empty =
                service.roles().stream().allMatch(each -> each.machines().isEmpty());
        if (empty && service.body().path("automatic_deletion").asBoolean(false)) {
            engine.later(service.document(), engine.undeployment()::undeploy);
        }
    }
}
