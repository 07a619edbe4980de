package io.telcofactory.upf.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * Finds rules by the addresses of UEs they are about: the ranges lie sorted, so that those within a range stand together,
 * and those around it are found by the few lengths that occur.
 */
final class UeIndex {
    private final NavigableMap<IpPrefix, List<Integer>> byRange = new TreeMap<>();
    private final List<Integer> everyUe = new ArrayList<>();
    private final NavigableSet<Integer> lengths = new TreeSet<>();

    /** Takes the UEs of some of all rules, by their numbers. */
    UeIndex(int[] numbers, List<FlowRule> all) {
        for (int number : numbers) {
            if (all.get(number).flow().to().address() instanceof IpPrefix range) {
                byRange.computeIfAbsent(range, r -> new ArrayList<>()).add(number);
                lengths.add(range.length());
            } else {
                everyUe.add(number);
            }
        }
    }

    /** Returns about how many rules share UEs with a range, no more than a limit. */
    int estimate(IpPrefix range, int limit) {
        int count = everyUe.size();
        for (List<Integer> rules : around(range)) {
            count += rules.size();
        }
        for (List<Integer> rules : within(range).values()) {
            count += rules.size();
            if (count > limit) {
                break;
            }
        }
        return count;
    }

    /** Tells of each rule that shares UEs with a range. */
    void overlapping(IpPrefix range, IntConsumer found) {
        everyUe.forEach(found::accept);
        around(range).forEach(rules -> rules.forEach(found::accept));
        within(range).values().forEach(rules -> rules.forEach(found::accept));
    }

    /** The rules of ranges that hold all of this one and more. */
    private List<List<Integer>> around(IpPrefix range) {
        return lengths.headSet(range.length()).stream()
                .map(length -> byRange.get(range.truncated(length)))
                .flatMap(rules -> Optional.ofNullable(rules).stream())
                .toList();
    }

    /** The rules of this range and of those within it. */
    private Map<IpPrefix, List<Integer>> within(IpPrefix range) {
        return byRange.subMap(range, true, range.last(), true);
    }
}
