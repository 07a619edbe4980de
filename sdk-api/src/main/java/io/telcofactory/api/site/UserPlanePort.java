package io.telcofactory.api.site;

import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.ValueStyle;
import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.IpAddress;
import io.telcofactory.api.network.Ipv4;
import io.telcofactory.api.network.Ipv6;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * An N6 port of a user plane function that is there already: breakouts into its network have it as their next hop without naming it.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface UserPlanePort permits ImmutableUserPlanePort {

    /**
     * Returns the access to the data network.
     *
     * @return the DNAI as the 5G operator names it
     */
    String dnai();

    /**
     * Returns the port's IPv4 address.
     *
     * @return the address, or empty if it has none
     */
    Optional<Ipv4> address();

    /**
     * Returns the port's IPv6 address.
     *
     * @return the address, or empty if it has none
     */
    Optional<Ipv6> address6();

    /**
     * Returns the VLAN that the port is in.
     *
     * @return 1 to 4094, or empty if it is not told
     */
    Optional<Integer> vlan();

    /**
     * Returns the longest packet that the port takes.
     *
     * @return bytes of IP, 1280 to 9216, or empty if it is not told
     */
    Optional<Integer> mtu();

    /**
     * Returns the addresses.
     *
     * @return one or both, IPv4 first
     */
    default List<IpAddress> addresses() {
        return Stream.<Optional<? extends IpAddress>>of(address(), address6())
                .<IpAddress>flatMap(Optional::stream)
                .toList();
    }

    /**
     * Finds the port's address in a range.
     *
     * @param range of either family
     * @return the address, or empty if it has none there
     */
    default Optional<IpAddress> addressIn(Cidr range) {
        return addresses().stream().filter(range::contains).findFirst();
    }

    /** Checks that the port can be a next hop. */
    @Value.Check
    default void check() {
        Checks.require(
                dnai().matches("[!-~]{1,128}"),
                dnai(),
                "userPlane.dnai",
                "must be 1 to 128 printable characters without blanks");
        Checks.require(!addresses().isEmpty(), "", "userPlane.address", "must be given, or address6");
        vlan().ifPresent(id -> Checks.range("userPlane.vlan", id, 1, 4094));
        mtu().ifPresent(bytes -> Checks.range("userPlane.mtu", bytes, 1280, 9216));
    }

    /**
     * Starts a port.
     *
     * @param dnai the access to the data network
     * @return a builder
     */
    static Builder builder(String dnai) {
        return new Builder().dnai(dnai);
    }

    /** Collects the attributes of a port. */
    final class Builder extends ImmutableUserPlanePort.Builder {
        Builder() {}
    }
}
