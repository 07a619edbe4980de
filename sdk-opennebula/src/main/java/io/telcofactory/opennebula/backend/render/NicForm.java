package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.Ref;
import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.Handoff;
import io.telcofactory.api.network.Segment;
import io.telcofactory.api.service.Attachment;
import io.telcofactory.api.site.VirtualFunctions;
import io.telcofactory.api.spi.Rendering;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An interface of a VM template, as its text and as a vector {@code NIC}, or {@code PCI} of type {@code NIC} for a virtual function. The
 * filters of the hosts and the checks of the cards are asked for each interface, since those of a network would hold for all of them.
 *
 * @param network the network's id, or its symbol
 * @param function the virtual function that is asked for, or empty for an ordinary interface
 * @param settings keys and values besides
 */
public record NicForm(String network, Optional<PciRequest> function, Map<String, String> settings) {
    private static final String YES = "YES";
    private static final String FILTER_MAC = "FILTER_MAC_SPOOFING";
    private static final String FILTER_IP = "FILTER_IP_SPOOFING";
    private static final String SPOOF_CHECK = "SPOOFCHK";
    private static final String TRUST = "TRUST";
    private static final String SECURITY_GROUPS = "SECURITY_GROUPS";

    /** The group that lets everything pass, as the server is shipped; an interface is let through by any of its groups. */
    private static final String LETS_ALL_PASS = "0";

    private static final List<String> FLAGS = List.of(FILTER_MAC, FILTER_IP, SPOOF_CHECK, TRUST);

    /**
     * The form of an interface.
     *
     * @param functions the virtual functions of its network's fabric, if it shall be one
     * @param position how many of the same fabric the machine has before
     */
    static NicForm of(Attachment attachment, Optional<VirtualFunctions> functions, int position) {
        Map<String, String> settings = new TreeMap<>();
        Handoff handoff = attachment.handoff().orElse(Handoff.virtio());
        if (handoff.isSriov()) {
            settings.put(SPOOF_CHECK, handoff.spoofCheck() ? YES : "NO");
            settings.put(TRUST, handoff.trust() ? YES : "NO");
        } else if (handoff.spoofCheck()) {
            settings.put(FILTER_MAC, YES);
            if (attachment.segment().map(Segment::subnets).filter(List::isEmpty).isEmpty()) {
                settings.put(FILTER_IP, YES);
            }
        }
        if (!attachment.guarded() && !handoff.isSriov()) {
            settings.put(SECURITY_GROUPS, LETS_ALL_PASS);
        }
        attachment.inbound().ifPresent(limit -> settings.putAll(BandwidthForm.INBOUND.attributes(limit)));
        attachment.outbound().ifPresent(limit -> settings.putAll(BandwidthForm.OUTBOUND.attributes(limit)));
        Optional<PciRequest> function = handoff.isSriov()
                ? Optional.of(functions
                        .map(found -> request(found, position))
                        .orElse(PciRequest.nothing("no virtual functions at the site")))
                : Optional.empty();
        return new NicForm(symbol(attachment.to()), function, settings);
    }

    /** The form of an ordinary interface in a network of the provider, which says itself what is filtered there. */
    static NicForm ofProvider(String name) {
        return new NicForm(Rendering.external(Externals.NETWORK, name), Optional.empty(), Map.of());
    }

    /** The form of a vector {@code NIC}, or {@code PCI} of type {@code NIC}. */
    static NicForm of(XmlNode vector) {
        Map<String, String> settings = new TreeMap<>();
        for (String flag : FLAGS) {
            vector.text(flag)
                    .map(text -> text.strip().equalsIgnoreCase(YES) ? YES : "NO")
                    .ifPresent(value -> settings.put(flag, value));
        }
        Stream.concat(BandwidthForm.keys().stream(), Stream.of(SECURITY_GROUPS))
                .forEach(key -> vector.text(key).map(String::strip).ifPresent(value -> settings.put(key, value)));
        return new NicForm(
                vector.text("NETWORK_ID", vector.text("NETWORK", "")).strip(),
                isVirtualFunction(vector) ? Optional.of(PciRequest.of(vector)) : Optional.empty(),
                settings);
    }

    static boolean isVirtualFunction(XmlNode vector) {
        return vector.text("TYPE", "").equalsIgnoreCase("NIC");
    }

    /** The same with the id of its network. */
    NicForm resolved(int id) {
        return new NicForm(Integer.toString(id), function, settings);
    }

    /** The network, and in parentheses what is not usual for an interface. */
    String text() {
        List<String> words = new ArrayList<>();
        function.ifPresentOrElse(device -> checks(device, words), () -> filters(words));
        String inbound = BandwidthForm.INBOUND.text(settings);
        String outbound = BandwidthForm.OUTBOUND.text(settings);
        Optional.ofNullable(settings.get(SECURITY_GROUPS))
                .ifPresent(
                        groups -> words.add(groups.equals(LETS_ALL_PASS) ? "unguarded" : "security groups " + groups));
        words.add(inbound.isEmpty() ? "" : "in " + inbound);
        words.add(outbound.isEmpty() ? "" : "out " + outbound);
        String unusual = words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining("; "));
        return unusual.isEmpty() ? network : network + " (" + unusual + ")";
    }

    private void checks(PciRequest device, List<String> words) {
        words.add("sriov " + device.text());
        words.add(is(SPOOF_CHECK) ? "" : "no spoof check");
        words.add(is(TRUST) ? "trusted" : "");
    }

    private void filters(List<String> words) {
        words.add(is(FILTER_MAC) ? "" : "any MAC");
        words.add(is(FILTER_IP) ? "" : "any IP");
    }

    private boolean is(String flag) {
        return settings.getOrDefault(flag, "").equals(YES);
    }

    void write(OneTemplate.Builder template) {
        function.ifPresentOrElse(
                device -> template.add("PCI", vector -> {
                    vector.set("TYPE", "NIC");
                    device.write(vector);
                    write(vector);
                }),
                () -> template.add("NIC", this::write));
    }

    private void write(OneTemplate.Vector vector) {
        vector.set("NETWORK_ID", network);
        settings.forEach(vector::set);
    }

    /**
     * What the guest must be told of a virtual function in a network, since the server tells it addresses and the IPv4 router only.
     *
     * @param number of the device among all that the machine gets
     */
    static Map<String, String> context(Segment segment, int number) {
        String prefix = "PCI" + number + "_";
        Map<String, String> context = new TreeMap<>();
        for (Cidr range : segment.subnets()) {
            if (range.isIpv6()) {
                context.put(prefix + "IP6_PREFIX_LENGTH", Integer.toString(range.prefix()));
            } else {
                context.put(prefix + "MASK", range.mask().toString());
            }
        }
        segment.gateway6().ifPresent(router -> context.put(prefix + "IP6_GATEWAY", router.toString()));
        segment.mtu().ifPresent(bytes -> context.put(prefix + "MTU", bytes.toString()));
        if (!segment.routes().isEmpty()) {
            context.put(prefix + "ROUTES", NetworkForm.routes(segment.routes()));
        }
        return context;
    }

    private static PciRequest request(VirtualFunctions functions, int position) {
        List<String> addresses = functions.addresses();
        return addresses.isEmpty()
                ? PciRequest.of(functions.pci())
                : position < addresses.size()
                        ? PciRequest.at(addresses.get(position))
                        : PciRequest.nothing("no virtual function " + (position + 1) + " at the site");
    }

    private static String symbol(Ref network) {
        return Rendering.symbol(network, "id");
    }
}
