package io.telcofactory.gpu.placement;

import io.telcofactory.gpu.internal.StateTable;
import java.util.Arrays;

/**
 * Which slot of a GPU in a certain state a profile should take, and how much that costs: the value of the state before
 * minus the value after. A state is worth the slices it can still take, each at the price of its profile.
 *
 * <p>Prices follow the objective. For {@link Objective#MOST_ACCEPTED} a profile's price is how often it is asked for, times
 * its size, and more when few places for it are left in the fleet; when none or very many are left, protecting them would
 * gain nothing. (Measured against plain fragmentation gradients in the benchmarks, group {@code gpu}.)
 */
final class Preferences {
    static final float IMPOSSIBLE = Float.POSITIVE_INFINITY;

    private static final int REFRESH_AFTER = 256;
    private static final int FORGET_AFTER = 1 << 14;
    private static final float BEST_FIT = 1e-4f;
    private static final float NEW_GPU = 1e6f;
    private static final double SCARCITY = 4;
    private static final double SCARCITY_FADES = 6;

    private final StateTable table;
    private final Objective objective;
    private final int kinds;
    private final int[] room;
    private final int[] size;
    private final long[] places;
    private final long[] asked;
    private long askedInAll;
    private int sinceRefresh;
    private final int[] bestSlot;
    private final float[] bestCost;

    Preferences(StateTable table, Objective objective) {
        this.table = table;
        this.objective = objective;
        this.kinds = table.profiles() + 1;
        this.room = new int[table.states() * kinds];
        this.size = new int[kinds];
        this.places = new long[kinds];
        this.asked = new long[kinds];
        this.bestSlot = new int[table.states() * kinds];
        this.bestCost = new float[table.states() * kinds];
        Arrays.fill(asked, 1);
        // nobody asks for whole GPUs until somebody does; a slice may be asked for at any time
        asked[table.profiles()] = table.profiles() == 0 ? 1 : 0;
        askedInAll = Arrays.stream(asked).sum();
        measureRoom();
    }

    /** Notes that GPUs went from one state to another. */
    void moved(int from, int to) {
        for (int kind = 0; kind < kinds; kind++) {
            places[kind] += room[to * kinds + kind] - room[from * kinds + kind];
        }
    }

    /** Notes a GPU that joins the fleet in a state. */
    void joined(int state) {
        for (int kind = 0; kind < kinds; kind++) {
            places[kind] += room[state * kinds + kind];
        }
    }

    /** Notes that a profile was asked for, and renews the prices from time to time. */
    void asked(int kind) {
        asked[kind]++;
        if (++askedInAll > FORGET_AFTER) {
            askedInAll = 0;
            for (int k = 0; k < kinds; k++) {
                asked[k] = (asked[k] + 1) / 2;
                askedInAll += asked[k];
            }
        }
        if (++sinceRefresh >= REFRESH_AFTER) {
            sinceRefresh = 0;
            refresh();
        }
    }

    /** Returns the slot a profile should take in a state. */
    int slot(int kind, int state) {
        return bestSlot[kind * table.states() + state];
    }

    /** Returns what taking that slot costs, {@link #IMPOSSIBLE} if no slot is free. */
    float cost(int kind, int state) {
        return bestCost[kind * table.states() + state];
    }

    /** Makes the first prices, once all GPUs have joined. */
    void open() {
        refresh();
    }

    /** Returns how many slices of a profile still fit into a state. */
    int room(int state, int kind) {
        return room[state * kinds + kind];
    }

    private void refresh() {
        float[] value = values();
        Arrays.fill(bestCost, IMPOSSIBLE);
        Arrays.fill(bestSlot, StateTable.NONE);
        for (int state = 0; state < table.states(); state++) {
            float fit = BEST_FIT * (table.axisUnits() - Integer.bitCount(table.occupancy(state)));
            float opening = objective == Objective.FEWEST_GPUS && state == 0 ? NEW_GPU : 0;
            for (int slot = 0; slot < table.slots(); slot++) {
                int next = table.add(state, slot);
                if (next != StateTable.NONE) {
                    float cost = value[state] - value[next] + fit + opening;
                    int at = table.profileOf(slot) * table.states() + state;
                    if (cost < bestCost[at]) {
                        bestCost[at] = cost;
                        bestSlot[at] = slot;
                    }
                }
            }
        }
    }

    private float[] values() {
        double[] prices = new double[kinds];
        for (int kind = 0; kind < kinds; kind++) {
            prices[kind] = price(kind);
        }
        float[] value = new float[table.states()];
        for (int state = 0; state < value.length; state++) {
            double sum = 0;
            for (int kind = 0; kind < kinds; kind++) {
                sum += prices[kind] * room[state * kinds + kind];
            }
            value[state] = (float) sum;
        }
        return value;
    }

    private double price(int kind) {
        if (objective != Objective.MOST_ACCEPTED) {
            return kind == table.profiles() ? 0 : (double) size[kind] / kinds;
        }
        double left = places[kind];
        double scarcity = SCARCITY * size[kind] * left / ((left + 1) * (left + SCARCITY_FADES));
        return (double) asked[kind] / askedInAll * size[kind] * (1 + scarcity);
    }

    private void measureRoom() {
        for (int slot = 0; slot < table.slots(); slot++) {
            size[table.profileOf(slot)] = Integer.bitCount(table.maskOf(slot));
        }
        for (int state = 0; state < table.states(); state++) {
            for (int kind = 0; kind < kinds; kind++) {
                room[state * kinds + kind] = most(state, kind, 0);
            }
        }
    }

    private int most(int state, int kind, int fromSlot) {
        int most = 0;
        for (int slot = fromSlot; slot < table.slots(); slot++) {
            if (table.profileOf(slot) == kind && table.add(state, slot) != StateTable.NONE) {
                most = Math.max(most, 1 + most(table.add(state, slot), kind, slot + 1));
            }
        }
        return most;
    }
}
