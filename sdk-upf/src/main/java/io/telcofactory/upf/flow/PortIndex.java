package io.telcofactory.upf.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Finds intervals of ports that overlap one, in logarithmic time and the number of hits: the intervals lie sorted by their
 * first port as a balanced tree, and each node knows the highest port below it.
 */
final class PortIndex {
    static final PortIndex EMPTY = new PortIndex(List.of());

    private final int[] first;
    private final int[] last;
    private final int[] highest;
    private final int[] rules;
    private final int[] sortedLast;

    /** Intervals of first port, last port and number of the rule. */
    PortIndex(List<int[]> intervals) {
        List<int[]> sorted = new ArrayList<>(intervals);
        sorted.sort(Comparator.comparingInt(interval -> interval[0]));
        int size = sorted.size();
        first = new int[size];
        last = new int[size];
        highest = new int[size];
        rules = new int[size];
        for (int i = 0; i < size; i++) {
            first[i] = sorted.get(i)[0];
            last[i] = sorted.get(i)[1];
            rules[i] = sorted.get(i)[2];
        }
        climb(0, size);
        sortedLast = last.clone();
        Arrays.sort(sortedLast);
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
