package io.telcofactory.gpu.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.gpu.catalogue.Catalogue;
import io.telcofactory.gpu.catalogue.GpuBoard;
import io.telcofactory.gpu.catalogue.ProfileName;
import io.telcofactory.gpu.geometry.MigGeometry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArrivalOrderTest {
    private final MigGeometry geometry =
            MigGeometry.of(Catalogue.builtIn().get("A100-40GB")).restrictedTo(ArrivalOrderTest::plain);

    private static boolean plain(io.telcofactory.gpu.catalogue.MigProfile profile) {
        return profile.name().attributes().isEmpty()
                && !profile.name().toString().equals("1g.10gb");
    }

    private List<List<ProfileName>> orders() {
        List<List<ProfileName>> orders = new ArrayList<>();
        ArrivalOrders.multisets(geometry).forEach(multiset -> orders.addAll(ArrivalOrders.of(multiset)));
        return orders;
    }

    private static Fleet oneGpu(GpuBoard board, Objective objective) {
        return Fleet.of(List.of(new Gpu("site", "host", "0", 0, board)), objective);
    }

    private static List<Claim> claims(List<ProfileName> order) {
        List<Claim> claims = new ArrayList<>();
        for (ProfileName profile : order) {
            claims.add(Claim.slice("claim-" + claims.size(), profile).build());
        }
        return claims;
    }

    @Test
    void orders_ofAllFeasibleMultisets_are113() {
        assertThat(ArrivalOrders.multisets(geometry)).hasSize(37);
        assertThat(orders()).hasSize(113);
    }

    @Test
    void place_allArrivalOrders_strandsFewerThanHamis18() {
        long stranded = orders().stream()
                .filter(order -> {
                    Fleet fleet = oneGpu(geometry.board(), Objective.MOST_ACCEPTED);
                    return !claims(order).stream()
                            .allMatch(claim -> fleet.place(claim).accepted());
                })
                .count();
        assertThat(stranded).isLessThan(18);
    }

    @ParameterizedTest
    @EnumSource(Objective.class)
    void placeAll_allArrivalOrders_strandsNone(Objective objective) {
        assertThat(orders())
                .allSatisfy(
                        order -> assertThat(oneGpu(geometry.board(), objective).placeAll(claims(order)))
                                .allMatch(Decision::accepted));
    }
}
