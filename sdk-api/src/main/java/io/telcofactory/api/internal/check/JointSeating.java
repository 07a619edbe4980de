package io.telcofactory.api.internal.check;

import io.telcofactory.api.service.Affinity;
import io.telcofactory.api.service.AffinityRule;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.site.Host;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Looks for hosts for all instances of a service that has affinity, by all rules at a time. Parties - instances that sit together - are
 * seated one after the other, those with the smallest choice first; where one finds no host, the one before moves on. That can take long,
 * so it gives up after some steps and then knows nothing.
 */
final class JointSeating {
    private static final int MOST_STEPS = 5_000;

    private final List<Party> parties = new ArrayList<>();
    private final Set<Set<String>> apart = new HashSet<>();
    private final Map<Host, List<Party>> seated = new HashMap<>();
    private int steps;

    /**
     * Instances that must share one host: all of roles that are affined, or a single one.
     *
     * @param roles their roles
     * @param shapes what each instance takes
     * @param hosts which could take a first instance of each role
     */
    private record Party(Set<String> roles, List<Shape> shapes, List<Host> hosts) {}

    private JointSeating(Workload service, ToIntFunction<Role> count, HostChoice choice) {
        Map<String, Set<String>> together = new HashMap<>();
        service.affinity().forEach(rule -> enter(rule, together));
        service.roles().stream()
                .filter(role -> role.affinity().equals(Optional.of(Affinity.ANTI_AFFINED)))
                .forEach(role -> apart.add(Set.of(role.name())));
        Set<Set<String>> done = new HashSet<>();
        for (Role role : service.roles()) {
            Set<String> group = together.getOrDefault(role.name(), Set.of(role.name()));
            boolean one = group.size() > 1 || role.affinity().equals(Optional.of(Affinity.AFFINED));
            if (one && done.add(group)) {
                add(group.stream().map(service::role).toList(), count, choice);
            } else if (!one && apart.stream().anyMatch(pair -> pair.contains(role.name()))) {
                for (int i = 0; i < count.applyAsInt(role); i++) {
                    add(List.of(role), any -> 1, choice);
                }
            }
        }
        parties.sort(Comparator.comparingInt(party -> party.hosts().size()));
    }

    /**
     * Tells whether a service can't be seated.
     *
     * @param count how many instances of each role
     * @return what is wrong in words, or empty if there is a way or none is known
     */
    static Optional<String> misfit(Workload service, ToIntFunction<Role> count, HostChoice choice) {
        if (service.roles().stream().anyMatch(role -> choice.shape(role).isEmpty())) {
            return Optional.empty(); // another check tells of it
        }
        JointSeating seating = new JointSeating(service, count, choice);
        if (seating.parties.size() < 2 || seating.seat(0) || seating.steps >= MOST_STEPS) {
            return Optional.empty();
        }
        Set<String> hosts = seating.parties.stream()
                .flatMap(party -> party.hosts().stream())
                .map(Host::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return Optional.of(
                "each of its affinity rules can be met, but not all of them together, on " + String.join(", ", hosts));
    }

    private void enter(AffinityRule rule, Map<String, Set<String>> together) {
        List<String> roles = List.copyOf(rule.roles());
        if (rule.affinity() == Affinity.AFFINED) {
            Set<String> group = new TreeSet<>(roles);
            roles.forEach(role -> group.addAll(together.getOrDefault(role, Set.of())));
            group.forEach(role -> together.put(role, group));
        } else {
            for (String one : roles) {
                roles.stream().filter(other -> !other.equals(one)).forEach(other -> apart.add(Set.of(one, other)));
            }
        }
    }

    private void add(List<Role> roles, ToIntFunction<Role> count, HostChoice choice) {
        List<Shape> shapes = new ArrayList<>();
        Set<Host> hosts = new HashSet<>(choice.of(roles.get(0)).orElseThrow());
        for (Role role : roles) {
            hosts.retainAll(choice.of(role).orElseThrow());
            for (int i = 0; i < count.applyAsInt(role); i++) {
                shapes.add(choice.shape(role).orElseThrow());
            }
        }
        Set<String> names = roles.stream().map(Role::name).collect(Collectors.toSet());
        parties.add(new Party(
                names,
                shapes,
                hosts.stream().sorted(Comparator.comparing(Host::name)).toList()));
    }

    private boolean seat(int next) {
        if (next == parties.size()) {
            return true;
        }
        Party party = parties.get(next);
        for (Host host : party.hosts()) {
            if (++steps >= MOST_STEPS) {
                return false;
            }
            List<Party> there = seated.computeIfAbsent(host, empty -> new ArrayList<>());
            if (there.stream().noneMatch(other -> apart(party, other)) && takes(host, party, there)) {
                there.add(party);
                if (seat(next + 1)) {
                    return true;
                }
                there.remove(there.size() - 1);
            }
        }
        return false;
    }

    private boolean apart(Party one, Party other) {
        return one.roles().stream()
                .anyMatch(mine -> other.roles().stream().anyMatch(theirs -> apart.contains(pair(mine, theirs))));
    }

    private static Set<String> pair(String one, String other) {
        return one.equals(other) ? Set.of(one) : Set.of(one, other);
    }

    private static boolean takes(Host host, Party party, List<Party> there) {
        HostSpace space = HostSpace.of(host);
        there.forEach(other -> other.shapes().forEach(space::take));
        return party.shapes().stream().allMatch(shape -> space.take(shape).isEmpty());
    }
}
