package io.telcofactory.testkit.opennebula;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.testkit.opennebula.FlowService.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs services: start in the order of parents, scaling with cooldown, undeployment in reverse, recovery. */
final class FlowEngine {

    /** How long OneFlow needs to see a change of a machine. */
    private static final Duration NOTICE = Duration.ofMillis(500);

    private static final Duration FIRST_STEP = Duration.ofMillis(50);
    private static final Duration NETWORKS = Duration.ofMillis(300);
    /** Actions on a role become scheduled actions of its machines, which are looked at once a minute. */
    private static final Duration SCHEDULED = Duration.ofSeconds(70);

    private final Cloud cloud;
    private final FlowMachines machines;
    private final FlowNetworks networks;

    FlowEngine(Cloud cloud) {
        this.cloud = cloud;
        this.machines = new FlowMachines(cloud);
        this.networks = new FlowNetworks(cloud, machines);
        cloud.onVmChange(this::changed);
    }

    private long now() {
        return cloud.events().epochSecond();
    }

    /** Runs a step on a service a moment later, if it still exists. */
    private void soon(Document document, Consumer<FlowService> step) {
        later(document, NOTICE, step);
    }

    private void later(Document document, Duration delay, Consumer<FlowService> step) {
        cloud.events().after(delay, () -> ifPresent(document, step));
    }

    private void ifPresent(Document document, Consumer<FlowService> step) {
        if (cloud.documents().pool.find(document.id()) == document) {
            FlowService service = new FlowService(document);
            step.accept(service);
            service.store();
        }
    }

    /** Takes a new service up. */
    void start(Document document) {
        later(document, FIRST_STEP, service -> {
            service.state(FlowState.DEPLOYING_NETS, now());
            service.roles().forEach(Role::complete);
            if (startable(service).isEmpty() && service.roles().stream().anyMatch(role -> role.cardinality() > 0)) {
                // An unknown parent or a cycle: the real server stays in DEPLOYING_NETS for ever.
                return;
            }
            later(document, NETWORKS, this::deploy);
        });
    }

    private void deploy(FlowService service) {
        if (service.state() != FlowState.DEPLOYING_NETS) {
            return;
        }
        if (!networks.make(service)) {
            service.log("E", "Error deploying networks", now());
            service.state(FlowState.FAILED_DEPLOYING_NETS, now());
            return;
        }
        fillValues(service);
        service.body().put("state", FlowState.DEPLOYING.number());
        deployRoles(service);
    }

    /** Puts networks and inputs into the roles. */
    private static void fillValues(FlowService service) {
        JsonNode inputs = service.body().path("user_inputs_values");
        for (Role role : service.roles()) {
            ObjectNode contents = role.contents();
            for (JsonNode networks : service.body().path("networks_values")) {
                for (Map.Entry<String, JsonNode> network : networks.properties()) {
                    replaceNetwork(
                            contents,
                            "$" + network.getKey(),
                            network.getValue().path("id").asText());
                }
            }
            for (Map.Entry<String, JsonNode> input : inputs.properties()) {
                ObjectNode context = contents.path("CONTEXT") instanceof ObjectNode existing
                        ? existing
                        : contents.putObject("CONTEXT");
                context.put(input.getKey(), "$" + input.getKey());
                contents.set(input.getKey(), input.getValue());
            }
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

    private void deployRoles(FlowService service) {
        boolean holdAll = service.body().path("on_hold").asBoolean(false);
        for (Role role : startable(service)) {
            boolean hold = holdAll || role.json().path("on_hold").asBoolean(false);
            if (!create(service, role, hold)) {
                return;
            }
            if (hold) {
                role.json().put("state", Role.HOLD);
                service.state(FlowState.HOLD, now());
            } else {
                role.state(FlowState.DEPLOYING);
            }
        }
        if (service.state() == FlowState.DEPLOYING) {
            if (!logged(service)) {
                service.state(FlowState.DEPLOYING, now());
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
    private boolean create(FlowService service, Role role, boolean hold) {
        try {
            while (role.nodes().size() < role.cardinality()) {
                machines.create(service, role, hold);
            }
            return true;
        } catch (FlowError refused) {
            role.state(FlowState.FAILED_DEPLOYING);
            service.log("E", failure(role, refused), now());
            service.state(FlowState.FAILED_DEPLOYING, now());
            return false;
        }
    }

    private static String failure(Role role, FlowError refused) {
        return "Role " + role.name() + " : Instantiate failed for template "
                + role.json().path("template_id").asInt() + "; " + refused.text();
    }

    /** A machine of some service has changed. */
    private void changed(Vm vm) {
        int id = vm.template().number("SERVICE_ID", -1);
        Document document = cloud.documents().pool.find(id);
        if (document != null && document.type() == FlowServer.SERVICE) {
            soon(document, this::check);
        }
    }

    /** Looks at the machines and moves the service on. */
    private void check(FlowService service) {
        switch (service.state()) {
            case DEPLOYING -> checkDeploying(service);
            case SCALING -> checkScaling(service);
            case UNDEPLOYING -> checkUndeploying(service);
            case RUNNING, WARNING -> checkRunning(service);
            default -> {}
        }
    }

    private void checkDeploying(FlowService service) {
        boolean started = false;
        for (Role role : service.roles()) {
            if (role.is(FlowState.DEPLOYING)) {
                if (role.machines().stream().anyMatch(machines::hasFailed)) {
                    role.state(FlowState.FAILED_DEPLOYING);
                    service.state(FlowState.FAILED_DEPLOYING, now());
                    return;
                }
                if (allUp(service, role)) {
                    role.state(FlowState.RUNNING);
                    started = true;
                }
            }
        }
        if (service.roles().stream().allMatch(role -> role.is(FlowState.RUNNING))) {
            service.state(FlowState.RUNNING, now());
        } else if (started) {
            deployRoles(service);
        }
    }

    private boolean allUp(FlowService service, Role role) {
        return role.machines().stream().allMatch(id -> machines.isUp(id, service.gated()));
    }

    private void checkRunning(FlowService service) {
        boolean troubled = false;
        for (Role role : service.roles()) {
            for (int id : role.machines()) {
                if (machines.isDone(id)) {
                    role.remove(id);
                    role.cardinality(role.nodes().size());
                }
            }
            boolean up = role.machines().stream().allMatch(id -> machines.isUp(id, false));
            role.state(up ? FlowState.RUNNING : FlowState.WARNING);
            troubled |= !up;
        }
        FlowState state = troubled ? FlowState.WARNING : FlowState.RUNNING;
        if (service.state() != state) {
            service.state(state, now());
        }
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
        service.log("I", sentence + cardinality + " nodes", now());
        service.state(FlowState.SCALING, now());
        role.state(FlowState.SCALING);
        FlowError failure = cardinality >= current ? grow(service, role) : shrink(service, role);
        service.store();
        soon(document, this::check);
        if (failure != null) {
            throw failure;
        }
    }

    private static Role find(FlowService service, String name) {
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

    private @Nullable FlowError grow(FlowService service, Role role) {
        try {
            while (role.nodes().size() < role.cardinality()) {
                machines.create(service, role, false);
            }
            return null;
        } catch (FlowError refused) {
            role.state(FlowState.FAILED_SCALING);
            service.log("E", failure(role, refused), now());
            service.state(FlowState.FAILED_SCALING, now());
            return refused.status() == 500 || refused.status() == 401 ? new FlowError(500, refused.text()) : refused;
        }
    }

    private @Nullable FlowError shrink(FlowService service, Role role) {
        Session owner = machines.owner(service.document());
        int surplus = role.nodes().size() - role.cardinality();
        for (int id : List.copyOf(machines.oldest(role, surplus))) {
            for (JsonNode node : role.nodes()) {
                if (node.path("deploy_id").asInt() == id) {
                    ((ObjectNode) node).put("disposed", true);
                }
            }
            machines.terminate(id, shutdown(service, role), owner);
        }
        return null;
    }

    private static String shutdown(FlowService service, Role role) {
        String action = role.json()
                .path("shutdown_action")
                .asText(service.body().path("shutdown_action").asText("terminate"));
        return action.replace("shutdown", "terminate");
    }

    private void checkScaling(FlowService service) {
        for (Role role : service.roles()) {
            if (role.is(FlowState.SCALING)) {
                dropDisposed(role);
                if (role.machines().stream().anyMatch(machines::hasFailed)) {
                    role.state(FlowState.FAILED_SCALING);
                    service.state(FlowState.FAILED_SCALING, now());
                    return;
                }
                if (role.nodes().size() == role.cardinality() && allUp(service, role)) {
                    coolDown(service, role);
                }
            }
        }
    }

    private void dropDisposed(Role role) {
        ArrayNode nodes = role.nodes();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            boolean disposed = nodes.get(i).path("disposed").asBoolean(false);
            if (disposed && machines.isDone(nodes.get(i).path("deploy_id").asInt())) {
                nodes.remove(i);
            }
        }
    }

    private void coolDown(FlowService service, Role role) {
        role.state(FlowState.COOLDOWN);
        role.json().remove("scale_way");
        service.state(FlowState.COOLDOWN, now());
        String name = role.name();
        cloud.events()
                .after(
                        Duration.ofSeconds(role.cooldown()),
                        () -> ifPresent(service.document(), later -> {
                            Role cooled = later.role(name);
                            if (later.state() == FlowState.COOLDOWN && cooled != null) {
                                cooled.state(FlowState.RUNNING);
                                later.state(FlowState.RUNNING, now());
                            }
                        }));
    }

    /** Takes a service down, children first. */
    void undeploy(Document document) {
        FlowService service = new FlowService(document);
        service.state(FlowState.UNDEPLOYING, now());
        undeployRoles(service);
        service.store();
        soon(document, this::check);
    }

    private void undeployRoles(FlowService service) {
        Session owner = machines.owner(service.document());
        for (Role role : service.roles()) {
            boolean waiting = !role.is(FlowState.UNDEPLOYING) && !role.is(FlowState.DONE);
            if (waiting && (!service.straight() || childrenDone(service, role))) {
                role.state(FlowState.UNDEPLOYING);
                role.machines().forEach(id -> machines.terminate(id, shutdown(service, role), owner));
            }
        }
    }

    private static boolean childrenDone(FlowService service, Role parent) {
        return service.roles().stream()
                .filter(role -> role.parents().contains(parent.name()))
                .allMatch(role -> role.is(FlowState.DONE));
    }

    private void checkUndeploying(FlowService service) {
        boolean progress = false;
        for (Role role : service.roles()) {
            if (role.is(FlowState.UNDEPLOYING) && role.machines().stream().allMatch(machines::isDone)) {
                role.state(FlowState.DONE);
                progress = true;
            }
        }
        if (service.roles().stream().allMatch(role -> role.is(FlowState.DONE))) {
            networks.delete(service);
            cloud.documents().pool.remove(service.document().id());
        } else if (progress) {
            undeployRoles(service);
            soon(service.document(), this::check);
        }
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
                service.state(FlowState.DEPLOYING_NETS, now());
                soon(document, this::deploy);
            }
            case FAILED_SCALING -> retryScaling(service);
            case COOLDOWN -> {
                service.roles().forEach(role -> role.state(FlowState.RUNNING));
                service.state(FlowState.RUNNING, now());
            }
            case WARNING -> soon(document, this::check);
            default -> throw FlowError.wrongState("Service cannot be recovered", state);
        }
        service.store();
    }

    private void wipe(FlowService service) {
        service.state(FlowState.UNDEPLOYING, now());
        service.roles().forEach(role -> role.state(FlowState.UNDEPLOYING));
        service.store();
        cloud.events()
                .after(
                        Duration.ofMillis(1500),
                        () -> ifPresent(service.document(), later -> {
                            for (Role role : later.roles()) {
                                for (int id : role.machines()) {
                                    Vm vm = cloud.vms().pool.find(id);
                                    if (vm != null && vm.state() != VmState.DONE) {
                                        cloud.lifeCycle().done(vm);
                                    }
                                }
                            }
                            cloud.documents().pool.remove(service.document().id());
                        }));
    }

    private void retryDeploying(FlowService service) {
        service.state(FlowState.DEPLOYING, now());
        for (Role role : service.roles()) {
            if (role.is(FlowState.FAILED_DEPLOYING)) {
                recreateFailed(role);
                role.state(FlowState.PENDING);
            }
        }
        soon(service.document(), this::deployRoles);
    }

    private void recreateFailed(Role role) {
        for (int id : role.machines()) {
            if (machines.hasFailed(id)) {
                Vm vm = cloud.vms().get(id);
                cloud.lifeCycle().recover(vm, 4, cloud.oneadmin());
            }
        }
    }

    private void retryScaling(FlowService service) {
        service.state(FlowState.SCALING, now());
        for (Role role : service.roles()) {
            if (role.is(FlowState.FAILED_SCALING)) {
                recreateFailed(role);
                role.state(FlowState.SCALING);
                grow(service, role);
            }
        }
        soon(service.document(), this::check);
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
                        .forEach(id -> cloud.lifeCycle().act(cloud.vms().get(id), "release", machines.owner(document)));
            }
        }
        service.state(FlowState.DEPLOYING, now());
        service.store();
    }

    /** Plans an action on all machines of a role; one that is not possible then is skipped. */
    void actOnRole(Document document, String roleName, String action) {
        List<Integer> ids = find(new FlowService(document), roleName).machines();
        cloud.events().after(SCHEDULED, () -> ids.forEach(id -> perform(document, id, action)));
    }

    private void perform(Document document, int id, String action) {
        Vm vm = cloud.vms().pool.find(id);
        if (vm == null) {
            return;
        }
        try {
            cloud.lifeCycle().act(vm, action, machines.owner(document));
        } catch (OneError notNow) {
            vm.template().set("ERROR", notNow.text());
        }
    }
}
