package io.telcofactory.gpu.placement;

import io.telcofactory.gpu.catalogue.ProfileName;
import io.telcofactory.gpu.geometry.Layout;
import io.telcofactory.gpu.geometry.MigGeometry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All orders in which slices that fit together on one GPU can be asked for. */
final class ArrivalOrders {
    private ArrivalOrders() {}

    static List<SortedMap<ProfileName, Integer>> multisets(MigGeometry geometry) {
        return geometry.layouts().stream()
                .filter(layout -> !layout.isEmpty())
                .map(Layout::counts)
                .distinct()
                .toList();
    }

    static List<List<ProfileName>> of(Map<ProfileName, Integer> multiset) {
        List<List<ProfileName>> orders = new ArrayList<>();
        permute(new TreeMap<>(multiset), new ArrayList<>(), orders);
        return orders;
    }

    private static void permute(
            SortedMap<ProfileName, Integer> left, List<ProfileName> prefix, List<List<ProfileName>> orders) {
        if (left.isEmpty()) {
            orders.add(List.copyOf(prefix));
            return;
        }
        for (ProfileName next : List.copyOf(left.keySet())) {
            SortedMap<ProfileName, Integer> rest = new TreeMap<>(left);
            rest.computeIfPresent(next, (name, count) -> count == 1 ? null : count - 1);
            prefix.add(next);
            permute(rest, prefix, orders);
            prefix.remove(prefix.size() - 1);
        }
    }
}
