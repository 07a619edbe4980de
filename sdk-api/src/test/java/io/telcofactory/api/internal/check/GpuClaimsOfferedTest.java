package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.H100;
import static io.telcofactory.api.internal.check.Situation.single;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.gpu.GpuClaim;
import java.util.List;
import org.junit.jupiter.api.Test;

class GpuClaimsOfferedTest {

    @Test
    void examine_offeredSliceAndCard_areWell() {
        assertThat(examine(GpuClaim.migSlice(H100, "1g.10gb"))).isEmpty();
        assertThat(examine(GpuClaim.whole(H100, 16))).isEmpty();
    }

    @Test
    void examine_sliceThatIsNotOffered_namesTheOffers() {
        assertThat(examine(GpuClaim.migSlice(H100, "2g.20gb")))
                .extracting(Finding::message)
                .containsExactly("role inference claims 2g.20gb of H100-SXM-80GB, which site lisbon does not offer;"
                        + " it offers 1g.10gb of H100-SXM-80GB, whole H100-SXM-80GB");
    }

    @Test
    void examine_modelThatIsNotOffered_isTold() {
        assertThat(examine(GpuClaim.whole("L40S", 1))).extracting(Finding::code).containsExactly("gpu-not-offered");
    }

    @Test
    void examine_claimThatIsNotOffered_isNotToldAgainAsCapacity() {
        assertThat(new Situation()
                        .want(single(r -> r.gpu(GpuClaim.whole("L40S", 1))))
                        .examine(new CapacityFits()))
                .isEmpty();
    }

    private static List<Finding> examine(GpuClaim claim) {
        return new Situation().want(single(r -> r.gpu(claim))).examine(new GpuClaimsOffered());
    }
}
