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
 * A network that belongs to one tenant: a VLAN with a subnet, routes and security rules.
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
     * Returns the VLAN.
     *
     * @return 1 to 4094, or empty to let the site choose one
     */
    Optional<Integer> vlan();

    /**
     * Returns the subnet.
     *
     * @return /8 to /30
     */
    Cidr subnet();

    /**
     * Returns the first address given to virtual machines.
     *
     * @return an address in the subnet; by default the eleventh, or the third of a subnet smaller than /27, so that routers have room
     */
    @Value.Default
    default Ipv4 firstAddress() {
        return subnet().base().plus(subnet().prefix() <= 27 ? 10 : 2);
    }

    /**
     * Returns how many addresses are given to virtual machines.
     *
     * @return at least 1; by default all up to the end of the subnet, but at most 1024
     */
    @Value.Default
    default int addresses() {
        return (int) Math.min(
                1024, Math.max(1, subnet().last().bits() - firstAddress().bits()));
    }

    /**
     * Returns the default router.
     *
     * @return an address in the subnet, or empty for none
     */
    Optional<Ipv4> gateway();

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

    @Override
    default Ref ref() {
        return new Ref(Ref.NETWORK, tenant(), name());
    }

    @Override
    default Set<Ref> references() {
        return Set.of(Ref.tenant(tenant()));
    }

    /** Checks that all addresses lie in the subnet. */
    @Value.Check
    default void check() {
        Checks.name("network.name", name());
        Checks.name("network.tenant", tenant());
        vlan().ifPresent(id -> Checks.range("network.vlan", id, 1, 4094));
        Checks.range("network.subnet prefix length", subnet().prefix(), 8, 30);
        Checks.range("network.addresses", addresses(), 1, 65536);
        inSubnet("network.firstAddress", firstAddress());
        inSubnet("network.firstAddress + addresses - 1", firstAddress().plus(addresses() - 1L));
        gateway().ifPresent(router -> inSubnet("network.gateway", router));
        routes().forEach(route -> inSubnet("network.routes.nextHop", route.nextHop()));
    }

    private void inSubnet(String field, Ipv4 address) {
        Checks.require(subnet().contains(address), address, field, "must lie in the subnet " + subnet());
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
         * Sets the subnet.
         *
         * @param range for example {@code 10.60.0.0/24}
         * @return this builder
         */
        public Builder subnet(String range) {
            return subnet(Cidr.parse(range));
        }

        /**
         * Sets the default router.
         *
         * @param address for example {@code 10.60.0.1}
         * @return this builder
         */
        public Builder gateway(String address) {
            return gateway(Ipv4.parse(address));
        }
    }
}
