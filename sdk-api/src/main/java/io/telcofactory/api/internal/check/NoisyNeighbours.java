package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.compute.PinPolicy;
import io.telcofactory.api.nf.NetworkFunction;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.site.Host;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Proposal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Best-effort work stays off the hosts of network functions: it would share their caches and memory, and with threads the cores
 * themselves. A function holds the hosts that it runs on, or could run on if it has still to be placed.
 */
final class NoisyNeighbours implements Check {

    @Override
    public String title() {
        return "network functions have no noisy neighbours";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        Map<String, Ref> held = new HashMap<>();
        proposal.desired(NetworkFunction.class)
                .forEach(function -> hosts(function, proposal).forEach(host -> held.putIfAbsent(host, function.ref())));
        List<Finding> findings = new ArrayList<>();
        if (!held.isEmpty()) {
            proposal.desired(AiService.class)
                    .forEach(service -> service.roles().stream()
                            .filter(NoisyNeighbours::bestEffort)
                            .forEach(role ->
                                    examine(service, role, held, proposal).ifPresent(findings::add)));
        }
        return findings;
    }

    private static boolean bestEffort(Role role) {
        return role.epa()
                .filter(profile -> profile.pinned() && profile.pinning() != PinPolicy.SHARED)
                .isEmpty();
    }

    private static Optional<Finding> examine(AiService service, Role role, Map<String, Ref> held, Proposal proposal) {
        Set<String> shared = suitable(role, proposal);
        shared.retainAll(held.keySet());
        if (shared.isEmpty()) {
            return Optional.empty();
        }
        String functions = shared.stream()
                .map(held::get)
                .distinct()
                .map(Ref::toString)
                .sorted()
                .collect(Collectors.joining(", "));
        return Optional.of(Finding.error(
                "noisy-neighbour",
                service.ref(),
                "role " + role.name() + " is "
                        + (role.epa().filter(profile -> profile.pinned()).isPresent() ? "pinned SHARED" : "not pinned")
                        + " and could run on " + String.join(", ", shared) + ", which " + functions + " holds",
                "pin it to cores or threads, keep it off by avoidedHosts, or let the function run on other hosts"));
    }

    private static Set<String> hosts(NetworkFunction function, Proposal proposal) {
        Set<String> hosts = new TreeSet<>();
        for (Role role : function.roles()) {
            Set<String> running = Optional.ofNullable(proposal.owned().get(function.ref()))
                    .filter(owned -> !proposal.replaced().contains(function.ref()))
                    .map(owned -> running(owned, role))
                    .orElse(Set.of());
            hosts.addAll(running.size() >= role.instances().min() ? running : suitable(role, proposal));
        }
        return hosts;
    }

    private static Set<String> running(Owned owned, Role role) {
        String prefix = "roles." + role.name() + ".";
        return owned.outputs().entrySet().stream()
                .filter(output ->
                        output.getKey().startsWith(prefix) && output.getKey().endsWith(".host"))
                .map(Map.Entry::getValue)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The hosts to which servers may bring a role, whatever room they have now. */
    private static Set<String> suitable(Role role, Proposal proposal) {
        HostChoice choice = new HostChoice(proposal);
        return choice.shape(role).stream()
                .flatMap(shape -> choice.allowed(role).stream()
                        .filter(host -> host.pinnedOnly() == shape.pinned())
                        .filter(host -> shape.suits(host) && has(host, shape)))
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
}
