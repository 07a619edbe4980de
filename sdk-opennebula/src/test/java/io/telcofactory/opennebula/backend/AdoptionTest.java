package io.telcofactory.opennebula.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.telcofactory.api.AiFactory;
import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Change;
import io.telcofactory.api.FieldChange;
import io.telcofactory.api.Finding;
import io.telcofactory.api.Plan;
import io.telcofactory.api.PlanOptions;
import io.telcofactory.api.Ref;
import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.error.UnsupportedFeatureException;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.model.Network;
import io.telcofactory.testkit.Calls;
import io.telcofactory.testkit.Fault;
import io.telcofactory.testkit.Faults;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network that somebody made by hand becomes one of the blueprint, with those who are on it. */
class AdoptionTest {
    private static final TenantNetwork CAMERAS = TenantNetwork.builder("cameras")
            .tenant(Samples.ACME)
            .vlan(120)
            .subnet("10.60.0.0/24")
            .firstAddress("10.60.0.10")
            .addresses(50)
            .gateway("10.60.0.1")
            .build();
    private static final Blueprint BLUEPRINT = Blueprint.of("analytics", Samples.ACME, CAMERAS);

    private final FakeSite fake = new FakeSite();
    private final OpenNebula one = fake.client();
    private final AiFactory factory = factory(Faults.create());
    private final int id = makeByHand(120);

    private AiFactory factory(Faults faults) {
        return AiFactory.builder()
                .id("lisbon")
                .backend(fake.backend(faults))
                .time(fake.time)
                .build();
    }

    private int makeByHand(int vlan) {
        int made = (Integer) fake.cloud.rpc(
                "one.vn.allocate",
                "NAME=\"legacy-%d\"\nVN_MAD=\"802.1Q\"\nPHYDEV=\"ens1f0\"\nVLAN_ID=\"%d\"\nGATEWAY=\"10.60.0.254\"\nNOTE=\"theirs\"\n"
                                .formatted(vlan, vlan)
                        + "AR=[TYPE=\"IP4\",IP=\"10.60.0.10\",SIZE=\"50\"]\n"
                        + "NETWORK_ADDRESS=\"10.60.0.0\"\nNETWORK_MASK=\"255.255.255.0\"",
                0);
        fake.time.advance(Duration.ofSeconds(1));
        fake.cloud.rpc("one.vn.chown", made, 1, 1);
        fake.cloud.rpc("one.vn.chmod", made, 1, 1, 0, 1, 0, 0, 0, 0, 0);
        return made;
    }

    private PlanOptions adopting(int network) {
        return PlanOptions.builder()
                .adopt(CAMERAS.ref(), Integer.toString(network))
                .build();
    }

    @Test
    void plan_adopting_showsWhatChangesOnItAndTouchesNothing() {
        String before = fake.cloud.snapshot(false);

        Plan plan = factory.plan(BLUEPRINT, adopting(id));

        assertThat(plan.errors()).isEmpty();
        Change change = plan.change(CAMERAS.ref()).orElseThrow();
        assertThat(change.action()).isEqualTo(Change.Action.ADOPT);
        assertThat(change.adopts()).contains(Integer.toString(id));
        assertThat(change.fields())
                .contains(
                        new FieldChange("network", Optional.of("legacy-120"), Optional.of("lisbon.acme.cameras")),
                        new FieldChange("network.gateway", Optional.of("10.60.0.254"), Optional.of("10.60.0.1")));
        assertThat(change.steps()).startsWith("one.vn.rename", "one.vn.chown", "one.vn.chmod", "one.vn.update");
        assertThat(plan.describe()).contains("=> network/acme/cameras  (adopt " + id + ")");
        assertThat(Plan.fromJson(plan.toJson())).isEqualTo(plan);
        assertThat(fake.cloud.snapshot(false)).isEqualTo(before);
    }

    @Test
    void apply_adopting_keepsTheNetworkAndWhatIsForeignOnIt() {
        factory.apply(factory.plan(BLUEPRINT, adopting(id))).orThrow();

        Network network = one.networks().get(id);
        assertThat(network.name()).isEqualTo("lisbon.acme.cameras");
        assertThat(network.attribute("GATEWAY")).contains("10.60.0.1");
        assertThat(network.attribute("NOTE")).contains("theirs");
        assertThat(factory.status("analytics").outputs(CAMERAS.ref())).containsEntry("id", Integer.toString(id));
        assertThat(factory.plan(BLUEPRINT).describe()).startsWith("No changes.");
        assertThat(factory.plan(BLUEPRINT, adopting(id)).isEmpty()).isTrue();
    }

    @Test
    void apply_storedPlanAgain_findsEverythingDone() {
        Plan plan = factory.plan(BLUEPRINT, adopting(id));
        factory.apply(plan).orThrow();

        factory.apply(Plan.fromJson(plan.toJson())).orThrow();

        assertThat(factory.plan(BLUEPRINT).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"one.vn.rename", "one.vn.chown", "one.vn.chmod", "one.vn.update"})
    void apply_killedAfterAStep_goesOnWithTheSameOptions(String step) {
        Faults deadly =
                Faults.create().strike(Fault.KILLED_AFTER, Calls.of(step).numbers(1, 1));
        AiFactory mortal = factory(deadly);
        Plan plan = mortal.plan(BLUEPRINT, adopting(id));
        assertThatThrownBy(() -> mortal.apply(plan)).isInstanceOf(Throwable.class);

        fake.time.advance(Duration.ofMinutes(2));
        factory.apply(factory.plan(BLUEPRINT, adopting(id))).orThrow();

        assertThat(one.networks().get(id).name()).isEqualTo("lisbon.acme.cameras");
        assertThat(factory.plan(BLUEPRINT).isEmpty()).isTrue();
    }

    @Test
    void plan_networkThatDiffersInWhatIsFixed_isAnErrorThatNamesIt() {
        int other = makeByHand(121);

        assertThat(factory.plan(BLUEPRINT, adopting(other)).errors())
                .extracting(Finding::code, Finding::message)
                .contains(tuple(
                        "adoption-would-replace",
                        other + " differs in what can't be set in place: network.vlan is '121', not '120'"));
    }

    @Test
    void apply_changedByOthersMeanwhile_isStale() {
        Plan plan = factory.plan(BLUEPRINT, adopting(id));
        fake.cloud.rpc("one.vn.update", id, "GATEWAY=\"10.60.0.253\"", 1);

        assertThatThrownBy(() -> factory.apply(plan))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("network.gateway");
        assertThat(one.networks().get(id).name()).isEqualTo("legacy-120");
    }

    @Test
    void plan_whatCantBeAdopted_isRefusedWithTheReason() {
        assertThatThrownBy(() -> factory.plan(BLUEPRINT, adopting(4711)))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("no network '4711'");
        assertThatThrownBy(() -> factory.plan(
                        BLUEPRINT,
                        PlanOptions.builder().adopt(Samples.ACME.ref(), "100").build()))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("tenant/acme");
        assertThatThrownBy(() -> factory.plan(
                        BLUEPRINT,
                        PlanOptions.builder()
                                .adopt(Ref.parse("network/acme/none"), "1")
                                .build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("network/acme/none");
        factory.apply(factory.plan(BLUEPRINT, adopting(id))).orThrow();
        AiFactory porto = AiFactory.builder()
                .id("porto")
                .backend(fake.backend(Faults.create()))
                .time(fake.time)
                .build();
        assertThatThrownBy(() -> porto.plan(BLUEPRINT, adopting(id)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("network/acme/cameras of blueprint 'analytics' of factory 'lisbon'");
        assertThatThrownBy(() -> factory.plan(BLUEPRINT, adopting(makeByHand(121))))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("is there already, with the id '" + id + "'");
    }
}
