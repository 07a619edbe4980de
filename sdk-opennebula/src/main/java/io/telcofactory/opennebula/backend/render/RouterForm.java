package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.Ref;
import io.telcofactory.api.network.IpAddress;
import io.telcofactory.api.network.RouterInterface;
import io.telcofactory.api.network.VirtualRouter;
import io.telcofactory.api.service.Readiness;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Rendering;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.opennebula.xml.XmlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A virtual router on OpenNebula: a VM template with what its machines are told, and the router itself, whose first interface is that to
 * the provider. The template tells the appliance what to do; the server tells it the addresses. Of two machines Keepalived chooses the
 * one at work, as it does in this appliance without being asked.
 *
 * @see <a href="https://github.com/OpenNebula/one-apps/tree/master/appliances/VRouter">the appliance, whose keys these are</a>
 */
public final class RouterForm {
    public static final String TEMPLATE = "template";
    public static final String ROUTER = "router";
    public static final String GROUP = "router.group";
    public static final String INSTANCES = "instances";
    public static final String STATE = "state";
    public static final String RUNNING = "running";

    /** The interface of the guest that leads outside, always the first. */
    private static final String OUTSIDE = "eth0";

    private RouterForm() {}

    public static String templateName(String router) {
        return router + ".router.vm";
    }

    public static Rendering render(VirtualRouter router, Site site, Scope scope) {
        String name = scope.nativeName(router.ref());
        Rendering.Builder rendering = Rendering.builder();
        rendering.step("one.template.allocate").field(TEMPLATE, templateName(name));
        machine(router, site).fields("").forEach(rendering::fixed);
        rendering.step("one.vrouter.allocate").field(ROUTER, name);
        interfaces(router).forEach(rendering::fixed);
        rendering
                .step("one.vrouter.chown")
                .field(GROUP, Rendering.symbol(Ref.tenant(router.tenant()), TenantOutputs.GROUP));
        rendering
                .step("one.vrouter.instantiate")
                .fixed(INSTANCES, router.instances())
                .field(STATE, RUNNING);
        return rendering.removal("one.vrouter.delete", "one.template.delete").build();
    }

    /** The machines of a router, as those of a role. */
    public static RoleForm machine(VirtualRouter router, Site site) {
        Role.Builder role = Role.builder("router")
                .image(router.image())
                .vcpus(router.vcpus())
                .memory(router.memory())
                .putContext("ONEAPP_VNF_ROUTER4_ENABLED", "YES");
        if (router.nat()) {
            role.putContext("ONEAPP_VNF_NAT4_ENABLED", "YES").putContext("ONEAPP_VNF_NAT4_INTERFACES_OUT", OUTSIDE);
        }
        return RoleForm.of(role.build(), Readiness.RUNNING, site);
    }

    private static Map<String, String> interfaces(VirtualRouter router) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(network(0), Rendering.external(Externals.NETWORK, router.uplink()));
        for (int i = 0; i < router.interfaces().size(); i++) {
            RouterInterface each = router.interfaces().get(i);
            int number = i + 1;
            fields.put(network(number), Rendering.symbol(each.network(), "id"));
            each.address().map(IpAddress::toString).ifPresent(address -> fields.put(address(number), address));
        }
        return fields;
    }

    /** The interfaces of an element {@code VROUTER}. */
    public static Map<String, String> interfaces(XmlNode router) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<XmlNode> nics = router.list("TEMPLATE/NIC");
        for (int i = 0; i < nics.size(); i++) {
            fields.put(network(i), nics.get(i).text("NETWORK_ID", "").strip());
            int number = i;
            addresses(nics.get(i)).stream().findFirst().ifPresent(address -> fields.put(address(number), address));
        }
        return fields;
    }

    /** The floating addresses of an interface. */
    public static List<String> addresses(XmlNode nic) {
        List<String> addresses = new ArrayList<>();
        for (String key : List.of("VROUTER_IP", "VROUTER_IP6_GLOBAL", "VROUTER_IP6")) {
            Optional<String> found = nic.text(key).map(String::strip).filter(text -> !text.isEmpty());
            found.ifPresent(addresses::add);
        }
        return addresses;
    }

    private static String network(int number) {
        return "interfaces." + number + ".network";
    }

    private static String address(int number) {
        return "interfaces." + number + ".address";
    }
}
