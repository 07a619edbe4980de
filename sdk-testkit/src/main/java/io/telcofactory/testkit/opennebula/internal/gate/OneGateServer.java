package io.telcofactory.testkit.opennebula.internal.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.testkit.opennebula.internal.flow.FlowEngine;
import io.telcofactory.testkit.opennebula.internal.flow.FlowError;
import io.telcofactory.testkit.opennebula.internal.flow.FlowJson;
import io.telcofactory.testkit.opennebula.internal.flow.FlowServer;
import io.telcofactory.testkit.opennebula.internal.flow.FlowService;
import io.telcofactory.testkit.opennebula.internal.flow.FlowState;
import io.telcofactory.testkit.opennebula.internal.oned.Cloud;
import io.telcofactory.testkit.opennebula.internal.oned.Document;
import io.telcofactory.testkit.opennebula.internal.oned.Resource;
import io.telcofactory.testkit.opennebula.internal.oned.User;
import io.telcofactory.testkit.opennebula.internal.oned.Vm;
import io.telcofactory.testkit.opennebula.internal.oned.VmState;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.server.CallLog;
import io.telcofactory.testkit.opennebula.internal.server.HttpReply;
import io.telcofactory.testkit.opennebula.internal.template.Attribute;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Text;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Hashes;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** OneGate: what a guest asks and tells of itself and its service, with the token of its context disk. */
public final class OneGateServer {

    /** A refusal: a status and a plain text. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;

        Refused(int status, String text) {
            super(text, null, false, false);
            this.status = status;
        }
    }

    private static final String JSON = "application/json;charset=utf-8";
    private static final List<String> NIC_KEYS = List.of(
            "IP", "IP6_LINK", "IP6_SITE", "IP6_GLOBAL", "NETWORK", "MAC", "NAME", "PARENT", "EXTERNAL", "EXTERNAL_IP");
    private static final Set<String> RESTRICTED = Set.of("SCHED_REQUIREMENTS", "SERVICE_ID", "ROLE_NAME");

    private final Cloud cloud;
    private final CallLog log;
    private final FlowEngine engine;

    public OneGateServer(Cloud cloud, CallLog log, FlowEngine engine) {
        this.cloud = cloud;
        this.log = log;
        this.engine = engine;
    }

    public HttpReply answer(HttpCall call) {
        String name = call.method() + " " + call.uri().getPath();
        String body = new String(call.body(), StandardCharsets.UTF_8);
        String guest = "";
        try {
            Vm vm = authenticate(call);
            guest = "vm " + vm.id();
            HttpReply reply = route(call, vm, body);
            log.add(name, guest, List.of(body), "ok");
            return reply;
        } catch (Refused refused) {
            String text = String.valueOf(refused.getMessage());
            log.add(name, guest, List.of(body), "error " + refused.status + ": " + text);
            return HttpReply.of(refused.status, JSON, text);
        } catch (OneError refused) {
            log.add(name, guest, List.of(body), "error 500: " + refused.text());
            return HttpReply.of(500, JSON, refused.text());
        }
    }

    private Vm authenticate(HttpCall call) {
        Vm vm = cloud.vms().pool.find(Numbers.integer(header(call, "x-onegate-vmid"), -1));
        if (vm == null
                || vm.state() == VmState.DONE
                || !header(call, "x-onegate-token").equals(token(vm))) {
            throw new Refused(401, "Not authorized");
        }
        return vm;
    }

    private static String header(HttpCall call, String name) {
        return call.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .findFirst()
                .map(header -> header.getValue().get(0))
                .orElse("");
    }

    /** The token that a machine's guest has. */
    public String token(Vm vm) {
        User owner = cloud.users().get(vm.ownerId());
        if (!owner.template().has("TOKEN_PASSWORD")) {
            owner.template().set("TOKEN_PASSWORD", Hashes.sha256("token-password-" + owner.id()));
        }
        return GuestToken.of(vm, owner.template().text("TOKEN_PASSWORD"));
    }

    private HttpReply route(HttpCall call, Vm vm, String body) {
        String[] path = call.uri().getPath().replaceFirst("^/", "").split("/");
        String query = String.valueOf(call.uri().getQuery());
        String route = call.method() + " " + shape(path);
        switch (route) {
            case "GET " -> {
                return json(links());
            }
            case "GET vm" -> {
                return json(view(vm));
            }
            case "PUT vm" -> update(vm, body, query);
            case "GET vms/:id" -> {
                return json(view(neighbour(vm, path[1])));
            }
            case "PUT vms/:id" -> update(neighbour(vm, path[1]), body, query);
            case "POST vms/:id/action" -> {
                act(neighbour(vm, path[1]), body);
                return new HttpReply(204, Map.of(), new byte[0]);
            }
            case "GET service" -> {
                return json(view(service(vm), query.contains("extended")));
            }
            case "PUT service/role/:id" -> scale(vm, path[2], body);
            default -> throw new Refused(400, "OneGate server doesn't support this feature");
        }
        return HttpReply.of(200, JSON, "");
    }

    private static String shape(String[] path) {
        boolean byId = path[0].equals("vms") && path.length > 1;
        boolean role = path[0].equals("service") && path.length == 3;
        if (byId) {
            return "vms/:id" + (path.length > 2 ? "/" + path[2] : "");
        }
        return role ? "service/" + path[1] + "/:id" : String.join("/", path);
    }

    private ObjectNode links() {
        String base = cloud.oneGateEndpoint();
        return FlowJson.object().put("vm_info", base + "/vm").put("service_info", base + "/service");
    }

    /** Another machine of the same service, or the machine itself. */
    private Vm neighbour(Vm vm, String id) {
        int wanted = Numbers.integer(id, 0);
        if (wanted == vm.id()) {
            return vm;
        }
        if (!vm.template().has("SERVICE_ID")) {
            throw new Refused(
                    400,
                    "This VM does not belong to any Virtual Router or Service, so it cannot retrieve information from"
                            + " other VMs");
        }
        Document document = service(vm);
        boolean member = new FlowService(document)
                .roles().stream().anyMatch(role -> role.machines().contains(wanted));
        if (!member) {
            throw new Refused(400, "Service " + document.id() + " does not contain VM " + wanted + ".");
        }
        return cloud.vms().get(wanted);
    }

    private Document service(Vm vm) {
        String id = vm.template().text("SERVICE_ID");
        if (!id.matches("\\d+")) {
            throw new Refused(400, "Empty or invalid SERVICE_ID");
        }
        Document document = cloud.documents().pool.find(Numbers.integer(id, -1));
        if (document == null || document.type() != FlowServer.SERVICE) {
            throw new Refused(404, "Service " + id + " not found");
        }
        return document;
    }

    private void update(Vm vm, String body, String query) {
        boolean delete = query.contains("type=2");
        for (String line : body.split("\n")) {
            String name = line.split("=")[0].strip().toUpperCase(Locale.ROOT);
            if (RESTRICTED.contains(name)) {
                throw new Refused(
                        403, "Attribute (" + line.split("=")[0] + ") cannot be " + (delete ? "deleted" : "modified"));
            }
        }
        if (delete) {
            if (vm.template().remove(body.strip()).isEmpty()) {
                throw new Refused(500, "attribute not found");
            }
        } else {
            vm.template().merge(Resource.parse(quoted(body), ""));
        }
        cloud.changed(vm);
    }

    /** Guests write values without quotes. */
    private static String quoted(String body) {
        return Arrays.stream(body.split("\n"))
                .map(line -> line.replaceFirst("^([^=]+)=(?![\\[\"])(.*)$", "$1=\"$2\""))
                .reduce("", (text, line) -> text + line + "\n");
    }

    private void act(Vm vm, String body) {
        JsonNode action;
        try {
            action = FlowJson.read(body, 400).path("action");
        } catch (FlowError notJson) {
            throw new Refused(400, "Error parsing JSON: " + notJson.text());
        }
        if (!action.isObject()) {
            throw new Refused(400, "Error parsing JSON: Wrong resource type");
        }
        String perform = action.path("perform").asText();
        if (perform.equals("reboot")) {
            throw new Refused(403, "Action (reboot) is not allowed on this resource");
        }
        boolean hard = action.path("params").path("hard").asBoolean(false);
        String name = switch (perform) {
            case "delete" -> "terminate-hard";
            case "shutdown" -> hard ? "terminate-hard" : "terminate";
            case "terminate", "poweroff", "undeploy" -> hard ? perform + "-hard" : perform;
            case "hold", "resume", "release", "stop", "suspend", "resched", "unresched" -> perform;
            default -> throw new Refused(500, perform + " action not  available for this resource");
        };
        cloud.lifeCycle().act(vm, name, cloud.oneadmin());
    }

    private void scale(Vm vm, String role, String body) {
        Document document = service(vm);
        try {
            int cardinality = FlowJson.read(body, 400).path("cardinality").asInt(0);
            if (new FlowService(document).state() != FlowState.RUNNING) {
                throw new FlowError(500, "wrong state");
            }
            engine.scaling().scale(document, role, cardinality, false);
        } catch (FlowError refused) {
            throw new Refused(400, "Error performing action on service " + document.id() + " role " + role);
        }
    }

    private static ObjectNode view(Vm vm) {
        ObjectNode root = FlowJson.object();
        ObjectNode json = root.putObject("VM");
        json.put("NAME", vm.name()).put("ID", Integer.toString(vm.id()));
        json.put("STATE", Integer.toString(vm.state())).put("LCM_STATE", Integer.toString(vm.lcm()));
        ObjectNode user = json.putObject("USER_TEMPLATE");
        for (String name : vm.template().names()) {
            if (!name.equals("SCHED_MESSAGE")) {
                put(user, name, vm.template().all(name));
            }
        }
        ObjectNode template = json.putObject("TEMPLATE");
        nics(template.putArray("NIC"), vm.own().vectors("NIC"));
        nics(template.putArray("NIC_ALIAS"), vm.own().vectors("NIC_ALIAS"));
        return root;
    }

    private static void put(ObjectNode into, String name, List<Attribute> values) {
        if (values.size() == 1) {
            into.set(name, node(values.get(0)));
        } else {
            ArrayNode array = into.putArray(name);
            values.forEach(value -> array.add(node(value)));
        }
    }

    private static JsonNode node(Attribute value) {
        ObjectNode object = FlowJson.object();
        if (value instanceof Text text) {
            return object.textNode(text.value());
        }
        ((Vector) value).pairs().forEach(object::put);
        return object;
    }

    private static void nics(ArrayNode into, List<Vector> nics) {
        for (Vector nic : nics) {
            ObjectNode json = into.addObject();
            nic.pairs().forEach((key, value) -> {
                if (NIC_KEYS.contains(key)) {
                    json.put(key, value);
                }
            });
        }
    }

    private ObjectNode view(Document document, boolean extended) {
        FlowService service = new FlowService(document);
        ObjectNode root = FlowJson.object();
        ObjectNode json = root.putObject("SERVICE");
        json.put("name", document.name()).put("id", Integer.toString(document.id()));
        json.put("state", service.state().number());
        ArrayNode roles = json.putArray("roles");
        for (FlowService.Role role : service.roles()) {
            ObjectNode each = roles.addObject().put("name", role.name()).put("cardinality", role.cardinality());
            each.put("state", role.stateNumber());
            ArrayNode nodes = each.putArray("nodes");
            for (JsonNode node : role.nodes()) {
                int id = node.path("deploy_id").asInt();
                ObjectNode shown = nodes.addObject().put("deploy_id", id).putNull("running");
                shown.set("vm_info", extended ? view(cloud.vms().get(id)) : node.path("vm_info"));
            }
        }
        return root;
    }

    private static HttpReply json(ObjectNode node) {
        return HttpReply.of(200, JSON, node.toString());
    }
}
