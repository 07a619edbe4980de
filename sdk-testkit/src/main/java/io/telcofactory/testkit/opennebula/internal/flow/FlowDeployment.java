package io.telcofactory.testkit.opennebula.internal.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.testkit.opennebula.internal.flow.FlowService.Role;
import io.telcofactory.testkit.opennebula.internal.oned.Cloud;
import io.telcofactory.testkit.opennebula.internal.oned.Document;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes services up: networks first, then the roles in the order of their parents. */
final class FlowDeployment {

    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)");
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
            service.roles().forEach(Role::complete);
            if (!engine.networks().make(service)) {
                service.state(FlowState.FAILED_DEPLOYING, engine.now());
                return;
            }
            service.state(FlowState.DEPLOYING_NETS, engine.now());
            if (startable(service).isEmpty() && service.roles().stream().anyMatch(role -> role.cardinality() > 0)) {
                // An unknown parent or a cycle: the real server stays in DEPLOYING_NETS for ever.
                return;
            }
            engine.later(document, NETWORKS, this::deploy);
        });
    }

    /** Fills in the networks when they are ready, then starts the first roles. */
    void deploy(FlowService service) {
        if (service.state() != FlowState.DEPLOYING_NETS) {
            return;
        }
        if (!engine.networks().areReady(service)) {
            engine.later(service.document(), NETWORKS, this::deploy);
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

    /** Puts networks and inputs into one role; its own inputs go before those of the service. */
    static void fillValues(FlowService service, Role role) {
        ObjectNode contents = role.contents();
        for (JsonNode nic : contents.path("NIC")) {
            Matcher variable = VARIABLE.matcher(nic.path("NETWORK_ID").asText());
            if (nic instanceof ObjectNode object && variable.find()) {
                service.networkId(variable.group(1)).ifPresent(id -> object.set("NETWORK_ID", id));
            }
        }
        ObjectNode inputs = FlowJson.object();
        for (JsonNode values :
                List.of(service.body().path("user_inputs_values"), role.json().path("user_inputs_values"))) {
            FlowTemplates.merge(inputs, values);
        }
        for (Map.Entry<String, JsonNode> input : inputs.properties()) {
            ObjectNode context =
                    contents.path("CONTEXT") instanceof ObjectNode existing ? existing : contents.putObject("CONTEXT");
            context.put(input.getKey(), "$" + input.getKey());
            contents.set(input.getKey(), input.getValue());
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
            if (hold) {
                role.json().put("on_hold", true);
            }
            if (!create(service, role)) {
                service.state(FlowState.FAILED_DEPLOYING, engine.now());
                return;
            }
            if (hold) {
                role.json().put("state", Role.HOLD);
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
    boolean create(FlowService service, Role role) {
        try {
            engine.machines().complete(service, role);
            return true;
        } catch (FlowError refused) {
            role.state(FlowState.FAILED_DEPLOYING);
            return false;
        }
    }

    /** Looks whether the roles that start are up, and starts those that waited for them. */
    void check(FlowService service) {
        boolean started = false;
        for (Role role : service.roles()) {
            if (role.is(FlowState.DEPLOYING) || engine.recovery().awaits(service, role)) {
                if (role.machines().stream().anyMatch(engine.machines()::hasFailed)) {
                    role.state(FlowState.FAILED_DEPLOYING);
                    service.state(FlowState.FAILED_DEPLOYING, engine.now());
                    engine.recovery().settled(service);
                    return;
                }
                if (allUp(service, role)) {
                    role.state(FlowState.RUNNING);
                    started = true;
                }
            }
        }
        if (service.roles().stream().allMatch(role -> role.is(FlowState.RUNNING))) {
            engine.recovery().settled(service);
            engine.running(service);
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
