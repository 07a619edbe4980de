package io.telcofactory.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.telcofactory.api.Finding;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.site.GpuOffer;
import io.telcofactory.api.site.Host;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.site.PciDevice;
import io.telcofactory.api.site.PciSelector;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.api.tenant.Tenant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MigGeometryCheckTest {
    private static final Tenant ACME = Tenant.builder("acme").build();
    private static final PciSelector H100 = new PciSelector("10de", "2330", "0302");
    private static final Site SITE = Site.builder("lisbon")
            .physicalDevice("ens1f0")
            .addGpus(GpuOffer.builder()
                    .model("H100-SXM-80GB")
                    .slice("1g.10gb")
                    .pci(H100)
                    .profile("1131 (NVIDIA H100XM-1-10C)")
                    .build())
            .build();

    private static AiService service(String name, GpuClaim claim, int instances) {
        return AiService.builder(name)
                .tenant(ACME)
                .role(
                        "inference",
                        r -> r.image("vllm")
                                .vcpus(2)
                                .memory(DataSize.gibibytes(4))
                                .gpu(claim)
                                .instances(instances))
                .build();
    }

    private static List<Finding> examine(AiService... services) {
        PciDevice one = new PciDevice("18:00.4", H100, true, List.of(), OptionalInt.empty(), true);
        PciDevice sibling = new PciDevice("18:00.5", H100, true, List.of(), OptionalInt.empty(), true);
        Host host = new Host(1, "node1", true, false, 64, DataSize.gibibytes(64), List.of(), List.of(one, sibling));
        Inventory inventory = Inventory.builder().site(SITE).addHosts(host).build();
        return MigGeometryCheck.create()
                .examine(new Proposal(
                        new Scope("factory", "blueprint"), List.of(services), Map.of(), List.of(), inventory));
    }

    @Test
    void examine_slicesThatFitOneGpu_findsNothing() {
        assertThat(examine(
                        service("a", GpuClaim.migSlice("H100-SXM-80GB", "4g.40gb"), 1),
                        service("b", GpuClaim.migSlice("H100-SXM-80GB", "1g.10gb"), 3)))
                .isEmpty();
    }

    @Test
    void examine_moreSlicesThanTheGpusCanBeCutInto_isProvenImpossible() {
        assertThat(examine(
                        service("a", GpuClaim.migSlice("H100-SXM-80GB", "4g.40gb"), 1),
                        service("b", GpuClaim.migSlice("H100-SXM-80GB", "2g.20gb"), 2)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("mig-slices-do-not-fit");
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
                    assertThat(finding.message())
                            .contains("2 x 2g.20gb, 1 x 4g.40gb need at least 2 GPUs of H100-SXM-80GB")
                            .contains("the site has 1");
                    assertThat(finding.remedy())
                            .isEqualTo("ask for what does fit, such as 2 x 2g.20gb, or add 1 GPU(s)");
                });
    }

    @Test
    void examine_profileOfAnotherBoard_namesWhatIsOffered() {
        assertThat(examine(service("a", GpuClaim.migSlice("H100-SXM-80GB", "3g.47gb"), 1)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("mig-profile-not-offered");
                    assertThat(finding.message()).contains("offers only [1g.10gb, 1g.10gb+me, 1g.20gb");
                    assertThat(finding.remedy()).isEqualTo("claim the nearest, 7g.80gb, or another board");
                });
        assertThat(examine(service("a", GpuClaim.migSlice("L40S", "1g.10gb"), 1)))
                .extracting(Finding::remedy)
                .containsExactly("claim the whole GPU, or another board");
    }

    @Test
    void examine_attributeNobodyKnows_isAFindingAndNoFailure() {
        assertThat(examine(service("a", GpuClaim.migSlice("H100-SXM-80GB", "1g.10gb+xy"), 1)))
                .extracting(Finding::code, Finding::remedy)
                .containsExactly(tuple("mig-profile-not-offered", "claim one of these, or another board"));
    }

    @Test
    void examine_sliceWithoutMediaEngines_isKnown() {
        assertThat(examine(service("a", GpuClaim.migSlice("RTX-PRO-6000-96GB", "1g.24gb-me"), 4)))
                .isEmpty();
    }

    @Test
    void examine_profileAsAnotherDriverRoundsIt_isTheSame() {
        assertThat(examine(
                        service("a", GpuClaim.migSlice("B300-288GB", "1g.35gb"), 1),
                        service("b", GpuClaim.migSlice("B300-288GB", "3g.139gb"), 1)))
                .isEmpty();
    }

    @Test
    void examine_boardNobodyKnows_warns() {
        assertThat(examine(service("a", GpuClaim.migSlice("X100", "1g.10gb"), 1)))
                .extracting(Finding::code, Finding::severity)
                .containsExactly(tuple("gpu-model-unknown", Finding.Severity.WARNING));
        assertThat(examine(service("a", GpuClaim.whole("X100", 1), 1))).isEmpty();
    }
}
