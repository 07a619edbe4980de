package io.telcofactory.gpu.placement;

import io.telcofactory.gpu.catalogue.MigProfile;
import io.telcofactory.gpu.catalogue.ProfileName;
import io.telcofactory.gpu.geometry.SlicePlacement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        if (claim.site().isPresent() && !claim.site().get().equalsIgnoreCase(one.site())) {
            return "at another site than " + claim.site().get();
        }
        if (claim.host().isPresent() && !claim.host().get().equalsIgnoreCase(one.host())) {
            return "in another host than " + claim.host().get();
        }
        if (claim.board().isPresent()
                && !claim.board().get().equalsIgnoreCase(one.board().name())) {
            return "another board (" + one.board() + ") than " + claim.board().get();
        }
        int kind = shard.kind(claim.profileOrNull());
        if (kind == Shard.NOT_OFFERED) {
            return one.board() + " does not offer this profile";
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
        Optional<Alternative> found = Stream.of(atLeastAsGood(claim), oneConditionLess(claim), smaller(claim))
                .flatMap(List::stream)
                .filter(alternative -> fleet.wouldFit(alternative.claim))
                .findFirst();
        lines.add(
                found.map(a -> "nearest that fits: " + a.change).orElse("nothing similar fits: free a GPU or add one"));
        return found.map(Alternative::claim);
    }

    private record Alternative(Claim claim, String change) {}

    private List<Alternative> atLeastAsGood(Claim claim) {
        return otherProfiles(claim)
                .filter(profile -> covers(profile.name(), claim.profile().orElseThrow()))
                .sorted(Comparator.comparing(MigProfile::name))
                .map(profile -> withProfile(claim, profile.name(), "with no less of anything, "))
                .toList();
    }

    private List<Alternative> smaller(Claim claim) {
        return otherProfiles(claim)
                .filter(profile -> !covers(profile.name(), claim.profile().orElseThrow()))
                .sorted(Comparator.comparing(MigProfile::name).reversed())
                .map(profile -> withProfile(claim, profile.name(), "smaller, "))
                .toList();
    }

    private Stream<MigProfile> otherProfiles(Claim claim) {
        return claim.profile().isEmpty()
                ? Stream.empty()
                : state.shards.stream()
                        .flatMap(shard -> shard.board.profiles().stream())
                        .filter(profile ->
                                !profile.name().equals(claim.profile().get()))
                        .filter(profile -> profile.name()
                                .attributes()
                                .containsAll(claim.profile().get().attributes()))
                        .collect(Collectors.toMap(MigProfile::name, p -> p, (a, b) -> a, LinkedHashMap::new))
                        .values()
                        .stream();
    }

    private static boolean covers(ProfileName profile, ProfileName wanted) {
        return profile.gpuSlices() >= wanted.gpuSlices() && profile.memoryGb() >= wanted.memoryGb();
    }

    private static Alternative withProfile(Claim claim, ProfileName profile, String how) {
        Claim.Builder changed = Claim.slice(claim.name(), profile);
        claim.board().ifPresent(changed::board);
        copyConditions(claim, changed, "");
        return new Alternative(changed.build(), "the profile " + profile + ", " + how + "under the same conditions");
    }

    private static List<Alternative> oneConditionLess(Claim claim) {
        List<Alternative> alternatives = new ArrayList<>();
        for (String condition : List.of("numa", "group", "isolation", "board", "host", "site")) {
            if (has(claim, condition)) {
                Claim.Builder changed = claim.profile().isPresent()
                        ? Claim.slice(claim.name(), claim.profile().get())
                        : Claim.wholeGpus(claim.name(), claim.wholeGpus());
                if (!condition.equals("board")) {
                    claim.board().ifPresent(changed::board);
                }
                copyConditions(claim, changed, condition);
                alternatives.add(new Alternative(changed.build(), "the same without the condition on " + condition));
            }
        }
        return alternatives;
    }

    private static boolean has(Claim claim, String condition) {
        return switch (condition) {
            case "numa" -> claim.numaNode().isPresent();
            case "group" -> claim.group().isPresent();
            case "isolation" -> claim.isolation() == Isolation.TENANT;
            case "board" -> claim.board().isPresent();
            case "host" -> claim.host().isPresent();
            default -> claim.site().isPresent();
        };
    }

    private static void copyConditions(Claim from, Claim.Builder to, String except) {
        to.tenant(from.tenant(), except.equals("isolation") ? Isolation.SHARED : from.isolation());
        if (!except.equals("numa")) {
            from.numaNode().ifPresent(to::numaNode);
        }
        if (!except.equals("group")) {
            from.group().ifPresent(group -> to.apart(group, from.spread()));
        }
        if (!except.equals("host")) {
            from.host().ifPresent(to::host);
        }
        if (!except.equals("site")) {
            from.site().ifPresent(to::site);
        }
    }
}
