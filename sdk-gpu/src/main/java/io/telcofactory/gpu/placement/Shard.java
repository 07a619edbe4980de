package io.telcofactory.gpu.placement;

import io.telcofactory.gpu.catalogue.GpuBoard;
import io.telcofactory.gpu.catalogue.ProfileName;
import io.telcofactory.gpu.geometry.SlicePlacement;
import io.telcofactory.gpu.internal.StateTable;
import io.telcofactory.gpu.placement.StateBuckets.Links;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The GPUs of one kind of board, in buckets: those open to everybody, and those of one tenant only. */
final class Shard {
    static final int NOT_OFFERED = -1;

    final GpuBoard board;
    final StateTable table;
    final Preferences preferences;
    private final Map<ProfileName, Integer> kinds = new HashMap<>();
    private final @Nullable SlicePlacement[] placements;
    private final StateBuckets[] open;
    private final List<StateBuckets @Nullable []> soleByTenant = new ArrayList<>();
    private final Links soleLinks;

    Shard(GpuBoard board, Objective objective, int numaNodes, Links openLinks, Links soleLinks) {
        this.board = board;
        this.table = StateTable.of(board);
        this.preferences = new Preferences(table, objective);
        this.soleLinks = soleLinks;
        this.open = buckets(numaNodes, openLinks);
        for (int kind = 0; kind < table.profiles(); kind++) {
            kinds.put(table.profile(kind).name(), kind);
        }
        this.placements = new SlicePlacement[table.slots()];
        for (int slot = 0; slot < table.wholeSlot(); slot++) {
            placements[slot] = new SlicePlacement(table.profile(table.profileOf(slot)), table.startOf(slot));
        }
    }

    /** Returns the number by which the tables know what a claim asks, or {@link #NOT_OFFERED}; null asks for whole GPUs. */
    int kind(@Nullable ProfileName profile) {
        if (profile == null) {
            return table.profiles();
        }
        Integer known = kinds.get(profile);
        return known == null ? learn(profile) : known;
    }

    /** Looks up a name that is not the board's own; drivers round differently. */
    private int learn(ProfileName profile) {
        int kind = board.findProfile(profile)
                .map(found -> kinds.getOrDefault(found.name(), NOT_OFFERED))
                .orElse(NOT_OFFERED);
        kinds.put(profile, kind);
        return kind;
    }

    /** Returns the slice of a slot, null for the whole GPU. */
    @Nullable SlicePlacement placement(int slot) {
        return placements[slot];
    }

    /** Returns the slot of a slice, or {@link StateTable#NONE}. */
    int slot(SlicePlacement slice) {
        for (int slot = 0; slot < placements.length; slot++) {
            if (slice.equals(placements[slot])) {
                return slot;
            }
        }
        return StateTable.NONE;
    }

    int numaNodes() {
        return open.length;
    }

    StateBuckets open(int numaNode) {
        return open[numaNode];
    }

    @Nullable StateBuckets soleOrNull(int tenant, int numaNode) {
        StateBuckets[] buckets = tenant < soleByTenant.size() ? soleByTenant.get(tenant) : null;
        return buckets == null ? null : buckets[numaNode];
    }

    StateBuckets sole(int tenant, int numaNode) {
        while (soleByTenant.size() <= tenant) {
            soleByTenant.add(null);
        }
        StateBuckets[] buckets = soleByTenant.get(tenant);
        if (buckets == null) {
            buckets = buckets(open.length, soleLinks);
            soleByTenant.set(tenant, buckets);
        }
        return buckets[numaNode];
    }

    private StateBuckets[] buckets(int numaNodes, Links links) {
        StateBuckets[] buckets = new StateBuckets[numaNodes];
        for (int node = 0; node < numaNodes; node++) {
            buckets[node] = new StateBuckets(links, table.states());
        }
        return buckets;
    }
}
