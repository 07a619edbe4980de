package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.IpAddress;
import io.telcofactory.api.network.SecurityRule;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of a security group: what is sent, and one text in which equal rules are equal whatever their order, empty for no rule. The
 * server counts the addresses of a peer in 32 bits, so that the whole of IPv4 is said in two halves.
 */
public final class SecurityRules {
    private static final int SIZE_BITS = 32;

    private SecurityRules() {}

    /** Whether the server can say the rule: it can't if the peer has more addresses than fit in 32 bits, halved once. */
    static boolean sayable(SecurityRule rule) {
        return rule.peer()
                .map(peer -> peer.base().width() - peer.prefix() <= (peer.isIpv6() ? SIZE_BITS - 1 : SIZE_BITS))
                .orElse(true);
    }

    public static String text(List<SecurityRule> rules) {
        return join(rules.stream().flatMap(SecurityRules::halved).map(SecurityRules::rule));
    }

    private static Stream<SecurityRule> halved(SecurityRule rule) {
        Optional<Cidr> all = rule.peer().filter(peer -> !peer.isIpv6() && peer.prefix() == 0);
        return all.isEmpty()
                ? Stream.of(rule)
                : Stream.of("0.0.0.0/1", "128.0.0.0/1")
                        .map(half -> SecurityRule.builder()
                                .from(rule)
                                .peer(Cidr.parse(half))
                                .build());
    }

    /** The rules of an element {@code SECURITY_GROUP}. */
    public static String of(XmlNode securityGroup) {
        return join(securityGroup.list("TEMPLATE/RULE").stream().map(SecurityRules::rule));
    }

    /** Puts the rules into a template in place of those that are there. */
    public static void set(OneTemplate.Builder template, List<SecurityRule> rules) {
        template.remove("RULE");
        for (SecurityRule rule : rules.stream().flatMap(SecurityRules::halved).toList()) {
            template.add("RULE", vector -> {
                vector.set("PROTOCOL", protocol(rule)).set("RULE_TYPE", rule.direction());
                rule.ports()
                        .ifPresent(ports -> vector.set("RANGE", ports.toString().replace('-', ':')));
                rule.peer().ifPresent(peer -> vector.set("IP", peer.base()).set("SIZE", peer.size()));
            });
        }
    }

    private static String rule(SecurityRule rule) {
        return text(
                rule.direction().name(),
                protocol(rule),
                rule.ports().map(Object::toString).orElse(""),
                rule.peer().map(Object::toString).orElse(""));
    }

    private static String rule(XmlNode rule) {
        String address = rule.text("IP", "").strip();
        String size = rule.text("SIZE", "1").strip();
        String detail = rule.text("ICMP_TYPE", rule.text("ICMPV6_TYPE", "")).strip();
        String network = rule.text("NETWORK_ID", "").strip();
        String peer = network.isEmpty() ? range(address, size) : "network " + network;
        return text(
                rule.text("RULE_TYPE", "").strip(),
                rule.text("PROTOCOL", "").strip(),
                detail.isEmpty() ? rule.text("RANGE", "").strip().replace(':', '-') : "type " + detail,
                peer);
    }

    private static String text(String direction, String protocol, String ports, String peer) {
        String way = direction.toLowerCase(Locale.ROOT);
        String far = peer.isEmpty() ? "" : (way.equals("inbound") ? " from " : " to ") + peer;
        String what = protocol.equalsIgnoreCase("ALL") ? "any" : protocol.toLowerCase(Locale.ROOT);
        return way + " " + what + (ports.isEmpty() ? "" : " " + ports) + far;
    }

    private static String protocol(SecurityRule rule) {
        return switch (rule.protocol()) {
            case ANY -> "ALL";
            case TCP, UDP, ICMP, ICMPV6 -> rule.protocol().name();
        };
    }

    private static String range(String address, String size) {
        if (address.isEmpty()) {
            return "";
        }
        try {
            long count = Long.parseLong(size);
            int bits = Long.numberOfTrailingZeros(count);
            IpAddress first = IpAddress.parse(address);
            return Long.bitCount(count) == 1 && bits <= first.width()
                    ? new Cidr(first, first.width() - bits).toString()
                    : address + "+" + size;
        } catch (IllegalArgumentException notACidr) {
            return address + "+" + size;
        }
    }

    private static String join(Stream<String> rules) {
        return rules.sorted().distinct().collect(Collectors.joining("; "));
    }
}
