package io.telcofactory.testkit.opennebula;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.testkit.opennebula.FlowService.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes services up: networks first, then the roles in the order of their parents. */
final class FlowDeployment {

    private static final Duration FIRST_STEP = Duration.ofMillis(50);
    private static final Duration NETWORKS = Duration.ofMillis(300);

    private final FlowEngine engine;
    private final Cloud cloud;

    FlowDeployment(FlowEngine engine, Cloud cloud) {
        this.engine = engine;
        this.cloud = cloud;
    }

    /** Takes a new service up. */
    void start(Document document) {
        engine.later(document, FIRST_STEP, service -> {
            service.state(FlowState.DEPLOYING_NETS, engine.now());
            service.roles().forEach(Role::complete);
            if (startable(service).isEmpty() && service.roles().stream().anyMatch(role -> role.cardinality() > 0)) {
                // An unknown parent or a cycle: the real server stays in DEPLOYING_NETS for ever.
                return;
            }
            engine.later(document, NETWORKS, this::deploy);
        });
    }

    /** Makes the networks, then starts the first roles. */
    void deploy(FlowService service) {
        if (service.state() != FlowState.DEPLOYING_NETS) {
            return;
        }
        if (!engine.networks().make(service)) {
            service.log("E", "Error deploying networks", engine.now());
            service.state(FlowState.FAILED_DEPLOYING_NETS, engine.now());
            return;
        }
        fillValues(service);
        service.body().put("state", FlowState.DEPLOYING.number());
        deployRoles(service);
    }

    /** Puts networks and inputs into the roles. */
    private static void fillValues(FlowService service) {
        service.roles().forEach(role -> fillValues(service, role));
    }

    /** Puts networks and inputs into one role. */
    static void fillValues(FlowService service, Role role) {
        ObjectNode contents = role.contents();
        for (JsonNode networks : service.body().path("networks_values")) {
            for (Map.Entry<String, JsonNode> network : networks.properties()) {
                replaceNetwork(
                        contents,
                        "$" + network.getKey(),
                        network.getValue().path("id").asText());
            }
        }
        for (Map.Entry<String, JsonNode> input :
                service.body().path("user_inputs_values").properties()) {
            ObjectNode context =
                    contents.path("CONTEXT") instanceof ObjectNode existing ? existing : contents.putObject("CONTEXT");
            context.put(input.getKey(), "$" + input.getKey());
            contents.set(input.getKey(), input.getValue());
        }
    }

    private static void replaceNetwork(ObjectNode contents, String variable, String id) {
        for (JsonNode nic : contents.path("NIC")) {
            if (nic.path("NETWORK_ID").asText().equals(variable)) {
                ((ObjectNode) nic).put("NETWORK_ID", id);
            }
        }
    }

    /** The roles that wait and whose parents all run. */
    private static List<Role> startable(FlowService service) {
        List<Role> roles = new ArrayList<>();
        for (Role role : service.roles()) {
            boolean ready = !service.straight();
            if (!ready) {
                ready = true;
                for (String parent : role.parents()) {
                    Role found = service.role(parent);
                    ready &= found != null && found.is(FlowState.RUNNING);
                }
            }
            if (role.is(FlowState.PENDING) && ready) {
                roles.add(role);
            }
        }
        return roles;
    }

    /** Starts the roles that can start. */
    void deployRoles(FlowService service) {
        boolean holdAll = service.body().path("on_hold").asBoolean(false);
        for (Role role : startable(service)) {
            boolean hold = holdAll || role.json().path("on_hold").asBoolean(false);
            if (!create(service, role, hold)) {
                return;
            }
            if (hold) {
                role.json().put("state", Role.HOLD).put("on_hold", true);
                service.state(FlowState.HOLD, engine.now());
            } else {
                role.state(FlowState.DEPLOYING);
            }
        }
        if (service.state() == FlowState.DEPLOYING) {
            if (!logged(service)) {
                service.state(FlowState.DEPLOYING, engine.now());
            }
            check(service);
        }
    }

    private static boolean logged(FlowService service) {
        JsonNode log = service.body().path("log");
        String last = log.path(log.size() - 1).path("message").asText();
        return last.equals("New state: " + FlowState.DEPLOYING);
    }

    /** Makes the missing machines of a role; false when the service has failed over it. */
    boolean create(FlowService service, Role role, boolean hold) {
        try {
            while (role.nodes().size() < role.cardinality()) {
                engine.machines().create(service, role, hold);
            }
            return true;
        } catch (FlowError refused) {
            role.state(FlowState.FAILED_DEPLOYING);
            service.log("E", failure(role, refused), engine.now());
            service.state(FlowState.FAILED_DEPLOYING, engine.now());
            return false;
        }
    }

    static String failure(Role role, FlowError refused) {
        return "Role " + role.name() + " : Instantiate failed for template "
                + role.json().path("template_id").asInt() + "; " + refused.text();
    }

    /** Looks whether the roles that start are up, and starts those that waited for them. */
    void check(FlowService service) {
        boolean started = false;
        for (Role role : service.roles()) {
            if (role.is(FlowState.DEPLOYING)) {
                if (role.machines().stream().anyMatch(engine.machines()::hasFailed)) {
                    role.state(FlowState.FAILED_DEPLOYING);
                    service.state(FlowState.FAILED_DEPLOYING, engine.now());
                    return;
                }
                if (allUp(service, role)) {
                    role.state(FlowState.RUNNING);
                    started = true;
                }
            }
        }
        if (service.roles().stream().allMatch(role -> role.is(FlowState.RUNNING))) {
            service.state(FlowState.RUNNING, engine.now());
        } else if (started) {
            deployRoles(service);
        }
    }

    /** Tells whether all machines of a role are up, and ready where the service waits for that. */
    boolean allUp(FlowService service, Role role) {
        return role.machines().stream().allMatch(id -> engine.machines().isUp(id, service.gated()));
    }

    /** Starts what was held back. */
    void release(Document document) {
        FlowService service = new FlowService(document);
        boolean held = service.roles().stream().anyMatch(role -> role.stateNumber() == Role.HOLD);
        if (!held) {
            throw new FlowError(500, "Service has no roles in HOLD");
        }
        for (Role role : service.roles()) {
            if (role.stateNumber() == Role.HOLD) {
                role.state(FlowState.DEPLOYING);
                role.machines()
                        .forEach(id -> cloud.lifeCycle()
                                .act(
                                        cloud.vms().get(id),
                                        "release",
                                        engine.machines().owner(document)));
            }
        }
        service.state(FlowState.DEPLOYING, engine.now());
        service.store();
    }
}
