package io.telcofactory.api.internal.plan;

import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.IpAddress;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.nf.InterfaceName;
import io.telcofactory.api.nf.NetworkFunction;
import io.telcofactory.api.nf.NetworkInterface;
import io.telcofactory.api.nf.Vrf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells a network function what it carries at N6, in words that the guest reads when it boots: for each network, or each VRF of a trunk, its
 * VLAN, the function's own addresses there, and the devices behind it.
 */
final class UserPlane {
    private final Map<Ref, Resource> resources;
    private final Map<Ref, List<N6Breakout>> breakouts = new HashMap<>();

    UserPlane(Map<Ref, Resource> resources) {
        this.resources = resources;
    }

    /** Makes a breakout known to the functions that carry its network. */
    void add(N6Breakout breakout) {
        breakouts
                .computeIfAbsent(breakout.networkRef(), network -> new ArrayList<>())
                .add(breakout);
    }

    Map<String, String> context(NetworkFunction function) {
        Map<String, String> context = new TreeMap<>();
        for (NetworkInterface link : function.interfaces()) {
            if (link.name() == InterfaceName.N6) {
                instance(link, context);
                link.vrfs().forEach(vrf -> vrf(vrf, context));
            }
        }
        context.putAll(function.context());
        return context;
    }

    private void instance(NetworkInterface link, Map<String, String> context) {
        List<N6Breakout> carried = breakouts.getOrDefault(link.to(), List.of());
        if (!carried.isEmpty()) {
            context.put(key(link.to().tenant() + "-" + link.to().name()), text("", carried));
        }
    }

    private void vrf(Vrf vrf, Map<String, String> context) {
        List<N6Breakout> carried = vrf.breakouts().stream()
                .map(resources::get)
                .filter(Objects::nonNull)
                .map(N6Breakout.class::cast)
                .toList();
        String vlan = networks(carried)
                .flatMap(network -> network.vlan().stream())
                .findFirst()
                .map(id -> "vlan=" + id + " ")
                .orElse("");
        context.put(key("vrf-" + vrf.name()), text(vlan, carried));
    }

    private String text(String vlan, Collection<N6Breakout> carried) {
        String addresses = carried.stream()
                .flatMap(breakout -> Stream.concat(breakout.nextHop().stream(), breakout.nextHop6().stream()))
                .map(hop -> hop + length(hop, carried))
                .distinct()
                .collect(Collectors.joining(","));
        String devices = carried.stream()
                .flatMap(breakout -> breakout.uePools().stream())
                .map(Cidr::toString)
                .distinct()
                .collect(Collectors.joining(","));
        String modes = carried.stream()
                .map(breakout -> breakout.mode().name().toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining(","));
        return vlan + "mode=" + modes + (addresses.isEmpty() ? "" : " address=" + addresses)
                + (devices.isEmpty() ? "" : " ue=" + devices);
    }

    private String length(IpAddress hop, Collection<N6Breakout> carried) {
        return networks(carried)
                .flatMap(network -> network.subnets().stream())
                .filter(range -> range.contains(hop))
                .findFirst()
                .map(range -> "/" + range.prefix())
                .orElse("");
    }

    private Stream<TenantNetwork> networks(Collection<N6Breakout> carried) {
        return carried.stream()
                .map(N6Breakout::networkRef)
                .distinct()
                .map(resources::get)
                .filter(TenantNetwork.class::isInstance)
                .map(TenantNetwork.class::cast);
    }

    private static String key(String name) {
        return "N6_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
