package io.telcofactory.testkit.opennebula;

import io.telcofactory.testkit.opennebula.FlowService.Role;
import java.time.Duration;

/** Tries failed services again, or wipes them. */
final class FlowRecovery {

    private final FlowEngine engine;

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
            case FAILED_DEPLOYING_NETS -> {
                service.state(FlowState.DEPLOYING_NETS, engine.now());
                engine.soon(document, engine.deployment()::deploy);
            }
            case FAILED_SCALING -> retryScaling(service);
            case COOLDOWN -> {
                service.roles().forEach(role -> role.state(FlowState.RUNNING));
                service.state(FlowState.RUNNING, engine.now());
            }
            case WARNING -> engine.soon(document, engine::check);
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
        service.state(FlowState.DEPLOYING, engine.now());
        for (Role role : service.roles()) {
            if (role.is(FlowState.FAILED_DEPLOYING)) {
                recreateFailed(role);
                role.state(FlowState.PENDING);
            }
        }
        engine.soon(service.document(), engine.deployment()::deployRoles);
    }

    private void recreateFailed(Role role) {
        for (int id : role.machines()) {
            if (engine.machines().hasFailed(id)) {
                Vm vm = engine.cloud().vms().get(id);
                engine.cloud().lifeCycle().recover(vm, 4, engine.cloud().oneadmin());
            }
        }
    }

    private void retryScaling(FlowService service) {
        service.state(FlowState.SCALING, engine.now());
        for (Role role : service.roles()) {
            if (role.is(FlowState.FAILED_SCALING)) {
                recreateFailed(role);
                role.state(FlowState.SCALING);
                engine.scaling().grow(service, role);
            }
        }
        engine.soon(service.document(), engine::check);
    }
}
