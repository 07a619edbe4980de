package io.telcofactory.api.internal.check;

import io.telcofactory.api.service.Role;
import io.telcofactory.api.site.Host;
import io.telcofactory.api.spi.Proposal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells which hosts can take an instance of a role. Roles of one shape have the same choice but for the hosts they name. */
final class HostChoice {
    private final Proposal proposal;
    private final Map<Shape, List<Host>> byShape = new HashMap<>();
    private final Map<Reach, Set<String>> byReach = new HashMap<>();

    /**
     * What decides where servers may bring a role.
     *
     * @param shape what an instance takes
     * @param hosts names of hosts that it wants, all if empty
     * @param avoided names of hosts that it avoids
     */
    private record Reach(Shape shape, Set<String> hosts, Set<String> avoided) {}

    HostChoice(Proposal proposal) {
        this.proposal = proposal;
    }

    /** The hosts that can take one instance now; nothing if no offer serves the role's claim, of which another check tells. */
    Optional<List<Host>> of(Role role) {
        return shape(role)
                .map(shape -> byShape.computeIfAbsent(shape, this::takers))
                .map(hosts -> allowed(role, hosts));
    }

    /** The hosts that a role allows, whatever room they have. */
    List<Host> allowed(Role role) {
        return allowed(role, proposal.inventory().hosts());
    }

    /** The names of the hosts to which servers may bring a role, whatever room they have now; the same set for roles that are alike. */
    Set<String> reachable(Role role) {
        return shape(role)
                .map(shape -> byReach.computeIfAbsent(
                        new Reach(shape, role.hosts(), role.avoidedHosts()), reach -> reachable(role, shape)))
                .orElse(Set.of());
    }

    private Set<String> reachable(Role role, Shape shape) {
        return allowed(role).stream()
                .filter(host -> host.pinnedOnly() == shape.pinned())
                .filter(host -> shape.suits(host) && has(host, shape))
                .map(Host::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean has(Host host, Shape shape) {
        return shape.offer()
                        .map(offer -> offer.onHost(host.name())
                                && host.pciDevices().stream().anyMatch(device -> device.matches(offer)))
                        .orElse(true)
                && shape.devices().stream()
                        .allMatch(claim -> host.pciDevices().stream().anyMatch(device -> device.matches(claim)));
    }

    Optional<Shape> shape(Role role) {
        return Shape.of(role, proposal.inventory());
    }

    /** Whether room is empty in which something stands now that goes away: nobody tells on which host. */
    boolean roomUnsure() {
        return !proposal.replaced().isEmpty();
    }

    private List<Host> takers(Shape shape) {
        return proposal.inventory().hosts().stream()
                .filter(host -> roomUnsure()
                        ? host.usable() && host.pinnedOnly() == shape.pinned() && shape.suits(host)
                        : HostSpace.of(host).take(shape).isEmpty())
                .toList();
    }

    private static List<Host> allowed(Role role, List<Host> hosts) {
        Set<String> wanted = role.hosts();
        Set<String> avoided = role.avoidedHosts();
        return wanted.isEmpty() && avoided.isEmpty()
                ? hosts
                : hosts.stream()
                        .filter(host -> wanted.isEmpty() || wanted.contains(host.name()))
                        .filter(host -> !avoided.contains(host.name()))
                        .toList();
    }
}
