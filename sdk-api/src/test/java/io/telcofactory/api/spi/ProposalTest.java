package io.telcofactory.api.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.network.TenantNetwork;
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
    void all_areTheDesiredAndWhatStays_eachOnce() {
        assertThat(proposal(List.of(WIDER), List.of()).all(TenantNetwork.class)).containsExactly(WIDER);
        assertThat(proposal(List.of(), List.of()).all(TenantNetwork.class)).containsExactly(CAMERAS);
        assertThat(proposal(List.of(), List.of(CAMERAS.ref())).all(TenantNetwork.class))
                .isEmpty();
        assertThat(proposal(List.of(), List.of()).all(Tenant.class)).isEmpty();
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
