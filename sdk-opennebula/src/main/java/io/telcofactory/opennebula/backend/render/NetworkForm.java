package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.Route;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.site.Fabric;
import io.telcofactory.api.site.Site;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.xml.XmlNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * A virtual network in two groups of fields: what it is made with and keeps for life, and what can be set later. The first is sent by
 * {@code one.vn.allocate}, the second by {@code one.vn.update}, which keeps the attributes of others.
 *
 * @param identity fields that only a new network can change
 * @param settings fields that are set in place
 */
public record NetworkForm(Map<String, String> identity, Map<String, String> settings) {
    private static final String AUTOMATIC = "automatic";
    private static final String VXLAN = "vxlan";

    /** Stands for the VLAN of the network itself, which is not known before the server chose it. */
    private static final String OWN = "own";

    /** The attributes that {@link #settle} sets or takes away. */
    private static final String[] SETTINGS = {
        "GATEWAY", "GATEWAY6", "ROUTES", "NETWORK_MASK", "MTU", "GUEST_MTU", "VLAN_TAGGED_ID"
    };

    /** The form of a value. A fabric that the site lacks, which a check tells of, stands there by its name. */
    public static NetworkForm of(TenantNetwork network, Site site) {
        Map<String, String> identity = new LinkedHashMap<>();
        Optional<Fabric> fabric = site.fabricOf(network);
        identity.put("network.driver", driver(network, fabric));
        fabric.flatMap(Fabric::bridge).ifPresent(bridge -> identity.put("network.bridge", bridge));
        segment(network, identity);
        network.subnet()
                .ifPresent(range -> identity.put("network.subnet", range.base().toString()));
        NetworkAddresses.of(network).fields(identity::put);
        Map<String, String> settings = new LinkedHashMap<>();
        fabric.ifPresent(found -> settings.put("network.physicalDevice", found.physicalDevice()));
        network.subnet()
                .ifPresent(range -> settings.put("network.mask", range.mask().toString()));
        network.gateway().ifPresent(router -> settings.put("network.gateway", router.toString()));
        network.gateway6().ifPresent(router -> settings.put("network.gateway6", router.toString()));
        network.mtu().ifPresent(bytes -> settings.put("network.mtu", bytes.toString()));
        network.inbound().ifPresent(limit -> settings.put("network.inbound", BandwidthForm.text(limit)));
        network.outbound().ifPresent(limit -> settings.put("network.outbound", BandwidthForm.text(limit)));
        if (driver(network, fabric).equals(Fabric.OPEN_VSWITCH)) {
            settings.put("network.taggedVlans", OWN);
        }
        if (!network.routes().isEmpty()) {
            settings.put("network.routes", routes(network.routes()));
        }
        return new NetworkForm(identity, settings);
    }

    private static String driver(TenantNetwork network, Optional<Fabric> fabric) {
        return fabric.map(found -> found.driver(network.type()))
                .orElseGet(() -> "not at the site: " + network.fabric().orElse(""));
    }

    private static void segment(TenantNetwork network, Map<String, String> identity) {
        switch (network.type()) {
            case VLAN ->
                identity.put(
                        "network.vlan", network.vlan().map(Object::toString).orElse(AUTOMATIC));
            case VXLAN ->
                identity.put("network.vni", network.vni().map(Object::toString).orElse(AUTOMATIC));
            case FLAT -> {
                // there is none
            }
        }
    }

    /** The form of an element {@code VNET}. */
    public static NetworkForm of(XmlNode network) {
        Map<String, String> identity = new LinkedHashMap<>();
        String driver = network.text("VN_MAD", "").strip();
        String segment = network.text("VLAN_ID", "").strip();
        put(identity, "network.driver", driver);
        put(identity, "network.bridge", network.text("BRIDGE", ""));
        String path = driver.equals(VXLAN) ? "network.vni" : "network.vlan";
        put(identity, path, network.flag("VLAN_ID_AUTOMATIC") ? AUTOMATIC : segment);
        put(identity, "network.subnet", network.text("TEMPLATE/NETWORK_ADDRESS", ""));
        NetworkAddresses.read(network, identity::put);
        Map<String, String> settings = new LinkedHashMap<>();
        put(settings, "network.physicalDevice", network.text("PHYDEV", ""));
        put(settings, "network.mask", network.text("TEMPLATE/NETWORK_MASK", ""));
        put(settings, "network.gateway", network.text("TEMPLATE/GATEWAY", ""));
        put(settings, "network.gateway6", network.text("TEMPLATE/GATEWAY6", ""));
        put(settings, "network.mtu", mtu(network));
        put(settings, "network.inbound", BandwidthForm.INBOUND.text(network));
        put(settings, "network.outbound", BandwidthForm.OUTBOUND.text(network));
        String tagged = network.text("TEMPLATE/VLAN_TAGGED_ID", "").strip();
        put(settings, "network.taggedVlans", tagged.equals(segment) ? (tagged.isEmpty() ? "" : OWN) : tagged);
        put(settings, "network.routes", list(network.text("TEMPLATE/ROUTES", "")));
        return new NetworkForm(identity, settings);
    }

    /** The attributes of a new network that it keeps for life, and the device, without which the server makes none. */
    public static void allocate(OneTemplate.Builder template, TenantNetwork network, Fabric fabric) {
        template.set("VN_MAD", fabric.driver(network.type())).set("PHYDEV", fabric.physicalDevice());
        network.subnet().ifPresent(range -> template.set("NETWORK_ADDRESS", range.base()));
        fabric.bridge().ifPresent(bridge -> template.set("BRIDGE", bridge));
        switch (network.type()) {
            case VLAN, VXLAN ->
                network.vlan()
                        .or(network::vni)
                        .ifPresentOrElse(
                                id -> template.set("VLAN_ID", id), () -> template.set("AUTOMATIC_VLAN_ID", "YES"));
            case FLAT -> {
                // there is none
            }
        }
        template.add("AR", NetworkAddresses.of(network)::write);
    }

    /**
     * Sets the attributes that can be set later among those that are there, and removes the ones that the value leaves open. On Open
     * vSwitch a port that names no tagged VLANs accepts frames of all of them: it is told to accept its own.
     *
     * @param vlan the network's VLAN, empty text for none
     */
    public static void settle(
            OneTemplate.Builder template, TenantNetwork network, Fabric fabric, String vlan, int securityGroup) {
        for (String key : SETTINGS) {
            template.remove(key);
        }
        template.set("PHYDEV", fabric.physicalDevice()).set("SECURITY_GROUPS", securityGroup);
        BiConsumer<String, Optional<?>> set = (key, value) -> value.ifPresent(found -> template.set(key, found));
        set.accept("NETWORK_MASK", network.subnet().map(Cidr::mask));
        set.accept("GATEWAY", network.gateway());
        set.accept("GATEWAY6", network.gateway6());
        set.accept("MTU", network.mtu());
        set.accept("GUEST_MTU", network.mtu());
        BandwidthForm.INBOUND.set(template, network.inbound());
        BandwidthForm.OUTBOUND.set(template, network.outbound());
        if (fabric.driver(network.type()).equals(Fabric.OPEN_VSWITCH)) {
            template.set("VLAN_TAGGED_ID", vlan);
        }
        if (!network.routes().isEmpty()) {
            template.set("ROUTES", routes(network.routes()));
        }
    }

    /** What hosts and guests are told; they may differ only if somebody else changed one. */
    private static String mtu(XmlNode network) {
        String host = network.text("TEMPLATE/MTU", "").strip();
        String guest = network.text("TEMPLATE/GUEST_MTU", "").strip();
        return host.equals(guest) ? host : "host " + host + ", guest " + guest;
    }

    /** Routes as the server tells them to guests. */
    static String routes(Collection<Route> routes) {
        return routes.stream().map(Object::toString).sorted().distinct().collect(Collectors.joining(","));
    }

    private static String list(String routes) {
        return Arrays.stream(routes.split(","))
                .map(String::strip)
                .filter(route -> !route.isEmpty())
                .sorted()
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static void put(Map<String, String> fields, String path, String value) {
        if (!value.isBlank()) {
            fields.put(path, value.strip());
        }
    }
}
