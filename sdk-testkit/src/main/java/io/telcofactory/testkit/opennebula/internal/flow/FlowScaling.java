package io.telcofactory.testkit.opennebula.internal.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.testkit.opennebula.internal.flow.FlowService.Role;
import io.telcofactory.testkit.opennebula.internal.oned.Document;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes the number of machines of a role, with the cooldown that follows. */
public final class FlowScaling {

    private final FlowEngine engine;

    FlowScaling(FlowEngine engine) {
        this.engine = engine;
    }

    /** Changes the number of machines of a role. */
    public void scale(Document document, String roleName, int cardinality, boolean force) {
        FlowService service = new FlowService(document);
        engine.watchdog().leave(document);
        Role role = find(service, roleName);
        String refusal = refusal(role, cardinality, force);
        if (refusal != null) {
            engine.watchdog().watch(service);
            service.store();
            throw new FlowError(500, "Can't scale service " + document.id() + ": " + refusal);
        }
        if (cardinality == role.cardinality()) {
            throw new FlowError(500, "Cardinality of " + roleName + " is already at " + cardinality);
        }
        int current = role.cardinality();
        service.cardinality(role, cardinality, engine.now());
        role.json().put("scale_way", cardinality > current ? 0 : 1);
        service.state(FlowState.SCALING, engine.now());
        role.state(FlowState.SCALING);
        for (JsonNode policy : role.json().path("elasticity_policies")) {
            ((ObjectNode) policy).remove("true_evals");
        }
        FlowError failure = null;
        if (cardinality > current) {
            failure = grow(service, role);
        } else {
            shrink(service, role);
        }
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

    private static @Nullable String refusal(Role role, int cardinality, boolean force) {
        if (role.isRouter()) {
            return "Virtual Router role " + role.name() + " does not support cardinality update";
        }
        String minimum = role.json().path("min_vms").asText("");
        int least = Numbers.integer(minimum, 0);
        int most = role.json().path("max_vms").asInt(cardinality);
        if (force || (cardinality >= least && cardinality <= most)) {
            return null;
        }
        return cardinality < least ? "Minimum cardinality is " + minimum : "Maximum cardinality is " + most;
    }

    /** Makes the machines that a role misses; returns what went wrong, or null. */
    @Nullable FlowError grow(FlowService service, Role role) {
        try {
            engine.machines().complete(service, role);
            return null;
        } catch (FlowError refused) {
            role.state(FlowState.FAILED_SCALING);
            service.state(FlowState.FAILED_SCALING, engine.now());
            return new FlowError(500, "Error deploying role " + role.name() + ": " + refused.text());
        }
    }

    private void shrink(FlowService service, Role role) {
        int surplus = role.nodes().size() - role.cardinality();
        List<Integer> leaving = List.copyOf(engine.machines().oldest(role, surplus));
        for (JsonNode node : role.nodes()) {
            if (leaving.contains(node.path("deploy_id").asInt())) {
                ((ObjectNode) node).put("disposed", true);
            }
        }
        engine.machines().end(service, role, leaving);
    }

    /** Looks whether the roles that change have the machines they should have. */
    void check(FlowService service) {
        for (Role role : service.roles()) {
            if (role.is(FlowState.SCALING)) {
                dropDisposed(role);
                dropEnded(role);
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

    /** Forgets machines that ended by themselves; the role has as many fewer. */
    private void dropEnded(Role role) {
        for (int id : role.machines()) {
            if (engine.machines().isDone(id)) {
                role.remove(id);
                role.cardinality(role.cardinality() - 1);
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
                                engine.running(later);
                            }
                        }));
    }
}
