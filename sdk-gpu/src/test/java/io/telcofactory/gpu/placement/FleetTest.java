package io.telcofactory.gpu.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.gpu.catalogue.Catalogue;
import io.telcofactory.gpu.catalogue.GpuBoard;
import io.telcofactory.gpu.geometry.MigGeometry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetTest {
    private static final GpuBoard H100 = Catalogue.builtIn().get("H100-SXM5-80GB");
    private static final GpuBoard A30 = Catalogue.builtIn().get("A30-24GB");
    private static final GpuBoard L40S = Catalogue.builtIn().get("L40S-48GB");

    private static List<Gpu> gpus(GpuBoard board, int hosts, int perHost) {
        List<Gpu> gpus = new ArrayList<>();
        for (int host = 0; host < hosts; host++) {
            for (int gpu = 0; gpu < perHost; gpu++) {
                gpus.add(new Gpu("lisbon", "host" + host, "" + gpu, gpu % 2, board));
            }
        }
        return gpus;
    }

    private static Claim slice(String name, String profile) {
        return Claim.slice(name, profile).build();
    }

    @Test
    void place_sliceOnAnEmptyGpu_isBookedAndReleased() {
        Fleet fleet = Fleet.of(gpus(H100, 1, 1), Objective.MOST_ACCEPTED);
        Decision decision = fleet.place(slice("chat", "3g.40gb"));
        assertThat(decision.accepted()).isTrue();
        assertThat(decision.bookings().get(0)).hasToString("chat: 3g.40gb@4 of lisbon/host0/0");
        assertThat(fleet.layout(fleet.gpus().get(0)).orElseThrow()).hasToString("[3g.40gb@4]");
        assertThat(fleet.gpusInUse()).isEqualTo(1);
        fleet.release("chat");
        assertThat(fleet.gpusInUse()).isZero();
        assertThat(fleet.bookings("chat")).isEmpty();
        assertThatThrownBy(() -> fleet.release("chat"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("no claim 'chat' holds anything");
    }

    @Test
    void place_nameTakenAlready_isRefusedWithTheHolder() {
        Fleet fleet = Fleet.of(gpus(H100, 1, 1), Objective.MOST_ACCEPTED);
        fleet.place(slice("chat", "1g.10gb"));
        assertThatThrownBy(() -> fleet.place(slice("chat", "1g.10gb")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("holds chat: 1g.10gb@");
    }

    @Test
    void place_wholeGpus_takesThemFromOneHostWithTheFewestLeft() {
        Fleet fleet = Fleet.of(gpus(H100, 3, 4), Objective.MOST_ACCEPTED);
        fleet.place(Claim.slice("a", "1g.10gb").host("host1").build());
        Decision three = fleet.place(Claim.wholeGpus("big", 3).build());
        assertThat(three.bookings()).extracting(b -> b.gpu().host()).containsExactly("host1", "host1", "host1");
        assertThat(three.bookings()).allMatch(b -> b.slice().isEmpty());
        assertThat(fleet.place(Claim.wholeGpus("huge", 5).build()).accepted()).isFalse();
        fleet.release("big");
        assertThat(fleet.gpusInUse()).isEqualTo(1);
    }

    @Test
    void place_boardsWithoutMig_takeWholeClaimsOnly() {
        Fleet fleet = Fleet.of(gpus(L40S, 1, 1), Objective.FEWEST_GPUS);
        assertThat(fleet.place(slice("a", "1g.10gb")).accepted()).isFalse();
        assertThat(fleet.explain(slice("a", "1g.10gb")).lines())
                .contains("1 GPU(s): L40S-48GB does not offer this profile");
        assertThat(fleet.place(Claim.wholeGpus("b", 1).build()).accepted()).isTrue();
        assertThat(fleet.layout(fleet.gpus().get(0))).isEmpty();
    }

    @Test
    void explain_boardWhosePlacementsNobodyKnows_saysSo() {
        GpuBoard unplaced = Catalogue.builtIn().get("RTX-PRO-5000-48GB");
        Fleet fleet = Fleet.of(gpus(unplaced, 1, 1), Objective.MOST_ACCEPTED);
        assertThat(fleet.explain(slice("a", "1g.24gb")).lines())
                .contains(
                        "1 GPU(s): where slices of RTX-PRO-5000-48GB start is not known: read its profiles from a live node");
    }

    @Test
    void place_numaHostSiteBoard_areKept() {
        List<Gpu> gpus = gpus(H100, 2, 2);
        gpus.add(new Gpu("porto", "edge", "0", 0, A30));
        Fleet fleet = Fleet.of(gpus, Objective.MOST_ACCEPTED);
        assertThat(place(fleet, Claim.slice("a", "1g.10gb").numaNode(1)).numaNode())
                .isEqualTo(1);
        assertThat(place(fleet, Claim.slice("b", "1g.10gb").host("host1")).host())
                .isEqualTo("host1");
        assertThat(place(fleet, Claim.slice("c", "1g.6gb").site("porto")).host())
                .isEqualTo("edge");
        assertThat(place(fleet, Claim.wholeGpus("d", 1).board("H100-SXM5-80GB")).board())
                .isEqualTo(H100);
        assertThat(fleet.place(Claim.slice("e", "1g.6gb").numaNode(7).build()).accepted())
                .isFalse();
    }

    private static Gpu place(Fleet fleet, Claim.Builder claim) {
        return fleet.place(claim.build()).bookings().get(0).gpu();
    }

    @Test
    void place_isolatedTenant_sharesItsGpuWithNobody() {
        Fleet fleet = Fleet.of(gpus(H100, 1, 2), Objective.FEWEST_GPUS);
        Gpu acme = place(fleet, Claim.slice("a", "1g.10gb").tenant("acme", Isolation.TENANT));
        Gpu rival = place(fleet, Claim.slice("b", "1g.10gb").tenant("rival", Isolation.SHARED));
        assertThat(rival).isNotEqualTo(acme);
        assertThat(place(fleet, Claim.slice("c", "1g.10gb").tenant("acme", Isolation.SHARED)))
                .isEqualTo(acme);
        Claim gold =
                Claim.slice("d", "1g.10gb").tenant("gold", Isolation.TENANT).build();
        assertThat(fleet.place(gold).accepted()).isFalse();
        assertThat(fleet.explain(gold))
                .hasToString(String.join(
                        System.lineSeparator(),
                        "d (1g.10gb) does not fit on any of 2 GPU(s)",
                        "2 GPU(s): held by other tenants, and the claim shares with none",
                        "nearest that fits: the same without the condition on isolation"));
        fleet.release("a");
        fleet.release("c");
        assertThat(fleet.place(gold).accepted()).isTrue();
    }

    @Test
    void place_groupMembers_keepApart() {
        Fleet fleet = Fleet.of(gpus(H100, 2, 2), Objective.FEWEST_GPUS);
        Gpu one = place(fleet, Claim.slice("a", "1g.10gb").apart("upf", Spread.HOSTS));
        Gpu two = place(fleet, Claim.slice("b", "1g.10gb").apart("upf", Spread.HOSTS));
        assertThat(two.host()).isNotEqualTo(one.host());
        Claim third = Claim.slice("c", "1g.10gb").apart("upf", Spread.HOSTS).build();
        assertThat(fleet.explain(third).nearest())
                .hasValueSatisfying(claim -> assertThat(claim.group()).isEmpty());
        assertThat(place(fleet, Claim.slice("d", "1g.10gb").apart("upf", Spread.GPUS)))
                .isNotIn(one, two);
    }

    @Test
    void explain_refusalForLackOfRoom_namesTheNearestProfile() {
        Fleet fleet = Fleet.of(gpus(H100, 1, 1), Objective.MOST_ACCEPTED);
        fleet.place(slice("radio", "4g.40gb"));
        fleet.place(slice("a", "1g.10gb"));
        Explanation explanation = fleet.explain(slice("b", "3g.40gb"));
        assertThat(explanation.accepted()).isFalse();
        assertThat(explanation.lines())
                .contains("1 GPU(s): no room for it beside what H100-SXM5-80GB holds")
                .anyMatch(line ->
                        line.startsWith("nearest that fits: the profile 2g.20gb, which lacks something, under"));
        assertThat(fleet.place(explanation.nearest().orElseThrow()).accepted()).isTrue();
    }

    @Test
    void explain_profileOfAnotherBoard_namesOneThatIsNoWorse() {
        Fleet fleet = Fleet.of(gpus(A30, 1, 1), Objective.MOST_ACCEPTED);
        assertThat(fleet.explain(slice("a", "1g.10gb")).lines())
                .contains(
                        "nearest that fits: the profile 2g.12gb, with no fewer slices and no less memory, under the same conditions");
        assertThat(fleet.explain(slice("b", "1g.6gb")).lines().get(0)).startsWith("b (1g.6gb) fits: 1g.6gb@");
    }

    @Test
    void adopt_liveSlices_keepTheirPlace() {
        Fleet fleet = Fleet.of(gpus(H100, 1, 1), Objective.MOST_ACCEPTED);
        MigGeometry geometry = MigGeometry.of(H100);
        Gpu gpu = fleet.gpus().get(0);
        fleet.adopt(slice("radio", "4g.40gb"), gpu, geometry.placement("4g@0"));
        assertThat(fleet.place(slice("ai", "3g.40gb")).bookings().get(0).slice())
                .contains(geometry.placement("3g@4"));
        assertThatThrownBy(() -> fleet.adopt(slice("x", "1g.10gb"), gpu, geometry.placement("1g@1")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("1g.10gb@1 can't be booked");
    }

    @Test
    void place_fewestGpus_fillsOneGpuBeforeItOpensAnother() {
        Fleet fleet = Fleet.of(gpus(H100, 1, 4), Objective.FEWEST_GPUS);
        for (int i = 0; i < 14; i++) {
            fleet.place(slice("claim" + i, "1g.10gb"));
        }
        assertThat(fleet.gpusInUse()).isEqualTo(2);
    }

    @Test
    void placeAll_moreThanFits_refusesTheLargest() {
        Fleet fleet = Fleet.of(gpus(H100, 1, 1), Objective.MOST_ACCEPTED);
        List<Decision> decisions = fleet.placeAll(List.of(
                slice("seven", "7g.80gb"), slice("a", "3g.40gb"), slice("b", "2g.20gb"), slice("c", "2g.20gb")));
        assertThat(decisions).extracting(Decision::accepted).containsExactly(false, true, true, true);
    }

    @Test
    void explain_moreWholeGpusThanAHostHasLeft_namesHowManyThereAre() {
        Fleet fleet = Fleet.of(gpus(H100, 2, 4), Objective.MOST_ACCEPTED);
        fleet.place(Claim.slice("a", "1g.10gb").host("host0").build());
        fleet.place(Claim.wholeGpus("b", 2).host("host1").build());
        Claim eight = Claim.wholeGpus("training", 4).build();
        Explanation explanation = fleet.explain(eight);
        assertThat(explanation.lines()).contains("nearest that fits: 3 of 4 GPUs, under the same conditions");
        assertThat(fleet.place(explanation.nearest().orElseThrow()).bookings()).hasSize(3);
    }

    @Test
    void explain_twoConditionsInTheWay_namesBoth() {
        Fleet fleet = Fleet.of(gpus(H100, 1, 2), Objective.MOST_ACCEPTED);
        Claim claim = Claim.slice("a", "1g.10gb").numaNode(5).host("elsewhere").build();
        assertThat(fleet.explain(claim).lines())
                .contains("nearest that fits: the same without the condition on numa and host");
    }

    @Test
    void placeAll_nameTwiceOrTaken_booksNothing() {
        Fleet fleet = Fleet.of(gpus(H100, 1, 2), Objective.MOST_ACCEPTED);
        assertThatThrownBy(() ->
                        fleet.placeAll(List.of(slice("a", "1g.10gb"), slice("b", "1g.10gb"), slice("a", "1g.10gb"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("two claims of the batch are named 'a'");
        assertThat(fleet.gpusInUse()).isZero();
        fleet.place(slice("taken", "1g.10gb"));
        assertThatThrownBy(() -> fleet.placeAll(List.of(slice("b", "7g.80gb"), slice("taken", "1g.10gb"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("'taken' holds");
        assertThat(fleet.bookings("b")).isEmpty();
    }

    @Test
    void adopt_wholeGpus_areBookedTogetherOrNotAtAll() {
        Fleet fleet = Fleet.of(gpus(H100, 1, 3), Objective.MOST_ACCEPTED);
        Claim training = Claim.wholeGpus("training", 2).build();
        assertThatThrownBy(() -> fleet.adopt(training, fleet.gpus()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("training (2 whole GPU(s)) does not ask for");
        fleet.adopt(
                slice("a", "1g.10gb"), fleet.gpus().get(2), MigGeometry.of(H100).placement("1g@0"));
        assertThatThrownBy(() -> fleet.adopt(training, fleet.gpus().subList(1, 3)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("all of it can't be booked for training (2 whole GPU(s)) on lisbon/host0/2");
        assertThat(fleet.bookings("training")).isEmpty();
        assertThat(fleet.adopt(training, fleet.gpus().subList(0, 2))).hasSize(2);
        assertThat(fleet.gpusInUse()).isEqualTo(3);
        fleet.release("training");
        assertThat(fleet.gpusInUse()).isEqualTo(1);
    }
}
