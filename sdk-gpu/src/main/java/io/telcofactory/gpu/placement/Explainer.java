package io.telcofactory.gpu.placement;

import io.telcofactory.gpu.catalogue.MigProfile;
import io.telcofactory.gpu.geometry.SlicePlacement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says in words why a claim fits or not. Slow beside a decision, because it looks at every GPU. */
final class Explainer {
    private final Fleet fleet;
    private final FleetState state;
    private final Search search;

    Explainer(Fleet fleet, FleetState state, Search search) {
        this.fleet = fleet;
        this.state = state;
        this.search = search;
    }

    Explanation explain(Claim claim) {
        return fleet.wouldFit(claim) ? accepted(claim) : refused(claim);
    }

    private Explanation accepted(Claim claim) {
        List<String> lines = new ArrayList<>();
        if (claim.wholeGpus() > 1) {
            lines.add(claim + " fits: a host has that many GPUs empty");
            return new Explanation(true, lines, Optional.empty());
        }
        int gpu = search.gpu();
        Shard shard = state.shard(gpu);
        int slot = search.slot();
        SlicePlacement slice = shard.placement(slot);
        lines.add(claim + " fits: " + (slice == null ? "all" : slice) + " of " + state.gpus.get(gpu));
        lines.add("room left on that GPU: " + room(shard, shard.table.add(state.state(gpu), slot)));
        long others = 0;
        for (int other = 0; other < state.gpus.size(); other++) {
            if (other != gpu && obstacle(claim, other) == null) {
                others++;
            }
        }
        lines.add(
                others == 0
                        ? "no other GPU could take it"
                        : others + " other GPU(s) could take it, at a higher or equal cost for later claims");
        return new Explanation(true, lines, Optional.empty());
    }

    private static String room(Shard shard, int gpuState) {
        String room = "";
        for (int kind = 0; kind < shard.table.profiles(); kind++) {
            int count = shard.preferences.room(gpuState, kind);
            if (count > 0) {
                room += (room.isEmpty() ? "" : " or ") + count + " x " + shard.table.profile(kind);
            }
        }
        return room.isEmpty() ? "none" : room;
    }

    private Explanation refused(Claim claim) {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        for (int gpu = 0; gpu < state.gpus.size(); gpu++) {
            String obstacle = obstacle(claim, gpu);
            reasons.merge(obstacle == null ? "too few such GPUs in its host" : obstacle, 1, Integer::sum);
        }
        List<String> lines = new ArrayList<>();
        lines.add(claim + " does not fit on any of " + state.gpus.size() + " GPU(s)");
        reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(reason -> lines.add(reason.getValue() + " GPU(s): " + reason.getKey()));
        Optional<Claim> nearest = nearest(claim, lines);
        return new Explanation(false, lines, nearest);
    }

    private @Nullable String obstacle(Claim claim, int gpu) {
        Gpu one = state.gpus.get(gpu);
        Shard shard = state.shard(gpu);
        if (claim.site().isPresent() && !claim.site().get().equals(one.site())) {
            return "at another site than " + claim.site().get();
        }
        if (claim.host().isPresent() && !claim.host().get().equals(one.host())) {
            return "in another host than " + claim.host().get();
        }
        if (claim.board().isPresent() && !claim.board().get().equals(one.board().name())) {
            return "another board (" + one.board() + ") than " + claim.board().get();
        }
        int kind = shard.kind(claim.profileOrNull());
        if (kind == Shard.NOT_OFFERED) {
            boolean listed = claim.profile().flatMap(one.board()::findProfile).isPresent();
            return listed
                    ? "where slices of " + one.board() + " start is not known: read its profiles from a live node"
                    : one.board() + " does not offer this profile";
        }
        if (claim.numaNode().isPresent() && claim.numaNode().getAsInt() != one.numaNode()) {
            return "on another NUMA node than " + claim.numaNode().getAsInt();
        }
        if (!state.mayShare(gpu, state.tenant(claim.tenant()), claim.isolation())) {
            return claim.isolation() == Isolation.TENANT
                    ? "held by other tenants, and the claim shares with none"
                    : "kept by another tenant for itself";
        }
        if (!search.apart(gpu)) {
            return "too near to another member of the group " + claim.group().orElse("");
        }
        return shard.preferences.room(state.state(gpu), kind) > 0
                ? null
                : "no room for it beside what " + one.board() + " holds";
    }

    private Optional<Claim> nearest(Claim claim, List<String> lines) {
        List<MigProfile> offered = state.shards.stream()
                .flatMap(shard -> shard.board.profiles().stream())
                .toList();
        Optional<Alternatives.Alternative> found = new Alternatives(claim, offered)
                .nearestFirst()
                .filter(alternative -> fleet.wouldFit(alternative.claim()))
                .findFirst();
        lines.add(found.map(a -> "nearest that fits: " + a.change())
                .orElse("nothing similar fits: free a GPU or add one"));
        return found.map(Alternatives.Alternative::claim);
    }
}
