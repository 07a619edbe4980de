package io.telcofactory.api.internal.check;

import io.telcofactory.api.Ref;
import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.NetworkType;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.site.Inventory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The segment and the addresses that one network takes, a desired one or one that is there.
 *
 * @param order its place: desired networks first, in the blueprint's order
 * @param desired its reference, empty for one that is only there
 * @param name for messages
 * @param foreign whether this factory did not make it
 * @param type how it is kept apart
 * @param segment its VLAN or VXLAN network identifier, empty for one not yet chosen
 * @param subnets its subnets
 * @param device the hosts' interface, empty text if unknown
 */
record TakenSpace(
        int order,
        Optional<Ref> desired,
        String name,
        boolean foreign,
        NetworkType type,
        Optional<Integer> segment,
        List<Cidr> subnets,
        String device) {

    /** Two networks that are in each other's way; the first is desired. */
    record Pair(TakenSpace network, TakenSpace other) {}

    /** Two networks that share addresses; the first is desired. */
    record Overlap(TakenSpace network, Cidr range, TakenSpace other, Cidr otherRange) {}

    private record Range(Cidr cidr, TakenSpace holder) {}

    private record Segment(NetworkType type, int number) {}

    static TakenSpace of(int order, TenantNetwork network, String device) {
        return new TakenSpace(
                order,
                Optional.of(network.ref()),
                network.ref().toString(),
                false,
                network.type(),
                network.vlan().or(network::vni),
                network.subnets(),
                device);
    }

    static TakenSpace of(int order, Inventory.Network network) {
        return new TakenSpace(
                order,
                Optional.empty(),
                "network " + network.id() + " '" + network.name() + "'",
                network.owner().isEmpty(),
                network.type(),
                network.segment(),
                network.subnets(),
                network.physicalDevice());
    }

    /** Finds networks on one segment. */
    static List<Pair> sameSegment(List<TakenSpace> spaces) {
        Map<Segment, List<TakenSpace>> bySegment = new HashMap<>();
        List<Pair> pairs = new ArrayList<>();
        for (TakenSpace space : spaces) {
            if (space.segment.isPresent() || space.type == NetworkType.FLAT) {
                List<TakenSpace> earlier = bySegment.computeIfAbsent(
                        new Segment(space.type, space.segment.orElse(0)), segment -> new ArrayList<>());
                earlier.stream()
                        .filter(other -> space.touches(other))
                        .forEach(other -> pair(space, other).ifPresent(pairs::add));
                earlier.add(space);
            }
        }
        return pairs;
    }

    /** Tags on an unknown device count as being on the same: a shared VLAN joins two tenants, a wrong alarm costs a number. */
    private boolean touches(TakenSpace other) {
        boolean known = !device.isEmpty() && !other.device.isEmpty();
        return known ? device.equals(other.device) : type != NetworkType.FLAT;
    }

    /** The later of two desired networks is told about the earlier one; two that are only there are nobody's concern. */
    private static Optional<Pair> pair(TakenSpace one, TakenSpace two) {
        boolean swap = one.desired.isEmpty() || (two.desired.isPresent() && two.order > one.order);
        Pair pair = swap ? new Pair(two, one) : new Pair(one, two);
        return Optional.of(pair).filter(found -> found.network.desired.isPresent());
    }

    /** Finds shared addresses: ranges are nested or apart, so that those around one are on a stack when it is met. */
    static List<Overlap> sharedAddresses(List<TakenSpace> spaces) {
        List<Range> ranges = new ArrayList<>();
        spaces.forEach(space -> space.subnets.forEach(cidr -> ranges.add(new Range(cidr, space))));
        ranges.sort(Comparator.comparing(Range::cidr));
        Deque<Range> around = new ArrayDeque<>();
        List<Overlap> overlaps = new ArrayList<>();
        for (Range range : ranges) {
            while (!around.isEmpty() && !around.peek().cidr.overlaps(range.cidr)) {
                around.pop();
            }
            for (Range other : around) {
                pair(range.holder, other.holder)
                        .map(pair -> pair.network.order == range.holder.order
                                ? new Overlap(pair.network, range.cidr, pair.other, other.cidr)
                                : new Overlap(pair.network, other.cidr, pair.other, range.cidr))
                        .ifPresent(overlaps::add);
            }
            around.push(range);
        }
        return overlaps;
    }
}
