package io.telcofactory.upf.flow;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Finds intervals of ports that overlap one, in logarithmic time and the number of hits: the intervals lie sorted by their
 * first port as a balanced tree, and each node knows the highest port below it.
 */
final class PortIndex {
    private final int[] first;
    private final int[] last;
    private final int[] highest;
    private final int[] rules;
    private final int[] sortedLast;

    /** Takes the ports of some of all rules, by their numbers. */
    PortIndex(int[] numbers, List<Packets> all) {
        int size = numbers.length;
        rules = byFirstPort(numbers, all);
        first = new int[size];
        last = new int[size];
        for (int i = 0; i < size; i++) {
            first[i] = all.get(rules[i]).low();
            last[i] = all.get(rules[i]).high();
        }
        highest = new int[size];
        climb(0, size);
        sortedLast = last.clone();
        Arrays.sort(sortedLast);
    }

    private static int[] byFirstPort(int[] numbers, List<Packets> all) {
        return Arrays.stream(numbers)
                .boxed()
                .sorted(Comparator.comparingInt(number -> all.get(number).low()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Returns how many intervals overlap one: all but those that end before it and those that begin after it. */
    int count(int low, int high) {
        return below(first, high + 1) - below(sortedLast, low);
    }

    /** Returns how many of the sorted numbers are less than a limit. */
    private static int below(int[] sorted, int limit) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < limit) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private int climb(int from, int to) {
        if (from >= to) {
            return -1;
        }
        int middle = (from + to) >>> 1;
        highest[middle] = Math.max(last[middle], Math.max(climb(from, middle), climb(middle + 1, to)));
        return highest[middle];
    }

    void overlapping(int low, int high, IntConsumer found) {
        search(0, first.length, low, high, found);
    }

    private void search(int from, int to, int low, int high, IntConsumer found) {
        if (from >= to) {
            return;
        }
        int middle = (from + to) >>> 1;
        if (highest[middle] < low) {
            return;
        }
        search(from, middle, low, high, found);
        if (first[middle] > high) {
            return;
        }
        if (last[middle] >= low) {
            found.accept(rules[middle]);
        }
        search(middle + 1, to, low, high, found);
    }
}
