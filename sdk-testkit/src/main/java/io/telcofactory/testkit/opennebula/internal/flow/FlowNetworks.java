package io.telcofactory.testkit.opennebula.internal.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.oned.Cloud;
import io.telcofactory.testkit.opennebula.internal.oned.Network;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import java.util.Map;

/** The networks that a service reserves or makes for itself, and gives back at its end. */
final class FlowNetworks {

    private static final String SOURCE = "reserve_from";
    private static final String TEMPLATE = "template_id";

    private final Cloud cloud;
    private final FlowMachines machines;

    FlowNetworks(Cloud cloud, FlowMachines machines) {
        this.cloud = cloud;
        this.machines = machines;
    }

    /** Reserves networks and makes others from templates; false when one is refused. */
    boolean make(FlowService service) {
        Session owner = machines.owner(service.document());
        for (JsonNode networks : service.body().path("networks_values")) {
            for (Map.Entry<String, JsonNode> network : networks.properties()) {
                if (network.getValue() instanceof ObjectNode value && !value.has("id")) {
                    String name = network.getKey() + "-" + service.document().id();
                    try {
                        value.put("id", make(owner, value, name));
                    } catch (OneError refused) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private int make(Session owner, ObjectNode value, String name) {
        String extra = value.path("extra").asText("");
        if (value.has(TEMPLATE)) {
            int template = Numbers.integer(value.path(TEMPLATE).asText(), -1);
            return (Integer) cloud.methods().call(owner, "one.vntemplate.instantiate", template, name, extra);
        }
        String named = extra + "\nNAME=\"" + name + "\"\n";
        value.put("extra", named);
        int parent = Numbers.integer(value.path(SOURCE).asText(), -1);
        return (Integer) cloud.methods().call(owner, "one.vn.reserve", parent, named);
    }

    /** Tells whether all networks that the service has made for itself are there. */
    boolean areReady(FlowService service) {
        for (JsonNode networks : service.body().path("networks_values")) {
            for (JsonNode network : networks) {
                Network made = cloud.networks().pool.find(network.path("id").asInt(-1));
                if (network.has(TEMPLATE) && made != null && !made.isReady()) {
                    return false;
                }
            }
        }
        return true;
    }

    void delete(FlowService service) {
        for (JsonNode networks : service.body().path("networks_values")) {
            for (JsonNode network : networks) {
                Network made = cloud.networks()
                        .pool
                        .find(Numbers.integer(network.path("id").asText(), -1));
                if ((network.has(SOURCE) || network.has(TEMPLATE)) && made != null) {
                    cloud.networks().delete(made);
                }
            }
        }
    }
}
