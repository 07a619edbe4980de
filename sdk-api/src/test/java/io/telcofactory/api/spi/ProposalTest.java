package io.telcofactory.api.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.nf.InterfaceName;
import io.telcofactory.api.nf.NetworkFunction;
import io.telcofactory.api.nf.NetworkFunctionType;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.tenant.Tenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProposalTest {
    private static final TenantNetwork CAMERAS = TenantNetwork.builder("cameras")
            .tenant("acme")
            .subnet("10.60.0.0/24")
            .build();
    private static final TenantNetwork WIDER =
            CAMERAS.toBuilder().subnet("10.60.0.0/16").build();

    @Test
    void find_desiredAndThere_isAsItWillBe() {
        assertThat(proposal(List.of(WIDER), List.of()).find(CAMERAS.ref(), TenantNetwork.class))
                .contains(WIDER);
    }

    @Test
    void find_thereOnly_isAsItWasApplied() {
        assertThat(proposal(List.of(), List.of()).find(CAMERAS.ref(), TenantNetwork.class))
                .contains(CAMERAS);
    }

    @Test
    void find_goingAwayOrOfAnotherType_isNothing() {
        assertThat(proposal(List.of(), List.of(CAMERAS.ref())).find(CAMERAS.ref(), TenantNetwork.class))
                .isEmpty();
        assertThat(proposal(List.of(), List.of()).find(CAMERAS.ref(), Tenant.class))
                .isEmpty();
        assertThat(proposal(List.of(), List.of()).find(Ref.tenant("acme"), Tenant.class))
                .isEmpty();
    }

    @Test
    void staying_isWhatIsThereNowUnlessItGoes() {
        assertThat(proposal(List.of(WIDER), List.of()).staying(CAMERAS.ref()).flatMap(Owned::applied))
                .contains(CAMERAS);
        assertThat(proposal(List.of(WIDER), List.of(CAMERAS.ref())).staying(CAMERAS.ref()))
                .isEmpty();
        assertThat(proposal(List.of(), List.of()).staying(Ref.tenant("acme"))).isEmpty();
    }

    @Test
    void all_areTheDesiredAndWhatStays_eachOnce() {
        assertThat(proposal(List.of(WIDER), List.of()).all(TenantNetwork.class)).containsExactly(WIDER);
        assertThat(proposal(List.of(), List.of()).all(TenantNetwork.class)).containsExactly(CAMERAS);
        assertThat(proposal(List.of(), List.of(CAMERAS.ref())).all(TenantNetwork.class))
                .isEmpty();
        assertThat(proposal(List.of(), List.of()).all(Tenant.class)).isEmpty();
    }

    @Test
    void roles_areThoseOfServicesAndFunctions_inTheBlueprintsOrder() {
        AiService service = AiService.builder("inspection")
                .tenant("acme")
                .role("mediation", ProposalTest::small)
                .role("inference", ProposalTest::small)
                .build();
        NetworkFunction function = NetworkFunction.builder("upf")
                .tenant("acme")
                .type(NetworkFunctionType.UPF)
                .image("upf")
                .vcpus(2)
                .memory(DataSize.gibibytes(4))
                .attach(InterfaceName.MANAGEMENT, CAMERAS.ref())
                .build();
        assertThat(proposal(List.of(function, WIDER, service), List.of()).roles())
                .extracting(each -> each.ref() + " " + each.role().name())
                .containsExactly(
                        "function/acme/upf upf",
                        "service/acme/inspection mediation",
                        "service/acme/inspection inference");
    }

    private static void small(Role.Builder role) {
        role.image("ubuntu").vcpus(1).memory(DataSize.gibibytes(1));
    }

    private static Proposal proposal(List<Resource> desired, List<Ref> replaced) {
        Owned there = Owned.builder()
                .ref(CAMERAS.ref())
                .blueprint("b")
                .applied(CAMERAS)
                .build();
        return new Proposal(new Scope("f", "b"), desired, Map.of(there.ref(), there), replaced, Inventory.empty());
    }
}
