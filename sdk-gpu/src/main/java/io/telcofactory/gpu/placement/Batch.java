package io.telcofactory.gpu.placement;

import io.telcofactory.gpu.catalogue.ProfileName;
import io.telcofactory.gpu.geometry.Layout;
import io.telcofactory.gpu.geometry.MigGeometry;
import io.telcofactory.gpu.geometry.SlicePlacement;
import io.telcofactory.gpu.internal.Errors;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Places many claims at once: the large and the particular choose first. */
final class Batch {
    private final Fleet fleet;
    private final List<Claim> claims;
    private final Objective objective;
    private final Map<String, Decision> decisions = new HashMap<>();

    Batch(Fleet fleet, List<Claim> claims, Objective objective) {
        this.fleet = fleet;
        this.claims = claims;
        this.objective = objective;
    }

    List<Decision> place() {
        requireNewNames();
        List<Claim> largestFirst = claims.stream()
                .sorted(Comparator.comparingInt(this::units)
                        .reversed()
                        .thenComparing(
                                Comparator.comparingInt(Batch::conditions).reversed()))
                .toList();
        int refused = placeAll(largestFirst);
        if (refused > 0 && objective == Objective.MOST_ACCEPTED) {
            placeWithoutTheLargest(largestFirst, refused);
        }
        if (refused == 0 && objective == Objective.FEWEST_GPUS) {
            placeByPlan(largestFirst);
        }
        return claims.stream()
                .map(claim -> decisions.getOrDefault(claim.name(), new Decision(claim, List.of())))
                .toList();
    }

    /** Looks at all names before the first booking: a batch is refused as a whole or not at all. */
    private void requireNewNames() {
        Set<String> names = new HashSet<>();
        for (Claim claim : claims) {
            fleet.requireNew(claim);
            if (!names.add(claim.name())) {
                throw Errors.invalid("place", claim.name(), "two claims of the batch are named '%s'", claim.name());
            }
        }
    }

    /**
     * Finds the fewest of the largest claims to leave out so that the others fit. Where a large claim fits a small one
     * does too, so what is left out should be large; in the end the left out ones fill what gaps there are.
     */
    private void placeWithoutTheLargest(List<Claim> largestFirst, int refusedAtFirst) {
        int low = 0;
        int high = largestFirst.size();
        while (low < high) {
            int leaveOut = (low + high) >>> 1;
            undo();
            if (placeAll(largestFirst.subList(leaveOut, largestFirst.size())) == 0) {
                high = leaveOut;
            } else {
                low = leaveOut + 1;
            }
        }
        undo();
        int refused = placeAll(largestFirst.subList(low, largestFirst.size()));
        List<Claim> rest = new ArrayList<>(largestFirst.subList(0, low));
        rest.sort(Comparator.comparingInt(this::units));
        refused += placeAll(rest);
        if (refused > refusedAtFirst) {
            undo();
            placeAll(largestFirst);
        }
    }

    /** Tries whether GPUs cut to plan serve the claims without conditions better than one claim after the other did. */
    private void placeByPlan(List<Claim> largestFirst) {
        int used = fleet.gpusInUse();
        undo();
        placeAll(largestFirst.stream().filter(claim -> !plain(claim)).toList());
        boolean placed = true;
        for (Shard shard : fleet.state().shards) {
            placed &= placeByPlan(
                    shard,
                    largestFirst.stream()
                            .filter(claim -> plain(claim) && only(claim) == shard)
                            .toList());
        }
        if (!placed || fleet.gpusInUse() >= used) {
            undo();
            placeAll(largestFirst);
        }
    }

    private boolean placeByPlan(Shard shard, List<Claim> claims) {
        if (claims.isEmpty()) {
            return true;
        }
        Map<ProfileName, Deque<Claim>> waiting = new HashMap<>();
        claims.forEach(claim -> waiting.computeIfAbsent(claim.profile().orElseThrow(), p -> new ArrayDeque<>())
                .add(claim));
        Map<ProfileName, Integer> demand = new HashMap<>();
        waiting.forEach((profile, queue) -> demand.put(profile, queue.size()));
        Iterator<Integer> empty = emptyGpus(shard);
        for (Layout layout : PackingPlan.of(MigGeometry.of(shard.board), demand)) {
            if (!empty.hasNext()) {
                return false;
            }
            int gpu = empty.next();
            for (SlicePlacement slice : layout.slices()) {
                Claim claim = waiting.getOrDefault(slice.profile().name(), new ArrayDeque<>())
                        .poll();
                if (claim != null) {
                    Resident resident = fleet.state()
                            .book(claim, fleet.state().tenant(claim.tenant()), gpu, shard.slot(slice), null);
                    decisions.put(claim.name(), new Decision(claim, List.of(resident.booking)));
                }
            }
        }
        return true;
    }

    private Iterator<Integer> emptyGpus(Shard shard) {
        FleetState state = fleet.state();
        return IntStream.range(0, state.gpus.size())
                .filter(gpu -> state.shard(gpu) == shard && state.state(gpu) == 0)
                .boxed()
                .toList()
                .iterator();
    }

    private boolean plain(Claim claim) {
        return claim.profile().isPresent() && conditions(claim) == 0 && only(claim) != null;
    }

    /** Returns the shard of a claim that only one kind of board can serve. */
    private @Nullable Shard only(Claim claim) {
        Shard only = null;
        for (Shard shard : fleet.state().shards) {
            boolean offered = shard.kind(claim.profileOrNull()) != Shard.NOT_OFFERED
                    && claim.board().map(shard.board.name()::equals).orElse(true);
            if (offered && only != null) {
                return null;
            }
            only = offered ? shard : only;
        }
        return only;
    }

    private int placeAll(List<Claim> ordered) {
        int refused = 0;
        for (Claim claim : ordered) {
            Decision decision = fleet.place(claim);
            decisions.put(claim.name(), decision);
            refused += decision.accepted() ? 0 : 1;
        }
        return refused;
    }

    private void undo() {
        decisions.values().stream()
                .filter(Decision::accepted)
                .forEach(d -> fleet.release(d.claim().name()));
        decisions.clear();
    }

    /** Returns a measure of size: units of the first board that offers the profile, 7g before 4g before 3g. */
    private int units(Claim claim) {
        for (Shard shard : fleet.state().shards) {
            int kind = shard.kind(claim.profileOrNull());
            if (claim.wholeGpus() > 0) {
                return claim.wholeGpus() * 10_000;
            }
            if (kind != Shard.NOT_OFFERED) {
                return shard.table.profile(kind).size() * 100 / shard.table.axisUnits() * 10
                        + shard.table.profile(kind).computeSlices();
            }
        }
        return 0;
    }

    private static int conditions(Claim claim) {
        return (claim.host().isPresent() ? 4 : 0)
                + (claim.site().isPresent() ? 2 : 0)
                + (claim.numaNode().isPresent() ? 1 : 0)
                + (claim.group().isPresent() ? 1 : 0)
                + (claim.isolation() == Isolation.TENANT ? 1 : 0);
    }
}
