package io.telcofactory.api.internal.check;

import io.telcofactory.api.service.Affinity;
import io.telcofactory.api.service.AffinityRule;
import io.telcofactory.api.service.Instances;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.site.Host;
import io.telcofactory.api.spi.Owned;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Seats the new instances of one service: rule by rule first, since that tells best what is wrong, then by all rules together. What it
 * finds impossible is impossible.
 */
final class Seating {
    private final Workload service;
    private final @Nullable Owned running;
    private final ToIntFunction<Instances> count;
    private final HostChoice choice;

    /**
     * Looks at a service.
     *
     * @param running what of it stays where it is, or null if nothing does
     * @param count how many instances of a role are wanted
     */
    Seating(Workload service, @Nullable Owned running, ToIntFunction<Instances> count, HostChoice choice) {
        this.service = service;
        this.running = running;
        this.count = count;
        this.choice = choice;
    }

    /** What can't be, in words. */
    List<String> misfits() {
        List<String> misfits = new ArrayList<>();
        for (Role role : service.roles()) {
            apart(List.of(role)).ifPresent(misfits::add);
            if (role.affinity().equals(Optional.of(Affinity.AFFINED))) {
                together(List.of(role)).ifPresent(misfits::add);
            }
        }
        for (AffinityRule rule : service.affinity()) {
            List<Role> roles = rule.roles().stream().map(service::role).toList();
            Optional<String> misfit = rule.affinity() == Affinity.AFFINED ? together(roles) : apart(roles);
            misfit.ifPresent(misfits::add);
        }
        boolean known = running == null && !choice.roomUnsure();
        if (misfits.isEmpty() && known && !service.affinity().isEmpty()) {
            JointSeating.misfit(service, this::added, choice).ifPresent(misfits::add);
        }
        return misfits;
    }

    /** Each role needs a host of its own, one with instances apart as many as there are new ones. */
    private Optional<String> apart(List<Role> roles) {
        if (roles.size() == 1 && undemanding(roles.get(0))) {
            return Optional.empty();
        }
        List<List<Host>> seats = new ArrayList<>();
        for (Role role : roles) {
            int needed =
                    role.affinity().equals(Optional.of(Affinity.ANTI_AFFINED)) ? added(role) : Math.min(1, added(role));
            choice.of(role).ifPresent(hosts -> seats.addAll(Collections.nCopies(needed, hosts)));
        }
        return seated(seats) ? Optional.empty() : Optional.of(lack(roles, seats));
    }

    /** Whether a role leaves the choice of hosts to the server, so that other checks tell all there is. */
    private static boolean undemanding(Role role) {
        return !role.affinity().equals(Optional.of(Affinity.ANTI_AFFINED))
                && role.hosts().isEmpty()
                && role.avoidedHosts().isEmpty();
    }

    private String lack(List<Role> roles, List<List<Host>> seats) {
        String who = roles.size() == 1
                ? "new instances of role " + roles.get(0).name()
                : "roles " + roles.stream().map(Role::name).collect(Collectors.joining(" + "));
        Set<String> hosts =
                seats.stream().flatMap(List::stream).map(Host::name).collect(Collectors.toCollection(TreeSet::new));
        String need = seats.size() == 1 ? "1 host" : seats.size() + " different hosts";
        return who + " need " + need + ", and " + (hosts.isEmpty() ? "none" : "only " + String.join(", ", hosts))
                + " can take them";
    }

    /** Whether each seat gets a host of its own: a seat that finds its hosts taken lets others move. */
    private static boolean seated(List<List<Host>> seats) {
        Map<Host, Integer> taken = new HashMap<>();
        for (int seat = 0; seat < seats.size(); seat++) {
            boolean roomy = seats.get(seat).size() >= seats.size();
            if (!roomy && !seat(seat, seats, taken, new HashSet<>())) {
                return false;
            }
        }
        return true;
    }

    private static boolean seat(int seat, List<List<Host>> seats, Map<Host, Integer> taken, Set<Host> tried) {
        for (Host host : seats.get(seat)) {
            if (tried.add(host)) {
                Integer holder = taken.get(host);
                if (holder == null || seat(holder, seats, taken, tried)) {
                    taken.put(host, seat);
                    return true;
                }
            }
        }
        return false;
    }

    /** One host must take all. Where some run already, the others have to follow them, and it is not known where that is. */
    private Optional<String> together(List<Role> roles) {
        boolean known = running == null && !choice.roomUnsure();
        if (!known || roles.stream().anyMatch(role -> choice.shape(role).isEmpty())) {
            return Optional.empty();
        }
        Set<Host> allowed = new HashSet<>(choice.allowed(roles.get(0)));
        roles.forEach(role -> allowed.retainAll(choice.allowed(role)));
        return allowed.stream().anyMatch(host -> takesAll(host, roles))
                ? Optional.empty()
                : Optional.of("no host can take all "
                        + roles.stream()
                                .map(role -> added(role) + " x " + role.name())
                                .collect(Collectors.joining(", "))
                        + ", which must share one");
    }

    private boolean takesAll(Host host, List<Role> roles) {
        HostSpace space = HostSpace.of(host);
        for (Role role : roles) {
            Shape shape = choice.shape(role).orElseThrow();
            for (int i = 0; i < added(role); i++) {
                if (space.take(shape).isPresent()) {
                    return false;
                }
            }
        }
        return true;
    }

    private int added(Role role) {
        int staying = running == null ? 0 : running.instances().getOrDefault(role.name(), 0);
        return Math.max(0, count.applyAsInt(role.instances()) - staying);
    }
}
