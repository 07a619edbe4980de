package io.telcofactory.api.internal.check;

import io.telcofactory.api.site.Host;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tries to put instances on hosts: the hardest first, in several orders of the hosts, since no single greedy order finds every
 * placement. A placement found is possible; one not found is, but for rare mixtures, impossible.
 */
final class Placement {
    private static final Comparator<Demand> HARDEST_FIRST = Comparator.<Demand>comparingInt(Demand::devices)
            .thenComparing(Demand::pinned)
            .thenComparing(Demand::nodes)
            .thenComparing(demand -> demand.role().vcpus())
            .thenComparing(demand -> demand.role().memory())
            .reversed();
    private static final List<Comparator<HostSpace>> ORDERS = List.of(
            Comparator.comparing(HostSpace::cpus),
            Comparator.comparing(HostSpace::cpus).reversed(),
            Comparator.comparing(HostSpace::name));

    private Placement() {}

    /**
     * What found no place.
     *
     * @param demand what was asked
     * @param instance which of the instances to place, from 1
     * @param host name of the host that came closest, or empty if there are no hosts
     * @param obstacle what that host lacked
     */
    record Misfit(Demand demand, int instance, Optional<String> host, Obstacle obstacle) {}

    /** Returns what finds no place, at most one misfit for each role; nothing if all fit. */
    static List<Misfit> misfits(List<Host> hosts, List<Demand> demands) {
        List<Demand> ordered = demands.stream().sorted(HARDEST_FIRST).toList();
        return ORDERS.stream()
                .map(order -> attempt(hosts, ordered, order))
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    private static List<Misfit> attempt(List<Host> hosts, List<Demand> demands, Comparator<HostSpace> order) {
        List<HostSpace> spaces = hosts.stream().map(HostSpace::of).toList();
        List<Misfit> misfits = new ArrayList<>();
        int instance = 0;
        Demand previous = null;
        for (Demand demand : demands) {
            instance = demand.equals(previous) ? instance + 1 : 1;
            previous = demand;
            boolean failedBefore =
                    misfits.stream().anyMatch(misfit -> misfit.demand().equals(demand));
            if (!failedBefore) {
                place(demand, instance, spaces.stream().sorted(order)).ifPresent(misfits::add);
            }
        }
        return misfits;
    }

    private static Optional<Misfit> place(Demand demand, int instance, Stream<HostSpace> spaces) {
        Misfit closest = new Misfit(
                demand, instance, Optional.empty(), new Obstacle(Obstacle.Stage.USABLE, -1, "the site has no hosts"));
        for (HostSpace space : spaces.toList()) {
            Optional<Obstacle> obstacle = space.take(demand);
            if (obstacle.isEmpty()) {
                return Optional.empty();
            }
            if (obstacle.get().compareTo(closest.obstacle()) > 0) {
                closest = new Misfit(demand, instance, Optional.of(space.name()), obstacle.get());
            }
        }
        return Optional.of(closest);
    }
}
