package io.telcofactory.testkit.opennebula.internal.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.testkit.opennebula.internal.flow.FlowService.Role;
import io.telcofactory.testkit.opennebula.internal.oned.Document;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Roles that a running service gets or loses. */
final class FlowRoles {

    private final FlowEngine engine;
    /** The role that is on its way, by service. */
    private final Map<Integer, String> changing = new HashMap<>();

    FlowRoles(FlowEngine engine) {
        this.engine = engine;
    }

    void add(Document document, ObjectNode json) {
        FlowService service = new FlowService(document);
        String name = json.path("name").asText();
        if (service.role(name) != null) {
            throw new FlowError(500, "Role " + name + " already exists");
        }
        engine.watchdog().leave(document);
        ObjectNode copy = json.deepCopy();
        copy.put("state", FlowState.PENDING.number());
        ((ArrayNode) service.body().path("roles")).add(copy);
        Role role = new Role(copy);
        role.complete();
        FlowDeployment.fillValues(service, role);
        if (engine.deployment().create(service, role)) {
            role.state(FlowState.DEPLOYING);
            service.state(FlowState.DEPLOYING, engine.now());
            changing.put(document.id(), name);
        } else {
            service.state(FlowState.FAILED_DEPLOYING, engine.now());
        }
        service.store();
        engine.soon(document, engine::check);
    }

    /** Looks after a role that is added; false when none is. */
    boolean checkAdded(FlowService service) {
        Role role = changing(service);
        if (role == null || !role.is(FlowState.DEPLOYING)) {
            return false;
        }
        if (role.machines().stream().anyMatch(engine.machines()::hasFailed)) {
            role.state(FlowState.FAILED_DEPLOYING);
            changing.remove(service.document().id());
            service.state(FlowState.FAILED_DEPLOYING, engine.now());
        } else if (engine.deployment().allUp(service, role)) {
            role.state(FlowState.RUNNING);
            changing.remove(service.document().id());
            engine.running(service);
        }
        return true;
    }

    private @Nullable Role changing(FlowService service) {
        String name = changing.get(service.document().id());
        return name == null ? null : service.role(name);
    }

    void remove(Document document, String name) {
        FlowService service = new FlowService(document);
        Role role = service.role(name);
        if (role == null) {
            throw new FlowError(500, "Role " + name + " does not exist");
        }
        engine.watchdog().leave(document);
        role.state(FlowState.UNDEPLOYING);
        service.state(FlowState.UNDEPLOYING, engine.now());
        changing.put(document.id(), name);
        engine.machines().end(service, role, role.machines());
        service.store();
        engine.soon(document, engine::check);
    }

    /** Looks after a role that is removed; false when none is. */
    boolean checkRemoved(FlowService service) {
        Role role = changing(service);
        if (role == null) {
            return false;
        }
        if (role.machines().stream().allMatch(engine.machines()::isDone)) {
            ArrayNode roles = (ArrayNode) service.body().path("roles");
            for (int i = roles.size() - 1; i >= 0; i--) {
                if (roles.get(i).path("name").asText().equals(role.name())) {
                    roles.remove(i);
                }
            }
            changing.remove(service.document().id());
            if (roles.isEmpty()) {
                engine.networks().delete(service);
                engine.cloud().documents().pool.remove(service.document().id());
            } else {
                engine.running(service);
            }
        }
        return true;
    }
}
