package io.telcofactory.testkit.opennebula;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.testkit.opennebula.FlowService.Role;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes the number of machines of a role, with the cooldown that follows. */
final class FlowScaling {

    private final FlowEngine engine;

    FlowScaling(FlowEngine engine) {
        this.engine = engine;
    }

    /** Changes the number of machines of a role. */
    void scale(Document document, String roleName, int cardinality, boolean force) {
        FlowService service = new FlowService(document);
        Role role = find(service, roleName);
        if (cardinality == role.cardinality()) {
            throw new FlowError(500, "Cardinality of " + roleName + " is already at " + cardinality);
        }
        if (!force) {
            checkBounds(role, cardinality);
        }
        int current = role.cardinality();
        role.cardinality(cardinality);
        boolean up = cardinality > current;
        role.json().put("scale_way", up ? 0 : 1);
        String sentence = "Role " + roleName + " scaling " + (up ? "up" : "down") + " from " + current + " to ";
        service.log("I", sentence + cardinality + " nodes", engine.now());
        service.state(FlowState.SCALING, engine.now());
        role.state(FlowState.SCALING);
        for (JsonNode policy : role.json().path("elasticity_policies")) {
            ((ObjectNode) policy).remove("true_evals");
        }
        FlowError failure = cardinality >= current ? grow(service, role) : shrink(service, role);
        service.store();
        engine.soon(document, engine::check);
        if (failure != null) {
            throw failure;
        }
    }

    static Role find(FlowService service, String name) {
        Role role = service.role(name);
        if (role == null) {
            throw new FlowError(500, "Role " + name + " not found");
        }
        return role;
    }

    private static void checkBounds(Role role, int cardinality) {
        JsonNode json = role.json();
        if (json.has("min_vms") && cardinality < json.path("min_vms").asInt()) {
            throw new FlowError(
                    500, "Minimum cardinality is " + json.path("min_vms").asInt());
        }
        if (json.has("max_vms") && cardinality > json.path("max_vms").asInt()) {
            throw new FlowError(
                    500, "Maximum cardinality is " + json.path("max_vms").asInt());
        }
    }

    /** Makes the machines that a role misses; returns what went wrong, or null. */
    @Nullable FlowError grow(FlowService service, Role role) {
        try {
            while (role.nodes().size() < role.cardinality()) {
                engine.machines().create(service, role, false);
            }
            return null;
        } catch (FlowError refused) {
            role.state(FlowState.FAILED_SCALING);
            service.log("E", FlowDeployment.failure(role, refused), engine.now());
            service.state(FlowState.FAILED_SCALING, engine.now());
            return refused.status() == 500 || refused.status() == 401 ? new FlowError(500, refused.text()) : refused;
        }
    }

    private @Nullable FlowError shrink(FlowService service, Role role) {
        Session owner = engine.machines().owner(service.document());
        int surplus = role.nodes().size() - role.cardinality();
        for (int id : List.copyOf(engine.machines().oldest(role, surplus))) {
            for (JsonNode node : role.nodes()) {
                if (node.path("deploy_id").asInt() == id) {
                    ((ObjectNode) node).put("disposed", true);
                }
            }
            engine.machines().terminate(id, shutdown(service, role), owner);
        }
        return null;
    }

    /** How the machines of a role end. */
    static String shutdown(FlowService service, Role role) {
        String action = role.json()
                .path("shutdown_action")
                .asText(service.body().path("shutdown_action").asText("terminate"));
        return action.replace("shutdown", "terminate");
    }

    /** Looks whether the roles that change have the machines they should have. */
    void check(FlowService service) {
        for (Role role : service.roles()) {
            if (role.is(FlowState.SCALING)) {
                dropDisposed(role);
                engine.dropEnded(role);
                if (role.machines().stream().anyMatch(engine.machines()::hasFailed)) {
                    role.state(FlowState.FAILED_SCALING);
                    service.state(FlowState.FAILED_SCALING, engine.now());
                    return;
                }
                if (role.nodes().size() == role.cardinality()
                        && engine.deployment().allUp(service, role)) {
                    coolDown(service, role);
                }
            }
        }
    }

    private void dropDisposed(Role role) {
        ArrayNode nodes = role.nodes();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            boolean disposed = nodes.get(i).path("disposed").asBoolean(false);
            if (disposed
                    && engine.machines().isDone(nodes.get(i).path("deploy_id").asInt())) {
                nodes.remove(i);
            }
        }
    }

    private void coolDown(FlowService service, Role role) {
        role.state(FlowState.COOLDOWN);
        role.json().remove("scale_way");
        service.state(FlowState.COOLDOWN, engine.now());
        String name = role.name();
        engine.cloud()
                .events()
                .after(
                        Duration.ofSeconds(role.cooldown()),
                        () -> engine.ifPresent(service.document(), later -> {
                            Role cooled = later.role(name);
                            if (later.state() == FlowState.COOLDOWN && cooled != null) {
                                cooled.state(FlowState.RUNNING);
                                later.state(FlowState.RUNNING, engine.now());
                            }
                        }));
    }
}
