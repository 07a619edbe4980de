package io.telcofactory.opennebula.backend;

import io.telcofactory.api.network.Ipv4;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.site.Site;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.xml.XmlNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A virtual network in two groups of fields: what it is made with and keeps for life, and what can be set later. The first is sent by
 * {@code one.vn.allocate}, the second by {@code one.vn.update}, which keeps the attributes of others.
 *
 * @param identity fields that only a new network can change
 * @param settings fields that are set in place
 */
record NetworkForm(Map<String, String> identity, Map<String, String> settings) {
    private static final String AUTOMATIC = "automatic";

    /** The form of a value. */
    static NetworkForm of(TenantNetwork network, Site site) {
        Map<String, String> identity = new LinkedHashMap<>();
        identity.put("network.driver", site.networkDriver());
        site.bridge().ifPresent(bridge -> identity.put("network.bridge", bridge));
        identity.put("network.vlan", network.vlan().map(Object::toString).orElse(AUTOMATIC));
        identity.put("network.subnet", network.subnet().base().toString());
        identity.put("network.addresses", span(network.firstAddress(), network.addresses()));
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("network.physicalDevice", site.physicalDevice());
        settings.put("network.mask", network.subnet().mask().toString());
        network.gateway().ifPresent(router -> settings.put("network.gateway", router.toString()));
        if (!network.routes().isEmpty()) {
            settings.put("network.routes", routes(network));
        }
        return new NetworkForm(identity, settings);
    }

    /** The form of an element {@code VNET}. */
    static NetworkForm of(XmlNode network) {
        Map<String, String> identity = new LinkedHashMap<>();
        put(identity, "network.driver", network.text("VN_MAD", ""));
        put(identity, "network.bridge", network.text("BRIDGE", ""));
        boolean automatic = network.flag("VLAN_ID_AUTOMATIC");
        put(identity, "network.vlan", automatic ? AUTOMATIC : network.text("VLAN_ID", ""));
        put(identity, "network.subnet", network.text("TEMPLATE/NETWORK_ADDRESS", ""));
        network.list("AR_POOL/AR").stream()
                .min(Comparator.comparingInt(range -> range.integer("AR_ID", 0)))
                .ifPresent(range -> put(identity, "network.addresses", span(range)));
        Map<String, String> settings = new LinkedHashMap<>();
        put(settings, "network.physicalDevice", network.text("PHYDEV", ""));
        put(settings, "network.mask", network.text("TEMPLATE/NETWORK_MASK", ""));
        put(settings, "network.gateway", network.text("TEMPLATE/GATEWAY", ""));
        put(settings, "network.routes", list(network.text("TEMPLATE/ROUTES", "")));
        return new NetworkForm(identity, settings);
    }

    /** The attributes of a new network that it keeps for life, and the device, without which the server makes none. */
    static void allocate(OneTemplate.Builder template, TenantNetwork network, Site site) {
        template.set("VN_MAD", site.networkDriver())
                .set("PHYDEV", site.physicalDevice())
                .set("NETWORK_ADDRESS", network.subnet().base());
        site.bridge().ifPresent(bridge -> template.set("BRIDGE", bridge));
        network.vlan()
                .ifPresentOrElse(id -> template.set("VLAN_ID", id), () -> template.set("AUTOMATIC_VLAN_ID", "YES"));
        template.add(
                "AR",
                range -> range.set("TYPE", "IP4")
                        .set("IP", network.firstAddress())
                        .set("SIZE", network.addresses()));
    }

    /** Sets the attributes that can be set later among those that are there, and removes the ones that the value leaves open. */
    static void settle(OneTemplate.Builder template, TenantNetwork network, Site site, int securityGroup) {
        template.set("PHYDEV", site.physicalDevice())
                .set("NETWORK_MASK", network.subnet().mask())
                .set("SECURITY_GROUPS", securityGroup)
                .remove("GATEWAY")
                .remove("ROUTES");
        network.gateway().ifPresent(router -> template.set("GATEWAY", router));
        if (!network.routes().isEmpty()) {
            template.set("ROUTES", routes(network));
        }
    }

    private static String routes(TenantNetwork network) {
        return network.routes().stream()
                .map(Object::toString)
                .sorted()
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static String list(String routes) {
        return Arrays.stream(routes.split(","))
                .map(String::strip)
                .filter(route -> !route.isEmpty())
                .sorted()
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static String span(Ipv4 first, long count) {
        return first + "-" + first.plus(count - 1);
    }

    private static String span(XmlNode range) {
        String first = range.text("IP", "").strip();
        long count = range.whole("SIZE").orElse(0);
        try {
            return span(Ipv4.parse(first), count);
        } catch (IllegalArgumentException otherFamily) {
            return range.text("TYPE", "") + " " + first + "+" + count;
        }
    }

    private static void put(Map<String, String> fields, String path, String value) {
        if (!value.isBlank()) {
            fields.put(path, value.strip());
        }
    }
}
