package io.telcofactory.testkit.opennebula.internal.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.flow.FlowService.Role;
import io.telcofactory.testkit.opennebula.internal.oned.Cloud;
import io.telcofactory.testkit.opennebula.internal.oned.Document;
import io.telcofactory.testkit.opennebula.internal.oned.ScheduledAction;
import io.telcofactory.testkit.opennebula.internal.oned.Vm;
import io.telcofactory.testkit.opennebula.internal.oned.VmState;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What users do with running services. */
final class FlowServices {

    private static final List<String> IMMUTABLE = List.of(
            "user_inputs",
            "user_inputs_values",
            "deployment",
            "log",
            "name",
            "networks",
            "networks_values",
            "ready_status_gate",
            "state",
            "start_time");

    private static final List<String> IMMUTABLE_IN_ROLES =
            List.of("cardinality", "last_vmname", "nodes", "parents", "state", "template_id");

    private final Cloud cloud;
    private final FlowEngine engine;
    private final FlowDocuments documents;

    FlowServices(Cloud cloud, FlowEngine engine) {
        this.cloud = cloud;
        this.engine = engine;
        this.documents = new FlowDocuments(cloud);
    }

    void delete(Session session, Document document) {
        FlowService service = new FlowService(document);
        FlowState state = service.state();
        if (state == FlowState.PENDING) {
            // The real server is deploying by the time that a second call can come.
            throw FlowError.wrongState("Service cannot be undeployed", FlowState.DEPLOYING);
        }
        boolean refused =
                (state.isTransient() && state != FlowState.UNDEPLOYING) || state.isFailed() || state == FlowState.DONE;
        if (refused) {
            throw FlowError.wrongState("Service cannot be undeployed", state);
        }
        documents.require(session, document, Right.MANAGE, "update");
        engine.undeployment().undeploy(document);
    }

    void act(Session session, Document document, String text) {
        JsonNode action = FlowServer.action(text);
        String perform = action.path("perform").asText();
        JsonNode params = action.path("params");
        if (perform.equals("recover")) {
            documents.require(session, document, Right.MANAGE, "update");
            engine.recovery().recover(document, params.path("delete").asBoolean(false));
        } else if (perform.equals("release")) {
            documents.require(session, document, Right.MANAGE, "update");
            engine.deployment().release(document);
        } else if (ScheduledAction.LIFE_CYCLE.contains(perform)) {
            documents.require(session, document, Right.MANAGE, "update");
            new FlowService(document).roles().forEach(role -> actOn(role, perform, params));
        } else if (!documents.act(session, document, perform, params)) {
            throw new FlowError(500, "Action " + perform + " not supported");
        } else {
            chownMachines(session, document, perform);
        }
    }

    /** The machines follow their service to another owner or group. */
    private void chownMachines(Session session, Document document, String perform) {
        if (perform.equals("chown") || perform.equals("chgrp")) {
            for (Vm vm : cloud.vms().ofService(document.id())) {
                if (vm.state() != VmState.DONE && session.isAdmin()) {
                    cloud.vms().chown(vm, document.ownerId(), document.groupId());
                }
            }
        }
    }

    void scale(Session session, Document document, String text) {
        JsonNode body = FlowJson.read(text, 500);
        FlowService service = new FlowService(document);
        FlowState state = service.state();
        if (state != FlowState.RUNNING) {
            throw FlowError.wrongState("Service cannot be scaled", state);
        }
        documents.require(session, document, Right.MANAGE, "update");
        engine.watchdog().leave(document);
        String role = body.path("role_name").asText("");
        if (service.role(role) == null) {
            throw new FlowError(500, "Role " + role + " not found");
        }
        if (!body.has("force")) {
            throw FlowError.uncaught("unexpected token at '{ \"cardinality\" : "
                    + body.path("cardinality").asText() + ",\n  \"force\" :  }'");
        }
        int cardinality = body.path("cardinality").asInt(0);
        engine.scaling().scale(document, role, cardinality, body.path("force").asBoolean(false));
    }

    void update(Session session, Document document, String text) {
        JsonNode change = FlowJson.read(text, 400);
        FlowService service = new FlowService(document);
        FlowState state = service.state();
        if (state.isTransient() || state.isFailed()) {
            throw FlowError.wrongState("Service cannot be updated", state);
        }
        boolean wrapped = change.has("append");
        if (wrapped && !change.has("template")) {
            throw new FlowError(400, "Missing template to append");
        }
        boolean append = change.path("append").asBoolean(false);
        JsonNode content = wrapped ? FlowJson.read(change.path("template").asText(), 400) : change;
        if (!append && content instanceof ObjectNode template) {
            FlowSchema.check(template);
        }
        documents.require(session, document, Right.MANAGE, "update");
        String immutable = append ? firstNamed(content) : firstChanged(service, content);
        if (immutable != null) {
            throw new FlowError(
                    500,
                    immutable.equals("name")
                            ? "To change `service/name` use rename operation"
                            : "Immutable value: `" + immutable + "` can not be changed");
        }
        ObjectNode body = append ? service.body() : FlowJson.object();
        content.properties().forEach(field -> body.set(field.getKey(), field.getValue()));
        FlowJson.store(document, body);
    }

    private static @Nullable String firstNamed(JsonNode content) {
        return IMMUTABLE.stream()
                .filter(content::hasNonNull)
                .map("service/"::concat)
                .findFirst()
                .orElse(null);
    }

    /** Names what a whole new body would change that can't be changed, or returns null. */
    private static @Nullable String firstChanged(FlowService service, JsonNode content) {
        if (content.path("roles").size() != service.roles().size()) {
            return "service/roles size";
        }
        for (String key : IMMUTABLE) {
            if (!content.path(key).equals(service.body().path(key))) {
                return "service/" + key;
            }
        }
        for (JsonNode role : content.path("roles")) {
            Role own = service.role(role.path("name").asText());
            if (own == null) {
                return "name";
            }
            for (String key : IMMUTABLE_IN_ROLES) {
                if (!role.path(key).equals(own.json().path(key))) {
                    return "role/" + key;
                }
            }
        }
        return null;
    }

    void changeRoles(Document document, String text) {
        JsonNode action = FlowServer.action(text);
        FlowState state = new FlowService(document).state();
        JsonNode asked = action.path("params").path("role");
        String perform = action.path("perform").asText();
        JsonNode role = perform.equals("add_role") && asked.isTextual() ? FlowJson.read(asked.asText(), 400) : asked;
        if (perform.equals("add_role")) {
            FlowSchema.checkRole(role);
        }
        if (state != FlowState.RUNNING) {
            throw FlowError.wrongState("Cannot modify roles", state);
        }
        switch (perform) {
            case "add_role" -> engine.roles().add(document, (ObjectNode) role);
            case "remove_role" -> engine.roles().remove(document, role.asText());
            default -> throw new FlowError(500, "Action " + perform + " not supported");
        }
    }

    private void actOn(FlowService.Role role, String action, JsonNode params) {
        engine.actOnRole(
                role,
                action,
                params.path("period").asInt(0),
                params.path("number").asInt(0),
                params.path("args").asText(""));
    }

    /** Deletes a planned action from the first machine of each role, or of one, that has it; nothing says that none has. */
    void deleteScheduled(Document document, @Nullable String name, String text) {
        if (!text.matches("\\d+")) {
            throw new FlowError(400, "Sched action ID must be an integer number");
        }
        int id = Numbers.integer(text, -1);
        List<Role> roles = new FlowService(document).roles();
        if (name != null && roles.stream().noneMatch(role -> role.name().equals(name))) {
            throw new FlowError(500, "Role '" + name + "' not found");
        }
        for (Role role : roles) {
            if (name == null || role.name().equals(name)) {
                role.machines().stream()
                        .filter(vm -> cloud.scheduledActions().find(Kind.VM, vm, id) != null)
                        .findFirst()
                        .ifPresent(vm -> cloud.scheduledActions().delete(Kind.VM, vm, id));
            }
        }
    }

    void actOnRole(Session session, Document document, String role, String text) {
        JsonNode action = FlowServer.action(text);
        if (!action.path("params").isObject()) {
            throw FlowError.missingKey("[]", "nil:NilClass");
        }
        documents.require(session, document, Right.MANAGE, "update");
        Role found = new FlowService(document).role(role);
        if (found == null) {
            throw new FlowError(500, "Role '" + role + "' not found");
        }
        String perform = action.path("perform").asText();
        if (ScheduledAction.LIFE_CYCLE.contains(perform)) {
            actOn(found, perform, action.path("params"));
        }
    }
}
