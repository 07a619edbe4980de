package io.telcofactory.gpu.internal;

import io.telcofactory.gpu.catalogue.Engine;
import io.telcofactory.gpu.catalogue.GpuBoard;
import io.telcofactory.gpu.catalogue.MigProfile;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A GPU as a finite automaton. A state is what later slices can notice of the earlier ones: the units in use and, where
 * they can run short, the engines in use; a board has some hundreds. A slot is one profile at one start. Adding and
 * removing a slot are look-ups in tables made once per board.
 *
 * <p>Behind the MIG slots stands one more: the whole GPU, without MIG.
 */
public final class StateTable {
    /** What {@link #add} and {@link #remove} answer when the slot is not free, or not there. */
    public static final int NONE = -1;

    private static final int MOST_STATES = 1 << 16;

    private final GpuBoard board;

    private final MigProfile[] profiles;
    private final int[] profileOf;
    private final int[] startOf;
    private final int[] maskOf;
    private final int axisUnits;
    private final EngineCounters engines;
    private final long[] needOf;
    private final int[] occupancy;
    private final int[] add;
    private final int[] remove;

    private StateTable(GpuBoard board) {
        this.board = board;
        this.profiles =
                board.profiles().stream().filter(p -> !p.starts().isEmpty()).toArray(MigProfile[]::new);
        this.axisUnits = board.axisUnits().orElse(1);
        int slots = Arrays.stream(profiles).mapToInt(p -> p.starts().size()).sum() + 1;
        this.profileOf = new int[slots];
        this.startOf = new int[slots];
        this.maskOf = new int[slots];
        this.needOf = new long[slots];
        fillSlots();
        this.engines = watchOnlyScarce(EngineCounters.of(board));
        setNeeds(engines);
        Exploration explored = explore(engines);
        this.occupancy = explored.occupancies();
        this.add = explored.add;
        this.remove = new int[add.length];
        Arrays.fill(remove, NONE);
        for (int state = 0; state < occupancy.length; state++) {
            for (int slot = 0; slot < slots; slot++) {
                int next = add(state, slot);
                if (next != NONE) {
                    remove[next * slots + slot] = state;
                }
            }
        }
    }

    /**
     * Makes the table of a board.
     *
     * @throws io.telcofactory.api.error.UnsupportedFeatureException if the board can be cut in too many ways for a table
     */
    public static StateTable of(GpuBoard board) {
        return new StateTable(board);
    }

    /** Returns the number of states; state 0 is the empty GPU. */
    public int states() {
        return occupancy.length;
    }

    /** Returns the number of slots, the whole GPU included. */
    public int slots() {
        return maskOf.length;
    }

    /** Returns the slot that is the whole GPU without MIG; it is the last. */
    public int wholeSlot() {
        return maskOf.length - 1;
    }

    /** Returns the number of profiles that can be placed. */
    public int profiles() {
        return profiles.length;
    }

    /** Returns a profile. */
    public MigProfile profile(int index) {
        return profiles[index];
    }

    /** Returns the profile index of a slot, one past the last for the whole GPU. */
    public int profileOf(int slot) {
        return profileOf[slot];
    }

    /** Returns the unit at which a slot starts. */
    public int startOf(int slot) {
        return startOf[slot];
    }

    /** Returns the units of a slot, bit 0 for unit 0. */
    public int maskOf(int slot) {
        return maskOf[slot];
    }

    /** Returns the length of the placement axis. */
    public int axisUnits() {
        return axisUnits;
    }

    /** Returns the units in use in a state. */
    public int occupancy(int state) {
        return occupancy[state];
    }

    /** Returns the counters that can run short on this board. */
    public EngineCounters engines() {
        return engines;
    }

    /** Returns the scarce engines a slot takes. */
    public long needOf(int slot) {
        return needOf[slot];
    }

    /** Returns the state after adding a slot, or {@link #NONE} if it does not fit. */
    public int add(int state, int slot) {
        return add[state * maskOf.length + slot];
    }

    /** Returns the state after removing a slot that was added before. */
    public int remove(int state, int slot) {
        return remove[state * maskOf.length + slot];
    }

    private void fillSlots() {
        int slot = 0;
        for (int p = 0; p < profiles.length; p++) {
            for (int start : profiles[p].starts()) {
                profileOf[slot] = p;
                startOf[slot] = start;
                maskOf[slot] = units(profiles[p].size()) << start;
                slot++;
            }
        }
        profileOf[slot] = profiles.length;
        maskOf[slot] = units(axisUnits);
    }

    private static int units(int count) {
        return (int) ((1L << count) - 1);
    }

    private void setNeeds(EngineCounters counters) {
        for (int slot = 0; slot < wholeSlot(); slot++) {
            needOf[slot] = counters.need(profiles[profileOf[slot]]);
        }
    }

    /** Drops the kinds of engines that never refuse a slice the units allow, so that they do not multiply the states. */
    private EngineCounters watchOnlyScarce(EngineCounters all) {
        setNeeds(all);
        Exploration explored = explore(all);
        EngineCounters scarce = all;
        for (Engine kind : Engine.values()) {
            if (!explored.refused.contains(kind)) {
                scarce = scarce.without(kind);
            }
        }
        return scarce;
    }

    private Exploration explore(EngineCounters counters) {
        Exploration exploration = new Exploration(counters);
        exploration.run();
        return exploration;
    }

    /** Finds all states that can be reached from the empty GPU. */
    private final class Exploration {
        private final EngineCounters counters;
        private final Set<Engine> refused = EnumSet.noneOf(Engine.class);
        private final Map<State, Integer> numbers = new HashMap<>();
        private final Deque<Numbered> open = new ArrayDeque<>();
        private int[] add = new int[0];

        private Exploration(EngineCounters counters) {
            this.counters = counters;
        }

        private record State(int mask, long used) {}

        private record Numbered(State state, int number) {}

        private void run() {
            number(new State(0, 0));
            while (!open.isEmpty()) {
                Numbered next = open.remove();
                expand(next.state, next.number * slots());
            }
        }

        private void expand(State state, int row) {
            for (int slot = 0; slot < slots(); slot++) {
                if ((state.mask & maskOf[slot]) != 0) {
                    continue;
                }
                if (counters.leaves(state.used, needOf[slot])) {
                    int next = number(new State(state.mask | maskOf[slot], state.used + needOf[slot]));
                    add[row + slot] = next;
                } else {
                    noteRefusal(state, slot);
                }
            }
        }

        private int number(State state) {
            Integer known = numbers.get(state);
            if (known != null) {
                return known;
            }
            int number = numbers.size();
            if (number >= MOST_STATES) {
                throw Errors.unsupported(
                        "geometry",
                        board.name(),
                        "%s can be in more than %d states; the boards of today have some hundreds. Declare fewer profiles or a"
                                + " coarser axis",
                        board,
                        MOST_STATES);
            }
            numbers.put(state, number);
            open.add(new Numbered(state, number));
            add = Arrays.copyOf(add, (number + 1) * slots());
            Arrays.fill(add, number * slots(), add.length, NONE);
            return number;
        }

        private void noteRefusal(State state, int slot) {
            for (Engine kind : Engine.values()) {
                int asked = EngineCounters.count(state.used, kind) + EngineCounters.count(needOf[slot], kind);
                if (asked > counters.capacity(kind)) {
                    refused.add(kind);
                }
            }
        }

        private int[] occupancies() {
            int[] masks = new int[numbers.size()];
            numbers.forEach((state, number) -> masks[number] = state.mask);
            return masks;
        }
    }
}
