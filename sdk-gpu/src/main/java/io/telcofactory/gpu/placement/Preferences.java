package io.telcofactory.gpu.placement;

import io.telcofactory.gpu.internal.StateTable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which slot of a GPU in a certain state a profile should take, and how much that costs: the value of the state before
 * minus the value after. A state is worth the slices it can still take, each at the price of its profile.
 *
 * <p>Prices follow the objective. For {@link Objective#MOST_ACCEPTED} a profile's price is how often it is asked for, times
 * its size, times the square of how scarce its places are beside the room there is. (Measured against plain fragmentation
 * gradients in the benchmarks, group {@code gpu}.) Prices change with each claim; values are worked out when a search
 * asks for them.
 */
final class Preferences {
    static final float IMPOSSIBLE = Float.POSITIVE_INFINITY;

    private static final int FORGET_AFTER = 1 << 14;
    private static final int PRESUMED = 16;

    /** What a free unit more on the chosen GPU costs; steadies choices that the prices leave nearly equal. */
    private static final float BEST_FIT = 0.1f;

    private static final float NEW_GPU = 1e6f;
    private static final double FEW_PLACES = 5;

    private final StateTable table;
    private final Objective objective;
    private final int kinds;
    private final int[][] slotsOf;
    private final int[] room;
    private final int[] size;
    private final long[] places;
    private final long[] asked;
    private long askedInAll;
    private final double[] prices;
    private final float[] value;
    private final int[] valueVersion;
    private int version;

    Preferences(StateTable table, Objective objective) {
        this.table = table;
        this.objective = objective;
        this.kinds = table.profiles() + 1;
        this.slotsOf = new int[kinds][];
        this.room = new int[table.states() * kinds];
        this.size = new int[kinds];
        this.places = new long[kinds];
        this.asked = new long[kinds];
        this.prices = new double[kinds];
        this.value = new float[table.states()];
        this.valueVersion = new int[table.states()];
        Arrays.fill(asked, PRESUMED);
        // nobody asks for whole GPUs until somebody does; a slice may be asked for at any time
        asked[table.profiles()] = table.profiles() == 0 ? PRESUMED : 0;
        askedInAll = Arrays.stream(asked).sum();
        measureRoom();
    }

    /** Notes a GPU that joins the fleet in a state. */
    void joined(int state) {
        for (int kind = 0; kind < kinds; kind++) {
            places[kind] += room[state * kinds + kind];
        }
        renewPrices();
    }

    /** Notes that a GPU went from one state to another. */
    void moved(int from, int to) {
        for (int kind = 0; kind < kinds; kind++) {
            places[kind] += room[to * kinds + kind] - room[from * kinds + kind];
        }
    }

    /** Notes that a profile was asked for. */
    void asked(int kind) {
        asked[kind]++;
        if (++askedInAll > FORGET_AFTER) {
            askedInAll = 0;
            for (int k = 0; k < kinds; k++) {
                asked[k] = (asked[k] + 1) / 2;
                askedInAll += asked[k];
            }
        }
        renewPrices();
    }

    /** Returns the slot a profile should take in a state, or {@link StateTable#NONE} if none is free. */
    int slot(int kind, int state) {
        int best = StateTable.NONE;
        float most = Float.NEGATIVE_INFINITY;
        for (int slot : slotsOf[kind]) {
            int next = table.add(state, slot);
            if (next != StateTable.NONE && value(next) > most) {
                most = value(next);
                best = slot;
            }
        }
        return best;
    }

    /** Returns what taking that slot costs, {@link #IMPOSSIBLE} if no slot is free. */
    float cost(int kind, int state) {
        float most = Float.NEGATIVE_INFINITY;
        for (int slot : slotsOf[kind]) {
            int next = table.add(state, slot);
            if (next != StateTable.NONE) {
                most = Math.max(most, value(next));
            }
        }
        return value(state) - most + entry(state);
    }

    /** Returns what going from one state to the next costs. */
    float costBetween(int state, int next) {
        return value(state) - value(next) + entry(state);
    }

    private float entry(int state) {
        float fit = BEST_FIT * (table.axisUnits() - Integer.bitCount(table.occupancy(state)));
        return objective == Objective.FEWEST_GPUS && state == 0 ? fit + NEW_GPU : fit;
    }

    /** Returns how many slices of a profile still fit into a state. */
    int room(int state, int kind) {
        return room[state * kinds + kind];
    }

    private float value(int state) {
        if (valueVersion[state] != version) {
            double sum = 0;
            for (int kind = 0; kind < kinds; kind++) {
                sum += prices[kind] * room[state * kinds + kind];
            }
            value[state] = (float) sum;
            valueVersion[state] = version;
        }
        return value[state];
    }

    private void renewPrices() {
        long units = 0;
        for (int kind = 0; kind < kinds; kind++) {
            units = Math.max(units, places[kind] * size[kind]);
        }
        for (int kind = 0; kind < kinds; kind++) {
            prices[kind] = price(kind, units);
        }
        version++;
    }

    private double price(int kind, long units) {
        if (objective != Objective.MOST_ACCEPTED) {
            return kind == table.profiles() ? 0 : (double) size[kind] / kinds;
        }
        double scarcity = ((double) units / size[kind] + FEW_PLACES) / (places[kind] + FEW_PLACES);
        return (double) asked[kind] / askedInAll * size[kind] * scarcity * scarcity;
    }

    private void measureRoom() {
        for (int kind = 0; kind < kinds; kind++) {
            int wanted = kind;
            slotsOf[kind] = IntStream.range(0, table.slots())
                    .filter(slot -> table.profileOf(slot) == wanted)
                    .toArray();
            size[kind] = Integer.bitCount(table.maskOf(slotsOf[kind][0]));
        }
        for (int state = 0; state < table.states(); state++) {
            for (int kind = 0; kind < kinds; kind++) {
                room[state * kinds + kind] = most(state, kind, 0);
            }
        }
    }

    private int most(int state, int kind, int from) {
        int most = 0;
        for (int i = from; i < slotsOf[kind].length; i++) {
            int next = table.add(state, slotsOf[kind][i]);
            if (next != StateTable.NONE) {
                most = Math.max(most, 1 + most(next, kind, i + 1));
            }
        }
        return most;
    }
}
