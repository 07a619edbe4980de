package io.telcofactory.testkit.opennebula.internal.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The body of a service, from that of its template and what a caller adds. */
final class FlowInstantiation {

    private static final String NETWORKS = "networks_values";

    private final ObjectNode body;
    private final ObjectNode change;

    private FlowInstantiation(ObjectNode body, ObjectNode change) {
        this.body = body;
        this.change = change;
    }

    /**
     * Makes the body of a service; refuses with 400 what is missing or malformed.
     *
     * @param template the body of the template; it is changed
     */
    static ObjectNode of(ObjectNode template, JsonNode change) {
        ObjectNode copy = change instanceof ObjectNode object ? object.deepCopy() : FlowJson.object();
        FlowInstantiation instantiation = new FlowInstantiation(template, copy);
        instantiation.checkInputs();
        instantiation.chooseNetworks();
        instantiation.mergeNetworks();
        instantiation.mergeRoles();
        FlowTemplates.merge(template, copy);
        return template;
    }

    private void checkInputs() {
        checkInputs(body.path("user_inputs"), change.path("user_inputs_values"));
        for (JsonNode role : body.path("roles")) {
            if (role.has("user_inputs")) {
                String name = role.path("name").asText();
                if (!change.has("roles")) {
                    throw new FlowError(
                            400,
                            "The Service template specifies user inputs for the role " + name
                                    + " but no values have been found");
                }
                if (change.path("roles").isEmpty()) {
                    throw new FlowError(400, "The role user inputs are empty or do not have a valid format");
                }
                for (JsonNode given : change.path("roles")) {
                    if (given.path("name").asText().equals(name)) {
                        checkInputs(role.path("user_inputs"), given.path("user_inputs_values"));
                    }
                }
            }
        }
    }

    private static void checkInputs(JsonNode inputs, JsonNode values) {
        if (inputs.isEmpty()) {
            return;
        }
        if (values.isMissingNode() || values.isNull()) {
            throw new FlowError(400, "The Service template specifies User Inputs but no values have been found");
        }
        if (!inputs.isObject() || !values.isObject()) {
            throw new FlowError(400, "Wrong User Inputs or User Inputs Values format");
        }
        if (inputs.properties().stream().anyMatch(input -> !values.has(input.getKey()))) {
            throw new FlowError(400, "Verify that every User Input have its corresponding value defined");
        }
    }

    /** Takes the networks that the caller names, or those that the template names as defaults. */
    private void chooseNetworks() {
        JsonNode networks = body.path("networks");
        if (networks.isMissingNode() || networks.isNull()) {
            return;
        }
        if (!change.has(NETWORKS)) {
            change.set(NETWORKS, defaults(networks));
        }
        List<String> named = new ArrayList<>();
        for (JsonNode value : change.path(NETWORKS)) {
            if (!value.isObject()) {
                throw new FlowError(400, "Wrong networks_values format");
            }
            value.fieldNames().forEachRemaining(named::add);
        }
        if (networks.properties().stream().anyMatch(network -> !named.contains(network.getKey()))) {
            throw new FlowError(400, "Every network key must have its value defined at networks_value");
        }
    }

    private static ArrayNode defaults(JsonNode networks) {
        ArrayNode values = FlowJson.array();
        for (Map.Entry<String, JsonNode> network : networks.properties()) {
            String[] parts = network.getValue().asText().split("\\|", -1);
            String[] source = parts.length > 4 ? parts[4].strip().split(":") : new String[0];
            if (source.length < 2) {
                throw new FlowError(400, "Wrong networks format");
            }
            values.addObject().putObject(network.getKey()).put(source[0], source[1]);
        }
        return values;
    }

    /** A network that the caller names takes the place of the template's of that name. */
    private void mergeNetworks() {
        if (change.path(NETWORKS).isEmpty()) {
            return;
        }
        ArrayNode merged = FlowJson.array();
        List<JsonNode> added = new ArrayList<>();
        change.path(NETWORKS).forEach(added::add);
        for (JsonNode own : body.path(NETWORKS)) {
            JsonNode other = own;
            for (JsonNode each : List.copyOf(added)) {
                if (own.has(each.fieldNames().next())) {
                    other = each;
                    added.remove(each);
                }
            }
            merged.add(other);
        }
        merged.addAll(added);
        body.set(NETWORKS, merged);
        change.remove(NETWORKS);
    }

    private void mergeRoles() {
        for (JsonNode added : change.path("roles")) {
            for (JsonNode role : body.path("roles")) {
                if (role.path("name").equals(added.path("name"))) {
                    FlowTemplates.merge((ObjectNode) role, added);
                }
            }
        }
        change.remove("roles");
    }
}
