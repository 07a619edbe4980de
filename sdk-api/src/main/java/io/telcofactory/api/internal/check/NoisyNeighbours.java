package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.compute.PinPolicy;
import io.telcofactory.api.nf.NetworkFunction;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Proposal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
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
        HostChoice choice = new HostChoice(proposal);
        Map<String, Ref> held = new HashMap<>();
        proposal.desired(NetworkFunction.class).forEach(function -> {
            Ref ref = function.ref();
            hosts(function, proposal, choice).forEach(host -> held.putIfAbsent(host, ref));
        });
        List<Finding> findings = new ArrayList<>();
        if (!held.isEmpty()) {
            IdentityHashMap<Set<String>, Set<String>> shared = new IdentityHashMap<>();
            proposal.desired(AiService.class)
                    .forEach(service -> service.roles().stream()
                            .filter(NoisyNeighbours::bestEffort)
                            .forEach(role -> examine(
                                            service,
                                            role,
                                            shared.computeIfAbsent(choice.reachable(role), reach -> among(held, reach)),
                                            held)
                                    .ifPresent(findings::add)));
        }
        return findings;
    }

    private static Set<String> among(Map<String, Ref> held, Set<String> hosts) {
        Set<String> both = new TreeSet<>(hosts);
        both.retainAll(held.keySet());
        return both;
    }

    private static boolean bestEffort(Role role) {
        return role.epa()
                .filter(profile -> profile.pinned() && profile.pinning() != PinPolicy.SHARED)
                .isEmpty();
    }

    private static Optional<Finding> examine(AiService service, Role role, Set<String> shared, Map<String, Ref> held) {
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

    private static Set<String> hosts(NetworkFunction function, Proposal proposal, HostChoice choice) {
        Set<String> hosts = new TreeSet<>();
        for (Role role : function.roles()) {
            Set<String> running = proposal.staying(function.ref())
                    .map(owned -> running(owned, role))
                    .orElse(Set.of());
            hosts.addAll(running.size() >= role.instances().min() ? running : choice.reachable(role));
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
}
