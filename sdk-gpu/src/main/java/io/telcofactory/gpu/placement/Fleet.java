package io.telcofactory.gpu.placement;

import io.telcofactory.gpu.catalogue.GpuBoard;
import io.telcofactory.gpu.geometry.Layout;
import io.telcofactory.gpu.geometry.MigGeometry;
import io.telcofactory.gpu.geometry.SlicePlacement;
import io.telcofactory.gpu.internal.Errors;
import io.telcofactory.gpu.internal.StateTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * GPUs and the claims on them: decides where each claim goes, so that the next ones still fit, and keeps the books. One
 * GPU, a host, a site and a country are fleets.
 *
 * <p>A decision looks at each <i>state</i> GPUs are in, not at each GPU, and takes microseconds with ten thousand of them.
 *
 * <p><i>Threads</i>: not safe; one thread at a time.
 *
 * @since 0.1
 */
public final class Fleet {
    private final FleetState state;
    private final Search search;
    private final Objective objective;
    private final Map<GpuBoard, MigGeometry> geometries = new HashMap<>();
    private final Map<Gpu, Integer> indexOf = new HashMap<>();

    private Fleet(Collection<Gpu> gpus, Objective objective) {
        this.state = new FleetState(List.copyOf(gpus), objective);
        this.search = new Search(state);
        this.objective = objective;
        for (int gpu = 0; gpu < state.gpus.size(); gpu++) {
            indexOf.put(state.gpus.get(gpu), gpu);
        }
    }

    /**
     * Makes a fleet of unused GPUs.
     *
     * @param gpus the GPUs
     * @param objective what it shall be good at
     * @return the fleet
     */
    public static Fleet of(Collection<Gpu> gpus, Objective objective) {
        return new Fleet(gpus, objective);
    }

    /**
     * Decides where a claim goes and books it there.
     *
     * @param claim the claim
     * @return what it got, or a refusal
     * @throws io.telcofactory.api.error.InvalidRequestException if a claim of this name holds something already
     */
    public Decision place(Claim claim) {
        requireNew(claim);
        note(claim);
        if (claim.wholeGpus() > 1) {
            return placeTogether(claim);
        }
        int tenant = state.tenant(claim.tenant());
        if (!search.find(claim, tenant)) {
            return new Decision(claim, List.of());
        }
        Resident resident = state.book(claim, tenant, search.gpu(), search.slot(), null);
        return new Decision(claim, List.of(resident.booking));
    }

    /**
     * Decides on many claims at once. The answer does not depend on their order: large claims choose first. If not all fit
     * and the objective is {@link Objective#MOST_ACCEPTED}, the largest are refused, as many as must be.
     *
     * @param claims the claims, no name twice
     * @return one decision for each, in the order of the claims
     * @throws io.telcofactory.api.error.InvalidRequestException if a claim of one of these names holds something already, or
     *     a name comes twice; nothing is booked then
     */
    public List<Decision> placeAll(Collection<Claim> claims) {
        return new Batch(this, List.copyOf(claims), objective).place();
    }

    /**
     * Books a claim at a given place: what a live node already holds.
     *
     * @param claim the claim
     * @param gpu a GPU of the fleet
     * @param slice the slice it holds there
     * @return the booking
     * @throws io.telcofactory.api.error.InvalidRequestException if the place is taken, or the claim holds something already
     */
    public Booking adopt(Claim claim, Gpu gpu, SlicePlacement slice) {
        requireNew(claim);
        int index = index(gpu);
        Shard shard = state.shard(index);
        int slot = shard.slot(slice);
        if (slot != StateTable.NONE && shard.table.profileOf(slot) != shard.kind(claim.profileOrNull())) {
            throw Errors.invalid("adopt", gpu.toString(), "%s does not ask for %s", claim, slice);
        }
        requireFree(claim, index, slot, slice.toString());
        return state.book(claim, state.tenant(claim.tenant()), index, slot, null).booking;
    }

    /**
     * Books whole GPUs that a claim holds on a live node.
     *
     * @param claim a claim of as many whole GPUs
     * @param gpus GPUs of the fleet, all unused
     * @return the bookings
     * @throws io.telcofactory.api.error.InvalidRequestException if a GPU is in use, their number is not that of the claim, or
     *     the claim holds something already; nothing is booked then
     */
    public List<Booking> adopt(Claim claim, Collection<Gpu> gpus) {
        requireNew(claim);
        Set<Gpu> distinct = new LinkedHashSet<>(gpus);
        if (claim.wholeGpus() == 0 || distinct.size() != claim.wholeGpus()) {
            throw Errors.invalid("adopt", claim.name(), "%s does not ask for %s whole", claim, distinct);
        }
        for (Gpu gpu : distinct) {
            requireFree(claim, index(gpu), state.shard(index(gpu)).table.wholeSlot(), "all of it");
        }
        Resident last = null;
        for (Gpu gpu : distinct) {
            int slot = state.shard(index(gpu)).table.wholeSlot();
            last = state.book(claim, state.tenant(claim.tenant()), index(gpu), slot, last);
        }
        return bookings(claim.name());
    }

    private void requireFree(Claim claim, int gpu, int slot, String what) {
        if (slot == StateTable.NONE || state.shard(gpu).table.add(state.state(gpu), slot) == StateTable.NONE) {
            throw Errors.invalid(
                    "adopt",
                    state.gpus.get(gpu).toString(),
                    "%s can't be booked for %s on %s, which holds %s",
                    what,
                    claim,
                    state.gpus.get(gpu),
                    held(gpu));
        }
    }

    /**
     * Gives back what a claim holds.
     *
     * @param claim the name of the claim
     * @throws io.telcofactory.api.error.NotFoundException if it holds nothing
     */
    public void release(String claim) {
        if (state.release(claim) == null) {
            throw Errors.unknown("release", claim, "no claim '%s' holds anything in this fleet", claim);
        }
    }

    /**
     * Explains what {@link #place} would answer, and why; books nothing.
     *
     * @param claim the claim
     * @return the reasons, and for a refusal the nearest claim that would fit
     */
    public Explanation explain(Claim claim) {
        return new Explainer(this, state, search).explain(claim);
    }

    /**
     * Returns the GPUs.
     *
     * @return in the order given
     */
    public List<Gpu> gpus() {
        return state.gpus;
    }

    /**
     * Counts the GPUs that hold at least one claim.
     *
     * @return 0 up to the number of GPUs
     */
    public int gpusInUse() {
        return state.inUse();
    }

    /**
     * Returns what a claim holds.
     *
     * @param claim the name of the claim
     * @return its bookings, none if it holds nothing
     */
    public List<Booking> bookings(String claim) {
        List<Booking> bookings = new ArrayList<>();
        for (Resident each = state.residentOrNull(claim); each != null; each = each.sibling) {
            bookings.add(each.booking);
        }
        return List.copyOf(bookings);
    }

    /**
     * Returns who holds a GPU.
     *
     * @param gpu a GPU of the fleet
     * @return its bookings, oldest first
     */
    public List<Booking> bookings(Gpu gpu) {
        return state.residents(index(gpu)).stream().map(r -> r.booking).toList();
    }

    /**
     * Returns the slices that are booked on a GPU.
     *
     * @param gpu a GPU of the fleet
     * @return the layout; empty if the board has no MIG, or the GPU is claimed whole
     */
    public Optional<Layout> layout(Gpu gpu) {
        int index = index(gpu);
        Shard shard = state.shard(index);
        boolean whole = state.residents(index).stream().anyMatch(r -> r.slot == shard.table.wholeSlot());
        if (whole || shard.table.profiles() == 0) {
            return Optional.empty();
        }
        MigGeometry geometry = geometries.computeIfAbsent(gpu.board(), MigGeometry::of);
        return Optional.of(geometry.layout(state.residents(index).stream()
                .map(r -> r.booking.slice().orElseThrow())
                .toList()));
    }

    FleetState state() {
        return state;
    }

    boolean wouldFit(Claim claim) {
        return claim.wholeGpus() > 1
                ? roomyHost(claim) != Search.NOTHING
                : search.find(claim, state.tenant(claim.tenant()));
    }

    private void note(Claim claim) {
        for (int i = 0; i < state.shards.size(); i++) {
            Shard shard = state.shards.get(i);
            int kind = shard.kind(claim.profileOrNull());
            if (kind != Shard.NOT_OFFERED) {
                shard.preferences.asked(kind);
            }
        }
    }

    private Decision placeTogether(Claim claim) {
        int host = roomyHost(claim);
        List<Booking> bookings = new ArrayList<>();
        Resident last = null;
        if (host != Search.NOTHING) {
            for (int gpu : state.gpusOfHost(host)) {
                if (bookings.size() < claim.wholeGpus() && takesWhole(gpu)) {
                    int slot = state.shard(gpu).table.wholeSlot();
                    last = state.book(claim, state.tenant(claim.tenant()), gpu, slot, last);
                    bookings.add(last.booking);
                }
            }
        }
        return new Decision(claim, bookings);
    }

    /** Returns the host with enough empty GPUs for the claim, and the fewest left over. */
    private int roomyHost(Claim claim) {
        search.find(claim, state.tenant(claim.tenant()));
        int best = Search.NOTHING;
        int fewest = Integer.MAX_VALUE;
        for (int host = 0; host < state.hosts(); host++) {
            int empty = 0;
            for (int gpu : state.gpusOfHost(host)) {
                empty += takesWhole(gpu) ? 1 : 0;
            }
            if (empty >= claim.wholeGpus() && empty < fewest) {
                best = host;
                fewest = empty;
            }
        }
        return best;
    }

    private boolean takesWhole(int gpu) {
        return state.state(gpu) == 0 && search.admits(gpu);
    }

    void requireNew(Claim claim) {
        Resident holder = state.residentOrNull(claim.name());
        if (holder != null) {
            throw Errors.invalid(
                    "place",
                    claim.name(),
                    "a claim '%s' holds %s already: release it first, or use another name",
                    claim.name(),
                    holder.booking);
        }
    }

    private int index(Gpu gpu) {
        Integer index = indexOf.get(gpu);
        if (index == null) {
            throw Errors.unknown("gpu", gpu.toString(), "the fleet has no GPU %s", gpu);
        }
        return index;
    }

    private String held(int gpu) {
        return Arrays.toString(
                state.residents(gpu).stream().map(r -> r.booking.toString()).toArray());
    }
}
