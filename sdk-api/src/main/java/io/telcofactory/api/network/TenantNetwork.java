package io.telcofactory.api.network;

import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.ValueStyle;
import io.telcofactory.api.tenant.Tenant;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * A network that belongs to one tenant: a segment of its own with subnets, routes and security rules.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface TenantNetwork extends Resource permits ImmutableTenantNetwork {

    /**
     * Returns the network's name.
     *
     * @return a DNS label of at most 40 characters, unique among the tenant's networks
     */
    String name();

    /**
     * Returns the owner.
     *
     * @return name of the tenant
     */
    String tenant();

    /**
     * Returns how the network is kept apart from others.
     *
     * @return the type, {@link NetworkType#VLAN} by default
     */
    @Value.Default
    default NetworkType type() {
        return NetworkType.VLAN;
    }

    /**
     * Returns which of the site's fabrics carries the network.
     *
     * @return a name in the site document, or empty for the site's own {@code network}
     */
    Optional<String> fabric();

    /**
     * Returns the VLAN.
     *
     * @return 1 to 4094, or empty to let the site choose one; only with type {@link NetworkType#VLAN}
     */
    Optional<Integer> vlan();

    /**
     * Returns the VXLAN network identifier. Source: RFC 7348 clause 5.
     *
     * @return 1 to 16777215, or empty to let the site choose one; only with type {@link NetworkType#VXLAN}
     */
    Optional<Integer> vni();

    /**
     * Returns the IPv4 subnet.
     *
     * @return /8 to /30, or empty for none; without any subnet virtual machines get Ethernet addresses only
     */
    Optional<Cidr> subnet();

    /**
     * Returns the IPv6 subnet.
     *
     * @return /32 to /126, or empty for none
     */
    Optional<Cidr> subnet6();

    /**
     * Returns the first address given to virtual machines. In a network with both families the other one begins at the
     * same distance from its subnet's base.
     *
     * @return an address in one of the subnets, or empty for the eleventh, or the third of an IPv4 subnet smaller than /27,
     *     so that routers have room
     */
    Optional<IpAddress> firstAddress();

    /**
     * Returns how many addresses of each family are given to virtual machines.
     *
     * @return at least 1; by default all up to the end of the subnet, but at most 1024
     */
    @Value.Default
    default int addresses() {
        return subnets().stream()
                .map(range -> range.size().subtract(BigInteger.valueOf(firstHost() + 1)))
                .reduce(BigInteger.valueOf(1024), BigInteger::min)
                .max(BigInteger.ONE)
                .intValueExact();
    }

    /**
     * Returns the default router for IPv4.
     *
     * @return an address in the IPv4 subnet, or empty for none
     */
    Optional<Ipv4> gateway();

    /**
     * Returns the default router for IPv6.
     *
     * @return an address in the IPv6 subnet, or empty for none
     */
    Optional<Ipv6> gateway6();

    /**
     * Returns the longest packet.
     *
     * @return bytes of IP, 1280 to 9216, or empty for the hosts' and guests' own default
     */
    Optional<Integer> mtu();

    /**
     * Returns how much each interface may receive.
     *
     * @return the bandwidth, or empty for no limit
     */
    Optional<Bandwidth> inbound();

    /**
     * Returns how much each interface may send.
     *
     * @return the bandwidth, or empty for no limit
     */
    Optional<Bandwidth> outbound();

    /**
     * Returns the routes that virtual machines get besides the gateway. The return routes of breakouts need not be
     * given: they are added from the breakouts themselves.
     *
     * @return routes, none by default
     */
    List<Route> routes();

    /**
     * Returns what is let through.
     *
     * @return rules; none means that nothing passes
     */
    List<SecurityRule> securityRules();

    /**
     * Returns the other tenants whose network functions have an interface here.
     *
     * @return their names; a plan adds those of the blueprint's functions
     */
    Set<String> guests();

    @Override
    @Value.Lazy
    default Ref ref() {
        return new Ref(Ref.NETWORK, tenant(), name());
    }

    @Override
    default Set<Ref> references() {
        return Stream.concat(Stream.of(tenant()), guests().stream())
                .map(Ref::tenant)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns the subnets.
     *
     * @return none, one or both, IPv4 first
     */
    @Value.Lazy
    default List<Cidr> subnets() {
        return Stream.of(subnet(), subnet6()).flatMap(Optional::stream).toList();
    }

    /**
     * Returns the first address that virtual machines get in a subnet.
     *
     * @param range one of {@link #subnets()}
     * @return {@link #firstAddress()} or what follows from it
     */
    default IpAddress firstIn(Cidr range) {
        return range.base().plus(firstHost());
    }

    /**
     * Returns the last address that virtual machines get in a subnet.
     *
     * @param range one of {@link #subnets()}
     * @return an address in it
     */
    default IpAddress lastIn(Cidr range) {
        return firstIn(range).plus(addresses() - 1L);
    }

    /**
     * Tells whether an address lies in one of the subnets.
     *
     * @param address any address
     * @return true if it does
     */
    default boolean contains(IpAddress address) {
        return subnets().stream().anyMatch(range -> range.contains(address));
    }

    /**
     * Tells whether an address is one of those given to virtual machines.
     *
     * @param address any address
     * @return true if it is
     */
    default boolean gives(IpAddress address) {
        return subnets().stream()
                .filter(range -> range.contains(address))
                .anyMatch(range -> address.compareTo(firstIn(range)) >= 0 && address.compareTo(lastIn(range)) <= 0);
    }

    private long firstHost() {
        long usual = subnet().filter(range -> range.prefix() > 27).isPresent() ? 2 : 10;
        return firstAddress()
                .flatMap(first -> subnets().stream()
                        .filter(range -> range.contains(first))
                        .findFirst()
                        .map(range -> first.number().subtract(range.base().number())))
                .map(distance ->
                        distance.min(BigInteger.valueOf(Integer.MAX_VALUE)).longValueExact())
                .orElse(usual);
    }

    /** Checks identifiers, and that all addresses lie in the subnets. */
    @Value.Check
    default void check() {
        Checks.name("network.name", name());
        Checks.name("network.tenant", tenant());
        fabric().ifPresent(fabric -> Checks.name("network.fabric", fabric));
        guests().forEach(guest -> Checks.require(
                !Checks.name("network.guests", guest).equals(tenant()), guest, "network.guests", "must be others"));
        vlan().ifPresent(id -> {
            Checks.range("network.vlan", id, 1, 4094);
            Checks.require(type() == NetworkType.VLAN, id, "network.vlan", "needs type VLAN, not " + type());
        });
        vni().ifPresent(id -> {
            Checks.range("network.vni", id, 1, (1 << 24) - 1);
            Checks.require(type() == NetworkType.VXLAN, id, "network.vni", "needs type VXLAN, not " + type());
        });
        mtu().ifPresent(bytes -> Checks.range("network.mtu", bytes, 1280, 9216));
        subnet().ifPresent(range -> subnet("network.subnet", range, false, 8, 30));
        subnet6().ifPresent(range -> subnet("network.subnet6", range, true, 32, 126));
        firstAddress().ifPresent(first -> inSubnet("network.firstAddress", first));
        Checks.range("network.addresses", addresses(), 1, 65536);
        subnets().forEach(range -> inSubnet("network.firstAddress", range, firstIn(range)));
        subnets().forEach(range -> inSubnet("network.firstAddress + addresses - 1", range, lastIn(range)));
        gateway().ifPresent(router -> inSubnet("network.gateway", router));
        gateway6().ifPresent(router -> inSubnet("network.gateway6", router));
        routes().forEach(route -> inSubnet("network.routes.nextHop", route.nextHop()));
    }

    private static void subnet(String field, Cidr range, boolean ipv6, int widest, int narrowest) {
        Checks.require(range.isIpv6() == ipv6, range, field, ipv6 ? "must be an IPv6 range" : "must be an IPv4 range");
        Checks.range(field + " prefix length", range.prefix(), widest, narrowest);
    }

    private static void inSubnet(String field, Cidr range, IpAddress address) {
        Checks.require(range.contains(address), address, field, "must lie in the subnet " + range);
    }

    private void inSubnet(String field, IpAddress address) {
        Checks.require(
                contains(address),
                address,
                field,
                subnets().isEmpty() ? "needs a subnet of its family" : "must lie in " + subnetsText());
    }

    private String subnetsText() {
        return subnets().stream().map(Cidr::toString).collect(Collectors.joining(" or ", "the subnet ", ""));
    }

    /**
     * Starts a network.
     *
     * @param name a DNS label of at most 40 characters
     * @return a builder
     */
    static Builder builder(String name) {
        return new Builder().name(name);
    }

    /**
     * Starts a network from this one.
     *
     * @return a builder with these values
     */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes of a network. */
    final class Builder extends ImmutableTenantNetwork.Builder {
        Builder() {}

        /**
         * Sets the owner.
         *
         * @param owner the tenant
         * @return this builder
         */
        public Builder tenant(Tenant owner) {
            return tenant(owner.name());
        }

        /**
         * Sets the subnet of its family.
         *
         * @param range for example {@code 10.60.0.0/24} or {@code 2001:db8:60::/64}
         * @return this builder
         */
        public Builder subnet(String range) {
            Cidr parsed = Cidr.parse(range);
            return parsed.isIpv6() ? subnet6(parsed) : subnet(parsed);
        }

        /**
         * Sets the first address given to virtual machines.
         *
         * @param address in one of the subnets
         * @return this builder
         */
        public Builder firstAddress(String address) {
            return firstAddress(IpAddress.parse(address));
        }

        /**
         * Sets the default router of its family.
         *
         * @param address for example {@code 10.60.0.1} or {@code 2001:db8:60::1}
         * @return this builder
         */
        public Builder gateway(String address) {
            return IpAddress.parse(address) instanceof Ipv6 router ? gateway6(router) : gateway(Ipv4.parse(address));
        }
    }
}
