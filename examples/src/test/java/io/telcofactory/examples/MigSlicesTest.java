package io.telcofactory.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.AiFactory;
import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Finding;
import io.telcofactory.api.Plan;
import io.telcofactory.api.Ref;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.compute.EpaProfile;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.site.GpuOffer;
import io.telcofactory.api.site.PciSelector;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.tenant.Tenant;
import io.telcofactory.gpu.MigGeometryCheck;
import io.telcofactory.opennebula.ClientSettings;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.backend.OpenNebulaBackend;
import io.telcofactory.opennebula.flow.OneFlow;
import io.telcofactory.testkit.VirtualTime;
import io.telcofactory.testkit.opennebula.FakeOpenNebula;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a plan says of GPU slices, from the blueprint to the refusal. */
class MigSlicesTest {
    private static final String MODEL = "H100-SXM-80GB";
    private static final PciSelector H100 = new PciSelector("10de", "2330", "0302");

    private final VirtualTime time = VirtualTime.create();
    private final FakeOpenNebula cloud = FakeOpenNebula.edgeSite(time);

    @AfterEach
    void close() {
        cloud.close();
    }

    private AiFactory factory() {
        Credentials admin = Credentials.parse(cloud.adminCredentials());
        ClientSettings settings =
                ClientSettings.builder().transport(cloud.transport()).time(time).build();
        OpenNebula one = OpenNebula.connect(cloud.endpoint(), admin, settings);
        OneFlow flow = OneFlow.connect(cloud.flowEndpoint(), admin, settings);
        return AiFactory.builder()
                .id("lisbon-oss")
                .time(time)
                .backend(OpenNebulaBackend.builder()
                        .client(one)
                        .flow(flow)
                        .site(site())
                        .build())
                .check(MigGeometryCheck.create())
                .build();
    }

    /** A site that offers what a careless hand wrote: one of these slices no H100 has. */
    private static Site site() {
        Site.Builder site = Site.builder("edge-lisbon").physicalDevice("ens1f0");
        for (String slice : List.of("1g.10gb", "3g.40gb", "3g.47gb")) {
            site.addGpus(GpuOffer.builder()
                    .model(MODEL)
                    .slice(slice)
                    .hosts("mig-*")
                    .pci(H100)
                    .profile("1131 (NVIDIA H100XM-1-10C)")
                    .build());
        }
        return site.build();
    }

    private static Blueprint blueprint(String slice, int instances) {
        Tenant acme = Tenant.builder("acme")
                .quota(q -> q.vms(99).vcpus(99).memory(DataSize.gibibytes(999)).gpus(99))
                .build();
        AiService chat = AiService.builder("chat")
                .tenant(acme)
                .role(
                        "inference",
                        role -> role.image("vllm")
                                .epa(EpaProfile.realtime())
                                .vcpus(1)
                                .memory(DataSize.gibibytes(1))
                                .instances(instances)
                                .gpu(GpuClaim.migSlice(MODEL, slice)))
                .build();
        return Blueprint.of("chat", acme, chat);
    }

    private static List<Finding> findings(Plan plan, String code) {
        return plan.errors().stream()
                .filter(finding -> finding.code().equals(code))
                .toList();
    }

    @Test
    void plan_sliceThatNoSuchBoardHas_namesTheNearestAndIsNotApplied() {
        try (AiFactory factory = factory()) {
            Plan plan = factory.plan(blueprint("3g.47gb", 1));
            assertThat(findings(plan, "mig-profile-not-offered"))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.ref()).contains(Ref.parse("service/acme/chat"));
                        assertThat(finding.message()).contains("3g.47gb of H100-SXM-80GB", "offers only [1g.10gb,");
                        assertThat(finding.remedy()).contains("claim the nearest, 7g.80gb");
                    });
            assertThatThrownBy(() -> factory.apply(plan))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("claim the nearest, 7g.80gb");
        }
    }

    @Test
    void plan_moreSlicesThanTheBoardsCanBeCutInto_saysHowManyFit() {
        try (AiFactory factory = factory()) {
            Plan plan = factory.plan(blueprint("3g.40gb", 50));
            assertThat(findings(plan, "mig-slices-do-not-fit")).singleElement().satisfies(finding -> {
                assertThat(finding.message()).startsWith("50 x 3g.40gb need at least 25 GPUs of H100-SXM-80GB");
                assertThat(finding.remedy()).containsPattern("such as \\d x 3g.40gb, or add \\d+ GPU");
            });
        }
    }

    @Test
    void plan_sliceThatFits_passesTheCheckAndIsApplied() {
        try (AiFactory factory = factory()) {
            Plan plan = factory.plan(blueprint("1g.10gb", 1));
            assertThat(plan.errors()).isEmpty();
            assertThat(plan.describe()).contains("GPU slices can be cut");
            factory.apply(plan).orThrow();
            assertThat(factory.plan(blueprint("1g.10gb", 1)).isEmpty()).isTrue();
        }
    }
}
