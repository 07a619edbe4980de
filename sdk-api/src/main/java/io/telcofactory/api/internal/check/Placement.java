package io.telcofactory.api.internal.check;

import io.telcofactory.api.site.Host;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Tries to put instances on hosts: the hardest first, in several orders of the hosts, since no single greedy order finds every
 * placement. A placement found is possible; one not found is, but for rare mixtures, impossible.
 *
 * <p>Instances of one shape are placed together: a host that could not take one of them can take none of those that follow,
 * so that each host is given up once for each shape, and work grows with instances and not with instances times hosts.
 */
final class Placement {
    private static final Comparator<Demand> HARDEST_FIRST = Comparator.comparing(
            Demand::shape,
            Comparator.<Shape>comparingInt(
                            shape -> shape.gpus() + shape.devices().size())
                    .thenComparing(Shape::pinned)
                    .thenComparing(shape -> shape.parts().size())
                    .thenComparing(Shape::vcpus)
                    .thenComparing(Shape::memory)
                    .reversed());
    private static final List<Comparator<HostSpace>> ORDERS = List.of(
            Comparator.comparingDouble(HostSpace::cpus),
            Comparator.comparingDouble(HostSpace::cpus).reversed(),
            Comparator.comparing(HostSpace::name));

    private final List<HostSpace> spaces;
    private final Comparator<HostSpace> order;
    private final List<Misfit> misfits = new ArrayList<>();

    private Placement(List<Host> hosts, Comparator<HostSpace> order) {
        this.spaces = hosts.stream().map(HostSpace::of).toList();
        this.order = order;
    }

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
        Map<Shape, List<Demand>> byShape = new LinkedHashMap<>();
        demands.stream()
                .sorted(HARDEST_FIRST)
                .forEach(demand -> byShape.computeIfAbsent(demand.shape(), shape -> new ArrayList<>())
                        .add(demand));
        List<Misfit> fewest = List.of();
        for (Comparator<HostSpace> order : ORDERS) {
            Placement attempt = new Placement(hosts, order);
            byShape.forEach(attempt::place);
            if (attempt.misfits.isEmpty()) {
                return List.of();
            }
            fewest = fewest.isEmpty() || attempt.misfits.size() < fewest.size() ? attempt.misfits : fewest;
        }
        return fewest;
    }

    private void place(Shape shape, List<Demand> demands) {
        PriorityQueue<HostSpace> candidates = new PriorityQueue<>(order.thenComparing(HostSpace::name));
        candidates.addAll(spaces);
        Optional<String> closest = Optional.empty();
        Obstacle least = new Obstacle(Obstacle.Stage.USABLE, -1, "the site has no hosts");
        for (Demand demand : demands) {
            int instance = 1;
            while (instance <= demand.count() && !candidates.isEmpty()) {
                HostSpace space = candidates.remove();
                Optional<Obstacle> obstacle = space.take(shape);
                if (obstacle.isEmpty()) {
                    candidates.add(space);
                    instance++;
                } else if (obstacle.get().compareTo(least) > 0) {
                    least = obstacle.get();
                    closest = Optional.of(space.name());
                }
            }
            if (instance <= demand.count()) {
                misfits.add(new Misfit(demand, instance, closest, least));
            }
        }
    }
}
