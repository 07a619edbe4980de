package io.telcofactory.benchmarks.gpu;

import io.telcofactory.gpu.catalogue.ProfileName;
import io.telcofactory.gpu.geometry.Layout;
import io.telcofactory.gpu.geometry.MigGeometry;
import io.telcofactory.gpu.placement.Claim;
import io.telcofactory.gpu.placement.Decision;
import io.telcofactory.gpu.placement.Fleet;
import io.telcofactory.gpu.placement.Gpu;
import io.telcofactory.gpu.placement.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** All orders in which slices that fit together on one GPU can be asked for, and how many strand a claim. */
final class ArrivalOrders {
    private final MigGeometry geometry;
    private final Slots slots;
    private final List<List<ProfileName>> orders = new ArrayList<>();

    ArrivalOrders(MigGeometry geometry) {
        this.geometry = geometry;
        this.slots = new Slots(geometry);
        geometry.layouts().stream()
                .filter(layout -> !layout.isEmpty())
                .map(Layout::counts)
                .distinct()
                .forEach(multiset -> permute(new TreeMap<>(multiset), new ArrayList<>()));
    }

    private void permute(SortedMap<ProfileName, Integer> left, List<ProfileName> prefix) {
        if (left.isEmpty()) {
            orders.add(List.copyOf(prefix));
            return;
        }
        for (ProfileName next : List.copyOf(left.keySet())) {
            SortedMap<ProfileName, Integer> rest = new TreeMap<>(left);
            rest.computeIfPresent(next, (name, count) -> count == 1 ? null : count - 1);
            prefix.add(next);
            permute(rest, prefix);
            prefix.remove(prefix.size() - 1);
        }
    }

    int count() {
        return orders.size();
    }

    long strandedBy(Baseline baseline) {
        return orders.stream().filter(order -> !accepts(baseline, order)).count();
    }

    private boolean accepts(Baseline baseline, List<ProfileName> order) {
        int[] gpu = {0};
        for (ProfileName name : order) {
            int profile = profile(name);
            int place = baseline.choose(gpu, profile);
            if (place == Baseline.REFUSED) {
                return false;
            }
            gpu[0] |= slots.masks[profile][place % 32];
        }
        return true;
    }

    private int profile(ProfileName name) {
        for (int profile = 0; profile < slots.profiles.size(); profile++) {
            if (slots.profiles.get(profile).name().equals(name)) {
                return profile;
            }
        }
        throw new IllegalArgumentException(name + " is not offered");
    }

    long strandedOnline() {
        return orders.stream()
                .filter(order -> {
                    Fleet fleet = fleet();
                    return !claims(order).stream()
                            .allMatch(claim -> fleet.place(claim).accepted());
                })
                .count();
    }

    long strandedOffline() {
        return orders.stream()
                .filter(order -> !fleet().placeAll(claims(order)).stream().allMatch(Decision::accepted))
                .count();
    }

    private Fleet fleet() {
        return Fleet.of(List.of(new Gpu("site", "host", "0", 0, geometry.board())), Objective.MOST_ACCEPTED);
    }

    private static List<Claim> claims(List<ProfileName> order) {
        List<Claim> claims = new ArrayList<>();
        order.forEach(profile ->
                claims.add(Claim.slice("claim" + claims.size(), profile).build()));
        return claims;
    }
}
