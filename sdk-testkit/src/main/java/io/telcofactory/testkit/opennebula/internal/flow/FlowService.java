package io.telcofactory.testkit.opennebula.internal.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.testkit.opennebula.internal.oned.Document;
import io.telcofactory.testkit.opennebula.internal.oned.Vm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a service while it is worked on; {@link #store()} writes it back. */
public final class FlowService {

    private static final int LONGEST_LOG = 50;

    private final Document document;
    private final ObjectNode body;

    public FlowService(Document document) {
        this.document = document;
        this.body = FlowJson.body(document);
    }

    Document document() {
        return document;
    }

    public ObjectNode body() {
        return body;
    }

    void store() {
        FlowJson.store(document, body);
    }

    public FlowState state() {
        return FlowState.of(body.path("state").asInt());
    }

    public void state(FlowState state, long now) {
        body.put("state", state.number());
        log("I", "New state: " + state, now);
    }

    public void log(String severity, String message, long now) {
        ArrayNode log = body.path("log") instanceof ArrayNode existing ? existing : body.putArray("log");
        log.addObject().put("timestamp", now).put("severity", severity).put("message", message);
        while (log.size() > LONGEST_LOG) {
            log.remove(0);
        }
    }

    /** Lets a role have another number of machines, and says so in the log. */
    public void cardinality(Role role, int wanted, long now) {
        int current = role.cardinality();
        if (wanted != current) {
            String way = wanted > current ? "up" : "down";
            log("I", "Role " + role.name() + " scaling " + way + " from " + current + " to " + wanted + " nodes", now);
        }
        role.cardinality(wanted);
    }

    boolean straight() {
        return body.path("deployment").asText().equals("straight");
    }

    boolean gated() {
        return body.path("ready_status_gate").asBoolean(false);
    }

    /** The id of a network that the service was given or made for itself. */
    Optional<JsonNode> networkId(String name) {
        for (JsonNode networks : body.path("networks_values")) {
            if (networks.path(name).has("id")) {
                return Optional.of(networks.path(name).path("id"));
            }
        }
        return Optional.empty();
    }

    public List<Role> roles() {
        List<Role> roles = new ArrayList<>();
        for (JsonNode role : body.path("roles")) {
            if (role instanceof ObjectNode object) {
                roles.add(new Role(object));
            }
        }
        return roles;
    }

    @Nullable Role role(String name) {
        for (Role role : roles()) {
            if (role.name().equals(name)) {
                return role;
            }
        }
        return null;
    }

    /** One role of a service. */
    public record Role(ObjectNode json) {

        /** The number that a role on hold has, which means something else for a service. */
        static final int HOLD = 11;

        public String name() {
            return json.path("name").asText();
        }

        /** Tells whether its machines are those of a virtual router. */
        boolean isRouter() {
            return json.path("type").asText().equals("vr");
        }

        public int stateNumber() {
            return json.path("state").asInt();
        }

        boolean is(FlowState state) {
            return stateNumber() == state.number();
        }

        public void state(FlowState state) {
            json.put("state", state.number());
        }

        public int cardinality() {
            return json.path("cardinality").asInt(0);
        }

        public void cardinality(int value) {
            json.put("cardinality", value);
        }

        int cooldown() {
            return json.path("cooldown").asInt(300);
        }

        List<String> parents() {
            List<String> parents = new ArrayList<>();
            json.path("parents").forEach(parent -> parents.add(parent.asText()));
            return parents;
        }

        public ArrayNode nodes() {
            return json.path("nodes") instanceof ArrayNode existing ? existing : json.putArray("nodes");
        }

        public List<Integer> machines() {
            List<Integer> ids = new ArrayList<>();
            nodes().forEach(node -> ids.add(node.path("deploy_id").asInt()));
            return ids;
        }

        void add(Vm vm) {
            ObjectNode node = nodes().addObject().put("deploy_id", vm.id());
            ObjectNode info = node.putObject("vm_info").putObject("VM");
            info.put("ID", Integer.toString(vm.id())).put("UID", Integer.toString(vm.ownerId()));
            info.put("GID", Integer.toString(vm.groupId())).put("UNAME", vm.ownerName());
            info.put("GNAME", vm.groupName()).put("NAME", vm.name());
        }

        void remove(int vmId) {
            ArrayNode nodes = nodes();
            for (int i = nodes.size() - 1; i >= 0; i--) {
                if (nodes.get(i).path("deploy_id").asInt() == vmId) {
                    nodes.remove(i);
                }
            }
        }

        /** Adds what OneFlow adds when it takes a role up. */
        void complete() {
            nodes();
            if (!json.has("on_hold")) {
                json.put("on_hold", false);
            }
            if (!json.has("cooldown") && !isRouter()) {
                json.put("cooldown", 300);
            }
        }

        /** What the role adds to its VM template; made when it is not there yet. */
        ObjectNode contents() {
            return json.path("template_contents") instanceof ObjectNode existing
                    ? existing
                    : json.putObject("template_contents");
        }
    }
}
