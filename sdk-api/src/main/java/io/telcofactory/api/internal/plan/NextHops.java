package io.telcofactory.api.internal.plan;

import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.IpAddress;
import io.telcofactory.api.network.Ipv4;
import io.telcofactory.api.network.Ipv6;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.N6Mode;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.spi.Owned;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives a breakout that names no next hop the address that the site's user plane function has in its network, if there is one such. */
final class NextHops {
    private final Map<Ref, Resource> resources;
    private final World world;

    NextHops(Map<Ref, Resource> resources, World world) {
        this.resources = resources;
        this.world = world;
    }

    N6Breakout expand(N6Breakout breakout) {
        if (breakout.mode() != N6Mode.ROUTED) {
            return breakout;
        }
        N6Breakout.Builder expanded = breakout.toBuilder();
        for (Cidr range : network(breakout).map(TenantNetwork::subnets).orElse(List.of())) {
            boolean needed = breakout.uePools().stream().anyMatch(pool -> pool.isIpv6() == range.isIpv6());
            if (needed && breakout.nextHop(range).isEmpty()) {
                address(breakout.dnai(), range).ifPresent(hop -> set(expanded, hop));
            }
        }
        return expanded.build();
    }

    private Optional<TenantNetwork> network(N6Breakout breakout) {
        return Optional.ofNullable(resources.get(breakout.networkRef()))
                .or(() -> Optional.ofNullable(world.owned().get(breakout.networkRef()))
                        .flatMap(Owned::applied))
                .filter(TenantNetwork.class::isInstance)
                .map(TenantNetwork.class::cast);
    }

    /** Of several nobody can choose one. */
    private Optional<IpAddress> address(String dnai, Cidr range) {
        List<IpAddress> found = world.inventory().site().map(site -> site.userPlanesAt(dnai)).orElse(List.of()).stream()
                .flatMap(port -> port.addressIn(range).stream())
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static void set(N6Breakout.Builder breakout, IpAddress hop) {
        if (hop instanceof Ipv6 address) {
            breakout.nextHop6(address);
        } else if (hop instanceof Ipv4 address) {
            breakout.nextHop(address);
        }
    }
}
