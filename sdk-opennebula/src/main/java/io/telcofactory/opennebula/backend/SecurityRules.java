package io.telcofactory.opennebula.backend;

import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.Ipv4;
import io.telcofactory.api.network.SecurityRule;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of a security group: what is sent, and one text in which equal rules are equal whatever their order, empty for no rule. */
final class SecurityRules {
    private SecurityRules() {}

    static String text(List<SecurityRule> rules) {
        return join(rules.stream().map(SecurityRules::rule));
    }

    /** The rules of an element {@code SECURITY_GROUP}. */
    static String of(XmlNode securityGroup) {
        return join(securityGroup.list("TEMPLATE/RULE").stream().map(SecurityRules::rule));
    }

    /** Puts the rules into a template in place of those that are there. */
    static void set(OneTemplate.Builder template, List<SecurityRule> rules) {
        template.remove("RULE");
        for (SecurityRule rule : rules) {
            template.add("RULE", vector -> {
                vector.set("PROTOCOL", protocol(rule)).set("RULE_TYPE", rule.direction());
                rule.ports()
                        .ifPresent(ports -> vector.set("RANGE", ports.toString().replace('-', ':')));
                rule.peer().ifPresent(peer -> vector.set("IP", peer.base()).set("SIZE", size(peer)));
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
            case TCP, UDP, ICMP -> rule.protocol().name();
        };
    }

    private static long size(Cidr range) {
        return 1L << (32 - range.prefix());
    }

    private static String range(String address, String size) {
        if (address.isEmpty()) {
            return "";
        }
        try {
            long count = Long.parseLong(size);
            int bits = Long.numberOfTrailingZeros(count);
            return Long.bitCount(count) == 1 && bits <= 32
                    ? new Cidr(Ipv4.parse(address), 32 - bits).toString()
                    : address + "+" + size;
        } catch (IllegalArgumentException notACidr) {
            return address + "+" + size;
        }
    }

    private static String join(Stream<String> rules) {
        return rules.sorted().distinct().collect(Collectors.joining("; "));
    }
}
