package io.telcofactory.testkit.opennebula.internal.flow;

import io.telcofactory.testkit.opennebula.internal.flow.FlowService.Role;
import io.telcofactory.testkit.opennebula.internal.oned.Document;
import io.telcofactory.testkit.opennebula.internal.oned.Vm;
import io.telcofactory.testkit.opennebula.internal.oned.VmState;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Tries failed services again, or wipes them. */
final class FlowRecovery {

    /** What {@code one.vm.recover} calls trying the last step again. */
    private static final int RETRY = 2;

    private final FlowEngine engine;
    /** The failed services whose machines are tried again; they keep the state of the failure until all is well. */
    private final Set<Integer> retried = new HashSet<>();

    FlowRecovery(FlowEngine engine) {
        this.engine = engine;
    }

    /** Tries a failed service again, or wipes it with its machines. */
    void recover(Document document, boolean delete) {
        FlowService service = new FlowService(document);
        FlowState state = service.state();
        if (delete) {
            wipe(service);
            return;
        }
        switch (state) {
            case DEPLOYING, SCALING, UNDEPLOYING, DEPLOYING_NETS -> {}
            case FAILED_DEPLOYING -> retryDeploying(service);
            case FAILED_SCALING -> retryScaling(service);
            case COOLDOWN -> {
                service.roles().forEach(role -> role.state(FlowState.RUNNING));
                service.state(FlowState.RUNNING, engine.now());
            }
            default -> throw FlowError.wrongState("Service cannot be recovered", state);
        }
        service.store();
    }

    private void wipe(FlowService service) {
        service.state(FlowState.UNDEPLOYING, engine.now());
        service.roles().forEach(role -> role.state(FlowState.UNDEPLOYING));
        service.store();
        engine.cloud()
                .events()
                .after(
                        Duration.ofMillis(1500),
                        () -> engine.ifPresent(service.document(), later -> {
                            for (Role role : later.roles()) {
                                for (int id : role.machines()) {
                                    Vm vm = engine.cloud().vms().pool.find(id);
                                    if (vm != null && vm.state() != VmState.DONE) {
                                        engine.cloud().lifeCycle().done(vm);
                                    }
                                }
                            }
                            engine.cloud()
                                    .documents()
                                    .pool
                                    .remove(service.document().id());
                        }));
    }

    private void retryDeploying(FlowService service) {
        retried.add(service.document().id());
        for (Role role : service.roles()) {
            if (role.is(FlowState.FAILED_DEPLOYING)) {
                retryFailed(role);
                engine.deployment().create(service, role);
            }
        }
        engine.soon(service.document(), engine::check);
    }

    /** Looks after a failed service, if it is tried again. */
    void check(FlowService service) {
        if (retried.contains(service.document().id())) {
            engine.deployment().check(service);
        }
    }

    /** Tells whether a failed role waits for machines that were tried again. */
    boolean awaits(FlowService service, Role role) {
        return role.is(FlowState.FAILED_DEPLOYING)
                && retried.contains(service.document().id())
                && role.machines().size() == role.cardinality();
    }

    /** Forgets that a service was tried again: it has failed anew, or is well. */
    void settled(FlowService service) {
        retried.remove(service.document().id());
    }

    private void retryFailed(Role role) {
        for (int id : role.machines()) {
            if (engine.machines().hasFailed(id)) {
                engine.cloud()
                        .lifeCycle()
                        .recover(
                                engine.cloud().vms().get(id),
                                RETRY,
                                engine.cloud().oneadmin());
            }
        }
    }

    private void retryScaling(FlowService service) {
        service.state(FlowState.SCALING, engine.now());
        for (Role role : service.roles()) {
            if (role.is(FlowState.FAILED_SCALING)) {
                retryFailed(role);
                role.state(FlowState.SCALING);
                engine.scaling().grow(service, role);
            }
        }
        engine.soon(service.document(), engine::check);
    }
}
