package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the guest learns: variables resolved, and the addresses of its interfaces when NETWORK is YES. */
final class VmContext {

    private static final List<String> ETHERNET = List.of(
            "DNS",
            "EXTERNAL",
            "GATEWAY",
            "IP",
            "IP6",
            "IP6_GATEWAY",
            "IP6_METHOD",
            "IP6_METRIC",
            "IP6_PREFIX_LENGTH",
            "IP6_ULA",
            "MAC",
            "MASK",
            "METHOD",
            "METRIC",
            "MTU",
            "NETWORK",
            "ROUTES",
            "SEARCH_DOMAIN",
            "VLAN_ID",
            "VROUTER_IP",
            "VROUTER_IP6",
            "VROUTER_MANAGEMENT");
    private static final Map<String, List<String>> NAMES = new ConcurrentHashMap<>();
    /** Context keys that take their value from another attribute of the network. */
    private static final Map<String, String> FROM_NETWORK = Map.of(
            "MASK", "NETWORK_MASK",
            "NETWORK", "NETWORK_ADDRESS",
            "MTU", "GUEST_MTU",
            "IP6_GATEWAY", "GATEWAY6");

    private final Cloud cloud;
    private final Vm vm;
    private final Template template;

    VmContext(Cloud cloud, Vm vm) {
        this.cloud = cloud;
        this.vm = vm;
        this.template = vm.own();
    }

    void write() {
        List<Vector> contexts = template.vectors("CONTEXT");
        if (contexts.isEmpty()) {
            return;
        }
        Vector context = contexts.get(0);
        VmVariables variables = new VmVariables(cloud, vm);
        context.pairs().replaceAll((key, value) -> variables.resolve(value));
        if (Numbers.yes(context.get("NETWORK"))) {
            template.vectors("NIC").forEach(nic -> writeEthernet(context, nic));
            template.vectors("NIC_ALIAS").forEach(alias -> writeEthernet(context, alias));
            template.vectors("PCI").forEach(pci -> writePci(context, pci));
        }
    }

    private void writeEthernet(Vector context, Vector nic) {
        List<String> names = NAMES.computeIfAbsent(prefix(nic), VmContext::names);
        Network network = cloud.networks().pool.find(nic.number("NETWORK_ID", -1));
        for (int i = 0; i < names.size(); i++) {
            String key = ETHERNET.get(i);
            if (!context.has(names.get(i))) {
                String source = FROM_NETWORK.getOrDefault(key, key);
                String value = source.equals(key) ? nic.get(key) : "";
                if (key.equals("IP6_PREFIX_LENGTH") && network != null) {
                    value = prefixLength(network, nic);
                }
                if (key.equals("MTU") || (value.isEmpty() && network != null)) {
                    value = network == null ? "" : network.template().text(source);
                }
                context.set(names.get(i), value);
            }
        }
    }

    /** The names of all variables of an interface, made once for all machines. */
    private static List<String> names(String prefix) {
        return ETHERNET.stream().map(key -> prefix + key).toList();
    }

    private static String prefix(Vector nic) {
        return nic.has("ALIAS_ID")
                ? "ETH" + nic.get("PARENT_ID") + "_ALIAS" + nic.get("ALIAS_ID") + "_"
                : "ETH" + nic.get("NIC_ID") + "_";
    }

    /** Forgets what the context says about an interface that is taken away. */
    static void forget(Template template, Vector nic) {
        String prefix = nic.has("PCI_ID") ? "PCI" + nic.get("PCI_ID") + "_" : prefix(nic);
        template.vectors("CONTEXT")
                .forEach(context -> context.pairs().keySet().removeIf(key -> key.startsWith(prefix)));
    }

    private static String prefixLength(Network network, Vector nic) {
        AddressRange range = network.ranges().get(nic.number("AR_ID", -1));
        return range == null ? "" : range.attributes().get("PREFIX_LENGTH");
    }

    /** Writes what an SR-IOV interface gets: no mask, no prefix length, no IPv6 router, no MTU and no routes. */
    static void writePci(Vector context, Vector pci) {
        String prefix = "PCI" + pci.get("PCI_ID") + "_";
        for (String key : List.of("IP", "IP6", "IP6_ULA", "MAC", "GATEWAY", "VLAN_ID")) {
            if (pci.given(key) && !context.has(prefix + key)) {
                context.set(prefix + key, pci.get(key));
            }
        }
        if (pci.given("VM_ADDRESS")) {
            context.set(prefix + "ADDRESS", pci.get("VM_ADDRESS"));
        }
    }
}
