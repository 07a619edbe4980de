package io.telcofactory.gpu.placement;

import io.telcofactory.gpu.internal.StateTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the GPU and the slot that cost least for a claim. One object serves all searches of a fleet, so that a search
 * allocates nothing.
 */
final class Search {
    static final int NOTHING = -1;

    private final FleetState fleet;
    private Claim claim;
    private int tenant;
    private List<Resident> group = List.of();
    private float bestCost;
    private int bestGpu = NOTHING;
    private int bestSlot = NOTHING;

    Search(FleetState fleet) {
        this.fleet = fleet;
        this.claim = Claim.wholeGpus("", 1).build();
    }

    /** Looks for one slot; returns whether there is one. */
    boolean find(Claim wanted, int tenantNumber) {
        claim = wanted;
        tenant = tenantNumber;
        String groupName = wanted.groupOrNull();
        group = groupName == null ? List.of() : fleet.group(groupName);
        bestCost = Preferences.IMPOSSIBLE;
        bestGpu = NOTHING;
        bestSlot = NOTHING;
        if (wanted.hostOrNull() != null) {
            for (int host : fleet.hostsNamed(wanted.hostOrNull())) {
                scan(fleet.gpusOfHost(host));
            }
        } else if (wanted.siteOrNull() != null) {
            scan(fleet.gpusOfSite(wanted.siteOrNull()));
        } else {
            scanBuckets();
        }
        return bestGpu != NOTHING;
    }

    /** Returns the GPU of the last search that found one. */
    int gpu() {
        return bestGpu;
    }

    /** Returns the slot of the last search that found one. */
    int slot() {
        return bestSlot;
    }

    /** Tells whether a GPU meets every condition of the claim of the last search, room apart. */
    boolean admits(int gpu) {
        return admitsIfAlone(gpu) && fleet.mayShare(gpu, tenant, claim.isolation());
    }

    /** Tells whether a GPU meets every condition but those on who else is on it. */
    boolean admitsIfAlone(int gpu) {
        Gpu one = fleet.gpus.get(gpu);
        return matches(claim.boardOrNull(), fleet.shard(gpu).board.name())
                && matches(claim.siteOrNull(), one.site())
                && matches(claim.hostOrNull(), one.host())
                && (claim.numaNode().orElse(-1) < 0 || claim.numaNode().orElse(-1) == one.numaNode())
                && apart(gpu);
    }

    /** Tells whether no member of the claim's group is where it must not be. */
    boolean apart(int gpu) {
        for (int i = 0; i < group.size(); i++) {
            Resident member = group.get(i);
            boolean near =
                    member.gpu == gpu || (claim.spread() == Spread.HOSTS && fleet.host(member.gpu) == fleet.host(gpu));
            // a claim that moves keeps no distance from itself
            if (near && !member.claim().name().equals(claim.name())) {
                return false;
            }
        }
        return true;
    }

    private void scan(int[] gpus) {
        for (int gpu : gpus) {
            Shard shard = fleet.shard(gpu);
            int kind = shard.kind(claim.profileOrNull());
            if (kind != Shard.NOT_OFFERED) {
                int state = fleet.state(gpu);
                float cost = shard.preferences.cost(kind, state);
                if (cost < bestCost && admits(gpu)) {
                    take(gpu, cost, shard.preferences.slot(kind, state));
                }
            }
        }
    }

    private void scanBuckets() {
        for (int i = 0; i < fleet.shards.size(); i++) {
            Shard shard = fleet.shards.get(i);
            int kind = shard.kind(claim.profileOrNull());
            if (kind == Shard.NOT_OFFERED || !matches(claim.boardOrNull(), shard.board.name())) {
                continue;
            }
            int only = claim.numaNode().orElse(-1);
            int last = only < 0 ? shard.numaNodes() - 1 : Math.min(only, shard.numaNodes() - 1);
            for (int node = Math.max(0, only); node <= last; node++) {
                scanNode(shard, kind, node);
            }
        }
    }

    private void scanNode(Shard shard, int kind, int node) {
        StateBuckets own = shard.soleOrNull(tenant, node);
        if (own != null) {
            scan(shard, kind, own);
        }
        StateBuckets open = shard.open(node);
        if (claim.isolation() == Isolation.SHARED) {
            scan(shard, kind, open);
        } else {
            // alone on a GPU: beside the tenant's own, only the empty ones, whose state is 0
            scan(shard, kind, open, 0);
        }
    }

    private void scan(Shard shard, int kind, StateBuckets buckets) {
        for (int word = 0; word < buckets.words(); word++) {
            for (long rest = buckets.word(word); rest != 0; rest &= rest - 1) {
                scan(shard, kind, buckets, (word << 6) + Long.numberOfTrailingZeros(rest));
            }
        }
    }

    private void scan(Shard shard, int kind, StateBuckets buckets, int state) {
        float cost = shard.preferences.cost(kind, state);
        if (cost >= bestCost) {
            return;
        }
        for (int gpu = buckets.first(state); gpu != StateBuckets.END; gpu = buckets.next(gpu)) {
            if (group.isEmpty() || apart(gpu)) {
                take(gpu, cost, shard.preferences.slot(kind, state));
                return;
            }
        }
    }

    private void take(int gpu, float cost, int slot) {
        if (slot != StateTable.NONE) {
            bestCost = cost;
            bestGpu = gpu;
            bestSlot = slot;
        }
    }

    private static boolean matches(@Nullable String wanted, String actual) {
        return wanted == null || wanted.equals(actual);
    }
}
