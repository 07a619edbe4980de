package io.telcofactory.testkit.opennebula.internal.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.flow.FlowService.Role;
import io.telcofactory.testkit.opennebula.internal.oned.Cloud;
import io.telcofactory.testkit.opennebula.internal.oned.VirtualRouter;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Template;

/** The virtual routers behind roles of the type {@code vr}: one router each, whose machines are the role's. */
final class FlowRouters {

    private static final String ID = "vrouter_id";

    private final Cloud cloud;

    FlowRouters(Cloud cloud) {
        this.cloud = cloud;
    }

    /** Makes the router of a role, with all its machines. */
    void create(FlowService service, Role role, Session owner, Template extra) {
        int serviceId = service.document().id();
        role.contents().put("NAME", role.name() + "(service_" + serviceId + ")");
        extra.set("NAME", role.contents().path("NAME").asText());
        String text = extra.toString();
        int id = (Integer) cloud.methods().call(owner, "one.vrouter.allocate", text);
        int missing = role.cardinality() - role.nodes().size();
        boolean hold = role.json().path("on_hold").asBoolean(false);
        String name = role.name() + "_%i_(service_" + serviceId + ")";
        int template = role.json().path("template_id").asInt();
        cloud.methods().call(owner, "one.vrouter.instantiate", id, missing, template, name, hold, text);
        VirtualRouter router = (VirtualRouter) cloud.resource(Kind.VROUTER).get(id);
        router.vms().forEach(vm -> role.add(cloud.vms().get(vm)));
        role.json().put(ID, id);
        writeAddresses(router, role.json().putArray("vrouter_ips"));
    }

    private static void writeAddresses(VirtualRouter router, ArrayNode addresses) {
        for (Vector nic : router.nics()) {
            if (nic.given("VROUTER_IP")) {
                ObjectNode address = addresses.addObject();
                address.put("NETWORK_ID", nic.number("NETWORK_ID", -1)).put("VROUTER_IP", nic.get("VROUTER_IP"));
            }
        }
    }

    /** Deletes the router of a role, and with it its machines. */
    void delete(Role role, Session owner) {
        int id = role.json().path(ID).asInt(-1);
        if (cloud.resource(Kind.VROUTER).pool.find(id) != null) {
            cloud.methods().call(owner, "one.vrouter.delete", id);
        }
    }
}
