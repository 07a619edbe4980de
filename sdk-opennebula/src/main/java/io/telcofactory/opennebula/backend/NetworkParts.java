package io.telcofactory.opennebula.backend;

import io.telcofactory.api.Ref;
import io.telcofactory.api.spi.Stamp;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.backend.render.Stamps;
import io.telcofactory.opennebula.model.Network;
import io.telcofactory.opennebula.model.SecurityGroup;
import java.util.List;
import java.util.Optional;

/** Finds what there is of a network. */
final class NetworkParts {
    /** The group that lets everything pass, which the server puts on each new network. */
    static final List<Integer> AS_MADE = List.of(0);

    private final Pools pools;
    private final Stamps stamps;
    private final TenantParts tenant;
    private final Ref ref;
    private final String name;
    private final Optional<Network> candidate;

    NetworkParts(Pools pools, Stamps stamps, TenantParts tenant, Ref ref) {
        this(pools, stamps, tenant, ref, Optional.empty());
    }

    /**
     * Looks at a network of others as if it were the one.
     *
     * @param candidate that network, or empty to look for ours
     */
    NetworkParts(Pools pools, Stamps stamps, TenantParts tenant, Ref ref, Optional<Network> candidate) {
        this.pools = pools;
        this.stamps = stamps;
        this.tenant = tenant;
        this.ref = ref;
        this.name = stamps.scope().nativeName(ref);
        this.candidate = candidate;
    }

    String name() {
        return name;
    }

    TenantParts tenant() {
        return tenant;
    }

    /** The stamp, from the network if it is there: only that one tells what was applied last. */
    Optional<Stamp> stamp() {
        return network().flatMap(stamps::of).or(() -> securityGroup().flatMap(stamps::of));
    }

    Optional<SecurityGroup> securityGroup() {
        return pools.securityGroups(name).stream()
                .filter(group -> stamps.owns(group, ref, name))
                .findFirst();
    }

    Optional<Network> network() {
        return candidate.or(this::ours);
    }

    private Optional<Network> ours() {
        return pools.networks(name).stream()
                .filter(network -> stamps.owns(network, ref, name))
                .findFirst();
    }

    /** The other tenants that may use it. */
    NetworkGuests guests() {
        return new NetworkGuests(pools, stamps, this);
    }

    boolean inVdc(Network network) {
        return tenant.vdc()
                .filter(vdc -> pools.networksOf(vdc).contains(network.id()))
                .isPresent();
    }

    /** Whether the network uses this security group and no other. */
    boolean guarded(Network network) {
        return securityGroup()
                .filter(group -> network.securityGroupIds().equals(List.of(group.id())))
                .isPresent();
    }
}
