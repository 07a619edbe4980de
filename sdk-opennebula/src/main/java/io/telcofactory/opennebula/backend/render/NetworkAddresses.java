package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.IpAddress;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.xml.XmlNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The address range of a network. IPv6 addresses are static, so that the network says which ones there are, and not derived from
 * Ethernet addresses.
 *
 * @param first4 first IPv4 address, empty for none
 * @param first6 first IPv6 address, empty for none
 * @param prefix6 prefix length of the IPv6 subnet, 0 for none
 * @param count how many of each
 */
public record NetworkAddresses(Optional<IpAddress> first4, Optional<IpAddress> first6, int prefix6, long count) {
    private static final String IPV4 = "network.addresses";
    private static final String IPV6 = "network.addresses6";

    static NetworkAddresses of(TenantNetwork network) {
        return new NetworkAddresses(
                network.subnet().map(network::firstIn),
                network.subnet6().map(network::firstIn),
                network.subnet6().map(Cidr::prefix).orElse(0),
                network.addresses());
    }

    /** The ranges of an element {@code VNET}. */
    public static Stream<NetworkAddresses> ranges(XmlNode network) {
        return network.list("AR_POOL/AR").stream().map(NetworkAddresses::of);
    }

    /** Reads the first range of an element {@code VNET}; what we would not have made is told as it is. */
    static void read(XmlNode network, BiConsumer<String, String> fields) {
        network.list("AR_POOL/AR").stream()
                .min(Comparator.comparingInt(range -> range.integer("AR_ID", 0)))
                .ifPresent(range -> {
                    NetworkAddresses found = of(range);
                    if (found.type().equals(range.text("TYPE", "").strip())) {
                        found.fields(fields);
                    } else {
                        fields.accept(IPV4, range.text("TYPE", "") + " " + range.text("IP", "") + "+" + found.count);
                    }
                });
    }

    private static NetworkAddresses of(XmlNode range) {
        return new NetworkAddresses(
                address(range, "IP"),
                address(range, "IP6"),
                range.integer("PREFIX_LENGTH", 0),
                range.whole("SIZE").orElse(0));
    }

    private static Optional<IpAddress> address(XmlNode range, String key) {
        try {
            return range.text(key)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .map(IpAddress::parse);
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    void fields(BiConsumer<String, String> fields) {
        first4.ifPresent(first -> fields.accept(IPV4, first + "-" + first.plus(count - 1)));
        first6.ifPresent(first -> fields.accept(IPV6, first + "-" + first.plus(count - 1) + "/" + prefix6));
        if (first4.isEmpty() && first6.isEmpty()) {
            fields.accept(IPV4, count + " Ethernet addresses");
        }
    }

    /** Whether an interface with these addresses has them of this range: one of each family that it gives. */
    public boolean gave(List<IpAddress> addresses) {
        return Stream.of(first4, first6)
                .flatMap(Optional::stream)
                .allMatch(first -> addresses.stream().anyMatch(address -> gave(first, address)));
    }

    private boolean gave(IpAddress first, IpAddress address) {
        return first.isIpv6() == address.isIpv6()
                && address.number().compareTo(first.number()) >= 0
                && address.number().compareTo(first.plus(count - 1).number()) <= 0;
    }

    void write(OneTemplate.Vector range) {
        range.set("TYPE", type()).set("SIZE", count);
        first4.ifPresent(first -> range.set("IP", first));
        first6.ifPresent(first -> range.set("IP6", first).set("PREFIX_LENGTH", prefix6));
    }

    private String type() {
        if (first6.isEmpty()) {
            return first4.isPresent() ? "IP4" : "ETHER";
        }
        return first4.isPresent() ? "IP4_6_STATIC" : "IP6_STATIC";
    }
}
