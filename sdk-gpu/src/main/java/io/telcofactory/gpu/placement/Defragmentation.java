package io.telcofactory.gpu.placement;

import io.telcofactory.gpu.internal.Errors;
import io.telcofactory.gpu.internal.StateTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Plans moves of claims that are placed already: to make room for one that does not fit, or to empty GPUs. Each move has
 * its new place free while the old one is still held, so that a workload can be started there before it is stopped here.
 * Planning leaves the fleet as it is.
 *
 * @since 0.1
 */
public final class Defragmentation {
    private static final int ALL_UNITS = -1;

    private final FleetState state;
    private final Search search;
    private final Set<String> pinned;
    private final List<Done> done = new ArrayList<>();

    private Defragmentation(Fleet fleet, Set<String> pinned) {
        this.state = fleet.state();
        this.search = new Search(state);
        this.pinned = Set.copyOf(pinned);
    }

    /**
     * A claim that changes its place.
     *
     * @param from what it holds
     * @param to what it will hold
     */
    public record Move(Booking from, Booking to) {

        /** Returns the move in words. */
        @Override
        public String toString() {
            return from + " -> " + to.slice().map(Object::toString).orElse("all") + " of " + to.gpu();
        }
    }

    private record Done(Resident before, Resident after) {}

    private record Spot(int gpu, int slot, List<Resident> inTheWay) {}

    /**
     * Plans moves after which a claim fits: those in the way of one place go elsewhere. Of all places the one with the
     * fewest in the way is cleared. No third claim moves to make room for one that moves, so that there may be a longer
     * way where this finds none.
     *
     * @param fleet the fleet; it is not changed
     * @param claim a claim of a slice or of one whole GPU
     * @param maxMoves how many claims may move
     * @param pinned names of claims that must not
     * @return the moves, none if the claim fits as it is; empty if so few moves don't help
     */
    public static Optional<List<Move>> toMakeRoom(Fleet fleet, Claim claim, int maxMoves, Set<String> pinned) {
        if (fleet.wouldFit(claim)) {
            return Optional.of(List.of());
        }
        return claim.wholeGpus() > 1 ? Optional.empty() : new Defragmentation(fleet, pinned).makeRoom(claim, maxMoves);
    }

    /**
     * Plans moves that empty as many GPUs as so few moves can, those with the fewest claims first.
     *
     * @param fleet the fleet; it is not changed
     * @param maxMoves how many claims may move
     * @param pinned names of claims that must not
     * @return the moves, in the order to do them
     */
    public static List<Move> toFreeGpus(Fleet fleet, int maxMoves, Set<String> pinned) {
        return new Defragmentation(fleet, pinned).freeGpus(maxMoves);
    }

    /**
     * Books moves that were done.
     *
     * @param fleet the fleet they were planned for
     * @param moves the moves, in order
     * @throws io.telcofactory.api.error.InvalidRequestException if the fleet changed since: a claim is not where it was, or
     *     its new place is taken
     */
    public static void apply(Fleet fleet, List<Move> moves) {
        for (Move move : moves) {
            String name = move.from.claim().name();
            if (!fleet.bookings(name).equals(List.of(move.from))) {
                throw Errors.invalid(
                        "move",
                        name,
                        "%s does not hold %s any more, but %s: plan again",
                        name,
                        move.from,
                        fleet.bookings(name));
            }
            fleet.release(name);
            fleet.adopt(move.to.claim(), move.to.gpu(), move.to.slice().orElseThrow());
        }
    }

    private Optional<List<Move>> makeRoom(Claim claim, int maxMoves) {
        for (Spot spot : spots(claim, maxMoves)) {
            int mask = state.shard(spot.gpu).table.maskOf(spot.slot);
            boolean cleared = spot.inTheWay.stream()
                    .allMatch(resident -> move(resident, spot.gpu, mayShare(resident, claim) ? mask : ALL_UNITS, true));
            search.find(claim, state.tenant(claim.tenant()));
            boolean fits = cleared
                    && search.admits(spot.gpu)
                    && state.shard(spot.gpu).table.add(state.state(spot.gpu), spot.slot) != StateTable.NONE;
            List<Move> moves = moves();
            undo(0);
            if (fits) {
                return Optional.of(moves);
            }
        }
        return Optional.empty();
    }

    /** Lists the places the claim could take if others went, those with the least in the way first. */
    private List<Spot> spots(Claim claim, int maxMoves) {
        List<Spot> spots = new ArrayList<>();
        search.find(claim, state.tenant(claim.tenant()));
        for (int gpu = 0; gpu < state.gpus.size(); gpu++) {
            Shard shard = state.shard(gpu);
            int kind = shard.kind(claim.profileOrNull());
            for (int slot = 0; slot < shard.table.slots() && search.admitsIfAlone(gpu); slot++) {
                List<Resident> inTheWay = inTheWay(claim, gpu, shard.table.maskOf(slot));
                if (shard.table.profileOf(slot) == kind
                        && inTheWay.size() <= maxMoves
                        && inTheWay.stream().allMatch(this::movable)) {
                    spots.add(new Spot(gpu, slot, inTheWay));
                }
            }
        }
        spots.sort(Comparator.comparingInt(spot -> spot.inTheWay.size()));
        return spots;
    }

    private List<Resident> inTheWay(Claim claim, int gpu, int mask) {
        StateTable table = state.shard(gpu).table;
        return state.residents(gpu).stream()
                .filter(resident -> (table.maskOf(resident.slot) & mask) != 0 || !mayShare(resident, claim))
                .toList();
    }

    private static boolean mayShare(Resident resident, Claim claim) {
        boolean shared =
                claim.isolation() == Isolation.SHARED && resident.claim().isolation() == Isolation.SHARED;
        return shared || resident.claim().tenant().equals(claim.tenant());
    }

    private List<Move> freeGpus(int maxMoves) {
        boolean again = true;
        while (again) {
            again = false;
            for (int gpu : fewestClaimsFirst()) {
                int mark = done.size();
                List<Resident> here = List.copyOf(state.residents(gpu));
                boolean emptied = here.size() <= maxMoves - mark
                        && here.stream().allMatch(this::movable)
                        && here.stream().allMatch(resident -> move(resident, resident.gpu, ALL_UNITS, false));
                if (emptied) {
                    again = true;
                    break;
                }
                undo(mark);
            }
        }
        List<Move> moves = moves();
        undo(0);
        return moves;
    }

    private int[] fewestClaimsFirst() {
        return IntStream.range(0, state.gpus.size())
                .filter(gpu -> !state.residents(gpu).isEmpty())
                .boxed()
                .sorted(Comparator.comparingInt(gpu -> state.residents(gpu).size()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private boolean movable(Resident resident) {
        return resident.booking.slice().isPresent()
                && !pinned.contains(resident.claim().name());
    }

    /** Moves a claim to the cheapest place outside the units to be freed; returns whether there was one. */
    private boolean move(Resident resident, int gpuToFree, int unitsToFree, boolean mayOpenGpus) {
        Claim claim = resident.claim();
        search.find(claim, resident.tenant);
        int bestGpu = Search.NOTHING;
        int bestSlot = StateTable.NONE;
        float least = Preferences.IMPOSSIBLE;
        for (int gpu = 0; gpu < state.gpus.size(); gpu++) {
            Shard shard = state.shard(gpu);
            int kind = shard.kind(claim.profileOrNull());
            boolean closed = state.state(gpu) == 0 && !mayOpenGpus;
            for (int slot = 0; slot < shard.table.wholeSlot() && !closed && search.admits(gpu); slot++) {
                int next = shard.table.add(state.state(gpu), slot);
                boolean freed = gpu == gpuToFree && (shard.table.maskOf(slot) & unitsToFree) != 0;
                if (shard.table.profileOf(slot) == kind && next != StateTable.NONE && !freed) {
                    float cost = shard.preferences.costBetween(state.state(gpu), next);
                    if (cost < least) {
                        least = cost;
                        bestGpu = gpu;
                        bestSlot = slot;
                    }
                }
            }
        }
        if (bestGpu == Search.NOTHING) {
            return false;
        }
        state.release(claim.name());
        done.add(new Done(resident, state.book(claim, resident.tenant, bestGpu, bestSlot, null)));
        return true;
    }

    private List<Move> moves() {
        return done.stream()
                .map(each -> new Move(each.before.booking, each.after.booking))
                .toList();
    }

    private void undo(int mark) {
        for (int i = done.size() - 1; i >= mark; i--) {
            Resident before = done.remove(i).before;
            state.release(before.claim().name());
            state.book(before.claim(), before.tenant, before.gpu, before.slot, null);
        }
    }
}
