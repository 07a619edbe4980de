package io.telcofactory.testkit.opennebula;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The networks that a service reserves for itself, and gives back at its end. */
final class FlowNetworks {

    private static final String SOURCE = "reserve_from";

    private final Cloud cloud;
    private final FlowMachines machines;

    FlowNetworks(Cloud cloud, FlowMachines machines) {
        this.cloud = cloud;
        this.machines = machines;
    }

    /** Refuses what the fake cannot do, before a service exists. */
    static void check(JsonNode body) {
        for (JsonNode networks : body.path("networks_values")) {
            for (JsonNode network : networks) {
                if (!network.has("id") && !network.has(SOURCE)) {
                    throw new Unsupported("networks of a service from a network template");
                }
            }
        }
    }

    /** Makes the reservations; false when one is refused. */
    boolean make(FlowService service) {
        Session owner = machines.owner(service.document());
        for (JsonNode networks : service.body().path("networks_values")) {
            for (Map.Entry<String, JsonNode> network : networks.properties()) {
                if (network.getValue() instanceof ObjectNode value && value.has(SOURCE) && !value.has("id")) {
                    try {
                        value.put("id", Integer.toString(reserve(owner, value)));
                    } catch (OneError refused) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private int reserve(Session owner, ObjectNode value) {
        MethodTable.Method method = Objects.requireNonNull(cloud.methods().find("one.vn.reserve"));
        int parent = Numbers.integer(value.path(SOURCE).asText(), -1);
        Args args = new Args(List.of(parent, value.path("extra").asText()));
        return (Integer) method.handler().handle(owner, args);
    }

    void delete(FlowService service) {
        for (JsonNode networks : service.body().path("networks_values")) {
            for (JsonNode network : networks) {
                Network made = cloud.networks()
                        .pool
                        .find(Numbers.integer(network.path("id").asText(), -1));
                if (network.has(SOURCE) && made != null) {
                    cloud.networks().delete(made);
                }
            }
        }
    }
}
