package io.telcofactory.api.network;

import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.ValueStyle;
import io.telcofactory.api.tenant.Tenant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A router between networks of a tenant and one of the provider, with network address translation if asked for: machines of the tenant
 * reach what is outside, and nobody outside reaches them. It is one virtual machine, or two of which one stands by, made from an image of
 * OpenNebula's virtual router appliance. Its machines are the provider's, and do not count in the tenant's quota.
 *
 * <p>The address of the router in a network floats: the machine that works has it. Machines use the router if the network names that
 * address as its gateway. The security rules of a network hold for the router's interface as for all others: what shall leave must be
 * allowed inbound, to the router.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface VirtualRouter extends Resource permits ImmutableVirtualRouter {

    /**
     * Returns the router's name.
     *
     * @return a DNS label of at most 40 characters, unique among the tenant's routers
     */
    String name();

    /**
     * Returns the tenant.
     *
     * @return the tenant's name
     */
    String tenant();

    /**
     * Returns the image of the appliance.
     *
     * @return its name on the server
     */
    String image();

    /**
     * Returns the network of the provider.
     *
     * @return its name on the server; the tenant must be allowed to use it
     */
    String uplink();

    /**
     * Returns the networks of the tenant, in the order of the interfaces after that of the uplink.
     *
     * @return at least one
     */
    List<RouterInterface> interfaces();

    /**
     * Tells whether senders inside are hidden behind the router's address outside. Applies to IPv4.
     *
     * @return true by default
     */
    @Value.Default
    default boolean nat() {
        return true;
    }

    /**
     * Returns how many machines make up the router.
     *
     * @return 1, or 2 of which one stands by
     */
    @Value.Default
    default int instances() {
        return 1;
    }

    /**
     * Returns the virtual CPUs of each.
     *
     * @return 1 by default
     */
    @Value.Default
    default int vcpus() {
        return 1;
    }

    /**
     * Returns the memory of each.
     *
     * @return whole mebibytes, 512 MiB by default
     */
    @Value.Default
    default DataSize memory() {
        return DataSize.mebibytes(512);
    }

    @Override
    @Value.Lazy
    default Ref ref() {
        return new Ref(Ref.ROUTER, tenant(), name());
    }

    @Override
    default Set<Ref> references() {
        Set<Ref> references = new HashSet<>();
        references.add(Ref.tenant(tenant()));
        interfaces().forEach(each -> references.add(each.network()));
        return references;
    }

    /** Checks names and sizes. */
    @Value.Check
    default void check() {
        Checks.name("router.name", name());
        Checks.name("router.tenant", tenant());
        Checks.line("router.image", image());
        Checks.line("router.uplink", uplink());
        Checks.range("router.instances", instances(), 1, 2);
        Checks.range("router.vcpus", vcpus(), 1, 64);
        memory().requireWholeMebibytes("router.memory");
        Checks.require(!interfaces().isEmpty(), name(), "router.interfaces", "must name a network at least");
        Set<Ref> networks = new HashSet<>();
        interfaces()
                .forEach(each -> Checks.require(
                        networks.add(each.network()) && each.network().tenant().equals(tenant()),
                        each.network(),
                        "router.interfaces",
                        "must name each network of the tenant once, and no others"));
    }

    /**
     * Starts a router.
     *
     * @param name a DNS label of at most 40 characters
     * @return a builder for one machine with address translation
     */
    static Builder builder(String name) {
        return new Builder().name(name);
    }

    /**
     * Starts a router from this one.
     *
     * @return a builder with these values
     */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes of a router. */
    final class Builder extends ImmutableVirtualRouter.Builder {
        Builder() {}

        /**
         * Sets the tenant.
         *
         * @param tenant whose router it is
         * @return this builder
         */
        public Builder tenant(Tenant tenant) {
            return tenant(tenant.name());
        }

        /**
         * Connects the router to a network of the tenant, at an address of the server's choice.
         *
         * @param network the network
         * @return this builder
         */
        public Builder connect(TenantNetwork network) {
            return addInterfaces(new RouterInterface(network.ref(), Optional.empty()));
        }

        /**
         * Connects the router to a network of the tenant.
         *
         * @param network the network
         * @param address the router's address there, among those that the network gives to virtual machines
         * @return this builder
         */
        public Builder connect(TenantNetwork network, String address) {
            return addInterfaces(new RouterInterface(network.ref(), Optional.of(IpAddress.parse(address))));
        }
    }
}
