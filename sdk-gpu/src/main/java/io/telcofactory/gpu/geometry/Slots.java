package io.telcofactory.gpu.geometry;

import io.telcofactory.gpu.catalogue.Engine;
import io.telcofactory.gpu.catalogue.MigProfile;
import io.telcofactory.gpu.internal.EngineCounters;
import io.telcofactory.gpu.internal.StateTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sets of slices as bits of a long, one bit for each place a slice can take, and the two rules that say which sets can
 * exist: units apart, engines enough.
 */
final class Slots {
    private final StateTable table;
    private final List<SlicePlacement> placements;
    private final Map<SlicePlacement, Integer> slotOf = new LinkedHashMap<>();

    Slots(StateTable table) {
        this.table = table;
        for (int slot = 0; slot < table.wholeSlot(); slot++) {
            slotOf.put(new SlicePlacement(table.profile(table.profileOf(slot)), table.startOf(slot)), slot);
        }
        this.placements = List.copyOf(slotOf.keySet());
    }

    List<SlicePlacement> placements() {
        return placements;
    }

    /** Returns the bit of a slice, or 0 if it is a slice of another board. */
    long bit(SlicePlacement slice) {
        Integer slot = slotOf.get(slice);
        return slot == null ? 0 : 1L << slot;
    }

    /** Returns the slices of a set by ascending start. */
    List<SlicePlacement> slices(long bits) {
        List<SlicePlacement> slices = new ArrayList<>();
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            slices.add(placements.get(Long.numberOfTrailingZeros(rest)));
        }
        slices.sort(Comparator.comparingInt(SlicePlacement::start));
        return List.copyOf(slices);
    }

    /** Returns the units that the slices of a set cover. */
    int occupancy(long bits) {
        int mask = 0;
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            mask |= table.maskOf(Long.numberOfTrailingZeros(rest));
        }
        return mask;
    }

    boolean isMaximal(long bits) {
        for (int slot = 0; slot < placements.size(); slot++) {
            if (fits(bits, slot)) {
                return false;
            }
        }
        return true;
    }

    /** Says why a slice can't be added to a set, or nothing if it can. */
    Optional<String> obstacle(long bits, SlicePlacement slice) {
        for (SlicePlacement other : slices(bits)) {
            if (other.overlaps(slice)) {
                return Optional.of("units " + slice.start() + " to " + (slice.end() - 1) + " overlap with " + other);
            }
        }
        int slot = Long.numberOfTrailingZeros(bit(slice));
        return fits(bits, slot) ? Optional.empty() : Optional.of(lackingEngines(bits, slot));
    }

    /** Hands out every set that can exist, each once, the empty one first. */
    void enumerate(LongConsumer each) {
        enumerate(0, 0, 0, 0, each);
    }

    private void enumerate(int from, long bits, int mask, long used, LongConsumer each) {
        each.accept(bits);
        for (int slot = from; slot < placements.size(); slot++) {
            if ((mask & table.maskOf(slot)) == 0 && table.engines().leaves(used, table.needOf(slot))) {
                enumerate(slot + 1, bits | 1L << slot, mask | table.maskOf(slot), used + table.needOf(slot), each);
            }
        }
    }

    /** Returns a set that holds a slice of each wanted profile beside those of another set, or null if there is none. */
    @Nullable Long extend(long bits, List<MigProfile> wanted) {
        return extend(bits, wanted, 0, -1);
    }

    private @Nullable Long extend(long bits, List<MigProfile> wanted, int index, int lastSlot) {
        if (index == wanted.size()) {
            return bits;
        }
        // slices of one profile are alike: they take their places in ascending order
        boolean twin = index > 0 && wanted.get(index).equals(wanted.get(index - 1));
        for (int slot = twin ? lastSlot + 1 : 0; slot < placements.size(); slot++) {
            if (placements.get(slot).profile().equals(wanted.get(index)) && fits(bits, slot)) {
                Long found = extend(bits | 1L << slot, wanted, index + 1, slot);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private boolean fits(long bits, int slot) {
        return (occupancy(bits) & table.maskOf(slot)) == 0 && table.engines().leaves(used(bits), table.needOf(slot));
    }

    private long used(long bits) {
        long used = 0;
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            used += table.needOf(Long.numberOfTrailingZeros(rest));
        }
        return used;
    }

    private String lackingEngines(long bits, int slot) {
        List<String> lacking = new ArrayList<>();
        for (Engine kind : Engine.values()) {
            int need = EngineCounters.count(table.needOf(slot), kind);
            int all = table.engines().capacity(kind);
            int free = all - EngineCounters.count(used(bits), kind);
            if (need > free) {
                lacking.add("it needs " + need + " of the engine " + kind + " and " + free + " of " + all + " is left");
            }
        }
        return String.join(", ", lacking);
    }
}
