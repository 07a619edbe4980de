package io.telcofactory.upf.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds rules by the addresses of UEs they are about: the ranges lie sorted, so that those within a range stand together,
 * and those around it are found by the few lengths that occur. What stands together is put together of parts of a balanced tree,
 * each to be searched by ports, so that nothing is visited that shares the UEs and no port, or a port and no UE.
 */
final class UeIndex {
    private final List<Packets> all;
    private final List<PortIndex> everyUe;

    /** Where the rules of each range begin. */
    private final NavigableMap<IpPrefix, Integer> starts = new TreeMap<>();

    private final NavigableSet<Integer> lengths = new TreeSet<>();
    private final Part root;

    /** Takes the UEs of some of all rules, by their numbers, at least one of them with a range. */
    UeIndex(int[] numbers, List<Packets> all) {
        this.all = all;
        List<Integer> ofEveryUe = new ArrayList<>();
        NavigableMap<IpPrefix, List<Integer>> byRange = new TreeMap<>();
        for (int number : numbers) {
            if (all.get(number).ue().address() instanceof IpPrefix range) {
                byRange.computeIfAbsent(range, same -> new ArrayList<>()).add(number);
            } else {
                ofEveryUe.add(number);
            }
        }
        everyUe = ofEveryUe.isEmpty() ? List.of() : List.of(new PortIndex(array(ofEveryUe), all));
        List<Integer> sorted = new ArrayList<>();
        byRange.forEach((range, alike) -> {
            starts.put(range, sorted.size());
            lengths.add(range.length());
            sorted.addAll(alike);
        });
        root = part(array(sorted), 0, sorted.size());
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private Part part(int[] sorted, int from, int to) {
        int middle = (from + to) >>> 1;
        boolean leaf = to - from == 1;
        return new Part(
                new PortIndex(Arrays.copyOfRange(sorted, from, to), all),
                from,
                to,
                leaf ? List.of() : List.of(part(sorted, from, middle), part(sorted, middle, to)));
    }

    /** Returns the rules that share UEs with a range, in parts that share no rule. */
    List<PortIndex> sharing(IpPrefix range) {
        List<PortIndex> found = new ArrayList<>(everyUe);
        for (int length : lengths.headSet(range.length())) {
            IpPrefix around = range.truncated(length);
            if (starts.containsKey(around)) {
                root.collect(position(starts.ceilingEntry(around)), position(starts.higherEntry(around)), found);
            }
        }
        root.collect(position(starts.ceilingEntry(range)), position(starts.higherEntry(range.last())), found);
        return found;
    }

    private int position(Map.@Nullable Entry<IpPrefix, Integer> start) {
        return start == null ? root.to : start.getValue();
    }

    /** The rules that stand from one place to another. */
    private record Part(PortIndex ports, int from, int to, List<Part> halves) {
        /** Collects the largest parts that lie within two places. */
        void collect(int first, int end, List<PortIndex> found) {
            if (first <= from && to <= end) {
                found.add(ports);
            } else if (first < to && from < end) {
                halves.forEach(half -> half.collect(first, end, found));
            }
        }
    }
}
