package io.telcofactory.api.network;

import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.ValueStyle;
import io.telcofactory.api.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A local breakout at N6: the 5G network brings this traffic of the tenant's devices to the tenant's own network at the
 * edge, and the answers go back the same way. Source: 3GPP TS 23.501 clause 5.6.7.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface N6Breakout extends Resource permits ImmutableN6Breakout {

    /**
     * Returns the breakout's name.
     *
     * @return a DNS label of at most 40 characters, unique among the tenant's breakouts
     */
    String name();

    /**
     * Returns the owner.
     *
     * @return name of the tenant
     */
    String tenant();

    /**
     * Returns where the traffic goes.
     *
     * @return name of one of the tenant's networks
     */
    String network();

    /**
     * Returns the data network of the devices' sessions.
     *
     * @return the name, or empty for any
     */
    Optional<Dnn> dnn();

    /**
     * Returns the slice of the devices' sessions.
     *
     * @return the slice, or empty for any
     */
    Optional<Snssai> snssai();

    /**
     * Returns the access to the data network at the edge site.
     *
     * @return the DNAI as the 5G operator names it
     */
    String dnai();

    /**
     * Returns which traffic is meant.
     *
     * @return matches, or none for all traffic of the {@link #dnn()}, or of the {@link #application()} as the network knows it
     */
    List<TrafficMatch> matches();

    /**
     * Returns the id under which the 5G network knows the application whose traffic is meant, and by which it is then
     * selected. The network is taught to detect it by {@link #matches()}; without them it must know it already.
     *
     * @return the id, or empty to select traffic by the matches themselves
     */
    Optional<String> application();

    /**
     * Returns how the user plane function hands the traffic over.
     *
     * @return the mode, {@link N6Mode#ROUTED} by default
     */
    @Value.Default
    default N6Mode mode() {
        return N6Mode.ROUTED;
    }

    /**
     * Returns how the traffic is handed to the roles that are attached to the breakout.
     *
     * @return the handoff, {@link Handoff#virtio()} by default
     */
    @Value.Default
    default Handoff handoff() {
        return Handoff.virtio();
    }

    /**
     * Returns how much each interface of an attached role may receive from devices.
     *
     * @return the limit, or empty for that of the network
     */
    Optional<Bandwidth> uplink();

    /**
     * Returns how much each interface of an attached role may send to devices.
     *
     * @return the limit, or empty for that of the network
     */
    Optional<Bandwidth> downlink();

    /**
     * Tells whether servers start traffic to the devices, for example to stop a machine.
     *
     * @return true if they do, which {@link N6Mode#NAT} makes impossible; false by default
     */
    @Value.Default
    default boolean actuation() {
        return false;
    }

    /**
     * Returns how long the way may take.
     *
     * @return the budget, or empty if nobody depends on it
     */
    Optional<LatencyBudget> latency();

    /**
     * Returns the addresses that the devices have; with {@link N6Mode#ROUTED} the roles get a route back to them by {@link #nextHop()} and
     * {@link #nextHop6()}.
     *
     * @return ranges of IPv4 and IPv6 that do not overlap; at least one with {@link N6Mode#ROUTED}, none with
     *     {@link N6Mode#ETHERNET}
     */
    List<Cidr> uePools();

    /**
     * Returns the user plane function's IPv4 address in the network, by which devices are reached (routed N6).
     *
     * @return an address in the network's subnet; with {@link N6Mode#ROUTED} and IPv4 ranges of {@link #uePools()} it is needed, and a
     *     plan takes that of the site's user plane at the {@link #dnai()} if it is empty
     */
    Optional<Ipv4> nextHop();

    /**
     * Returns the user plane function's IPv6 address in the network, by which devices are reached (routed N6).
     *
     * @return an address in the network's subnet; with {@link N6Mode#ROUTED} and IPv6 ranges of {@link #uePools()} it is needed, and a
     *     plan takes that of the site's user plane at the {@link #dnai()} if it is empty
     */
    Optional<Ipv6> nextHop6();

    /**
     * Returns the network's reference.
     *
     * @return {@code network/TENANT/NETWORK}
     */
    @Value.Lazy
    default Ref networkRef() {
        return new Ref(Ref.NETWORK, tenant(), network());
    }

    /**
     * Returns the way back to the devices.
     *
     * @return one route for each range of {@link #uePools()} whose next hop is known with {@link N6Mode#ROUTED}, else none
     */
    default List<Route> returnRoutes() {
        return mode() != N6Mode.ROUTED
                ? List.of()
                : uePools().stream()
                        .flatMap(pool -> nextHop(pool).map(hop -> new Route(pool, hop)).stream())
                        .toList();
    }

    /**
     * Returns the user plane function's address of a family.
     *
     * @param pool of that family
     * @return {@link #nextHop()} or {@link #nextHop6()}
     */
    default Optional<? extends IpAddress> nextHop(Cidr pool) {
        return pool.isIpv6() ? nextHop6() : nextHop();
    }

    @Override
    @Value.Lazy
    default Ref ref() {
        return new Ref(Ref.BREAKOUT, tenant(), name());
    }

    @Override
    default Set<Ref> references() {
        return Set.of(Ref.tenant(tenant()), networkRef());
    }

    /** Checks names and that there is something to steer. */
    @Value.Check
    default void check() {
        Checks.name("breakout.name", name());
        Checks.name("breakout.tenant", tenant());
        Checks.name("breakout.network", network());
        Checks.require(
                dnai().matches("[!-~]{1,128}"),
                dnai(),
                "breakout.dnai",
                "must be 1 to 128 printable characters without blanks");
        application()
                .ifPresent(id -> Checks.require(
                        id.matches("[!-~]{1,128}"),
                        id,
                        "breakout.application",
                        "must be 1 to 128 printable characters without blanks"));
        Checks.require(
                !matches().isEmpty() || dnn().isPresent() || application().isPresent(),
                "",
                "breakout.matches",
                "must name at least one destination, unless dnn or application say which traffic is meant");
        for (int i = 0; i < uePools().size(); i++) {
            Cidr pool = uePools().get(i);
            uePools().subList(0, i).stream()
                    .filter(pool::overlaps)
                    .findFirst()
                    .ifPresent(other -> Checks.require(
                            false, pool, "breakout.uePools", "overlaps " + other + " of the same breakout"));
        }
        switch (mode()) {
            case ROUTED -> checkRouted();
            case ETHERNET -> checkEthernet();
            case NAT -> {
                // nothing leads back to the devices, so that nothing is needed for it
            }
        }
    }

    private void checkRouted() {
        Checks.require(
                !uePools().isEmpty(), "", "breakout.uePools", "must name at least one range of device addresses");
    }

    private void checkEthernet() {
        boolean spared = matches().isEmpty()
                && uePools().isEmpty()
                && nextHop().isEmpty()
                && nextHop6().isEmpty();
        Checks.require(spared, mode(), "breakout.mode", "hands over frames: leave matches, uePools and next hops out");
    }

    /**
     * Starts a breakout.
     *
     * @param name a DNS label of at most 40 characters
     * @return a builder
     */
    static Builder builder(String name) {
        return new Builder().name(name);
    }

    /**
     * Starts a breakout from this one.
     *
     * @return a builder with these values
     */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes of a breakout. */
    final class Builder extends ImmutableN6Breakout.Builder {
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
         * Sets where the traffic goes.
         *
         * @param target one of the tenant's networks
         * @return this builder
         */
        public Builder network(TenantNetwork target) {
            return network(target.name());
        }

        /**
         * Sets the data network.
         *
         * @param name for example {@code factory.acme}
         * @return this builder
         */
        public Builder dnn(String name) {
            return dnn(new Dnn(name));
        }

        /**
         * Adds traffic.
         *
         * @param match what is meant
         * @return this builder
         */
        public Builder match(TrafficMatch match) {
            return addMatches(match);
        }

        /**
         * Adds device addresses.
         *
         * @param range for example {@code 10.45.0.0/16}
         * @return this builder
         */
        public Builder uePool(String range) {
            return addUePools(Cidr.parse(range));
        }

        /**
         * Sets the user plane function's address of its family.
         *
         * @param address for example {@code 10.60.0.1} or {@code 2001:db8:60::1}
         * @return this builder
         */
        public Builder nextHop(String address) {
            return IpAddress.parse(address) instanceof Ipv6 hop ? nextHop6(hop) : nextHop(Ipv4.parse(address));
        }
    }
}
