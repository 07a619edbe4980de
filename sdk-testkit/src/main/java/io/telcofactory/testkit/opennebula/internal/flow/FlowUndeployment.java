package io.telcofactory.testkit.opennebula.internal.flow;

import io.telcofactory.testkit.opennebula.internal.flow.FlowService.Role;
import io.telcofactory.testkit.opennebula.internal.oned.Document;

/** Takes services down, children before their parents. */
final class FlowUndeployment {

    private final FlowEngine engine;

    FlowUndeployment(FlowEngine engine) {
        this.engine = engine;
    }

    /** Takes a service down, children first. */
    void undeploy(Document document) {
        FlowService service = new FlowService(document);
        engine.watchdog().leave(document);
        service.state(FlowState.UNDEPLOYING, engine.now());
        undeployRoles(service);
        service.store();
        engine.soon(document, engine::check);
    }

    private void undeployRoles(FlowService service) {
        for (Role role : service.roles()) {
            boolean waiting = !role.is(FlowState.UNDEPLOYING) && !role.is(FlowState.DONE);
            if (waiting && (!service.straight() || childrenDone(service, role))) {
                role.state(FlowState.UNDEPLOYING);
                engine.machines().end(service, role, role.machines());
            }
        }
    }

    private static boolean childrenDone(FlowService service, Role parent) {
        return service.roles().stream()
                .filter(role -> role.parents().contains(parent.name()))
                .allMatch(role -> role.is(FlowState.DONE));
    }

    /** Looks which roles are gone, and goes on with those that waited for that. */
    void check(FlowService service) {
        boolean progress = false;
        for (Role role : service.roles()) {
            if (role.is(FlowState.UNDEPLOYING) && role.machines().stream().allMatch(engine.machines()::isDone)) {
                role.state(FlowState.DONE);
                progress = true;
            }
        }
        if (service.roles().stream().allMatch(role -> role.is(FlowState.DONE))) {
            engine.networks().delete(service);
            engine.cloud().documents().pool.remove(service.document().id());
        } else if (progress) {
            undeployRoles(service);
            engine.soon(service.document(), engine::check);
        }
    }
}
