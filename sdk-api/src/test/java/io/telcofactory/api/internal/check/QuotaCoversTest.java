package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.service;
import static io.telcofactory.api.internal.check.Situation.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Finding.Severity;
import io.telcofactory.api.Ref;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.compute.PciClaim;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.network.Handoff;
import io.telcofactory.api.nf.InterfaceName;
import io.telcofactory.api.nf.NetworkFunction;
import io.telcofactory.api.nf.NetworkFunctionType;
import io.telcofactory.api.nf.NetworkInterface;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Attachment;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.tenant.Quota;
import io.telcofactory.api.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class QuotaCoversTest {
    /** Needs 3 VMs, 6 vcpus, 12 GiB and 4 GPUs. */
    private static final AiService SERVICE = service(
            "defects",
            s -> s.role("a", r -> small(r))
                    .role("b", r -> small(r).instances(2).gpu(GpuClaim.whole(Situation.H100, 2))));

    private static final Ref N3 = new Ref(Ref.NETWORK, "acme", "n3");

    private static final Attachment BY_SRIOV =
            Attachment.builder(N3).handoff(Handoff.sriov()).build();

    @Test
    void examine_quotaExactlyEnough_isWell() {
        assertThat(new Situation()
                        .want(
                                tenant(q -> q.vms(3)
                                        .vcpus(6)
                                        .memory(DataSize.gibibytes(12))
                                        .gpus(4)),
                                SERVICE)
                        .examine(new QuotaCovers()))
                .isEmpty();
    }

    @Test
    void examine_noLimits_isWell() {
        assertThat(new Situation().want(tenant(q -> {}), SERVICE).examine(new QuotaCovers()))
                .isEmpty();
    }

    @Test
    void examine_quotaTooSmall_tellsTheTightestFirstAndByHowMuch() {
        assertThat(new Situation()
                        .want(
                                tenant(q -> q.vms(2)
                                        .vcpus(6)
                                        .memory(DataSize.mebibytes(12287))
                                        .gpus(1)),
                                SERVICE)
                        .examine(new QuotaCovers()))
                .containsExactly(Finding.error(
                        "quota-too-small",
                        Situation.ACME.ref(),
                        "its services need more than its quota even with the fewest instances: gpus 4 of 1, 3 too many;"
                                + " vms 3 of 2, 1 too many; memory 12288 MiB of 12287 MiB, 1 MiB too many",
                        "raise the quota's gpus, vms, memory, or lower what the services ask"));
    }

    @Test
    void examine_otherDevices_countWithTheGpus() {
        AiService service = Situation.single(r -> r.instances(2).devices(List.of(PciClaim.at("9a:00.0"))));

        assertThat(new Situation().want(tenant(q -> q.gpus(2)), service).examine(new QuotaCovers()))
                .isEmpty();
        assertThat(new Situation().want(tenant(q -> q.gpus(1)), service).examine(new QuotaCovers()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).endsWith("gpus 2 of 1, 1 too many"));
    }

    @Test
    void examine_interfacesBySriov_countForEachInstanceOfServicesAndFunctions() {
        AiService service = Situation.single(r -> r.instances(2).attachments(List.of(BY_SRIOV, Attachment.of(N3))));
        NetworkFunction function = NetworkFunction.builder("upf-1")
                .tenant(Situation.ACME)
                .type(NetworkFunctionType.UPF)
                .image("upf")
                .vcpus(2)
                .memory(DataSize.gibibytes(4))
                .attach(InterfaceName.N6, N3)
                .addInterfaces(NetworkInterface.builder(InterfaceName.N3, N3)
                        .handoff(Handoff.sriov())
                        .build())
                .build();

        assertThat(new Situation()
                        .want(tenant(q -> q.sriovInterfaces(3)), service, function)
                        .examine(new QuotaCovers()))
                .isEmpty();
        assertThat(new Situation()
                        .want(tenant(q -> q.sriovInterfaces(2)), service, function)
                        .examine(new QuotaCovers()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).endsWith("sriovInterfaces 3 of 2, 1 too many"));
    }

    @Test
    void examine_runningLimits_holdForAllInstances() {
        assertThat(new Situation()
                        .want(
                                tenant(q -> q.runningVms(3)
                                        .runningVcpus(6)
                                        .runningMemory(DataSize.gibibytes(12))
                                        .runningGpus(4)),
                                SERVICE)
                        .examine(new QuotaCovers()))
                .isEmpty();
        assertThat(tooSmall(
                        tenant(q -> q.runningVms(2)
                                .runningVcpus(5)
                                .runningMemory(DataSize.mebibytes(12287))
                                .runningGpus(3)),
                        SERVICE))
                .contains("runningVms 3 of 2, 1 too many")
                .contains("runningVcpus 6 of 5, 1 too many")
                .contains("runningMemory 12288 MiB of 12287 MiB, 1 MiB too many")
                .contains("runningGpus 4 of 3, 1 too many");
    }

    @Test
    void examine_gpuModels_areCountedApart() {
        assertThat(new Situation()
                        .want(tenant(q -> q.gpus(Situation.H100, 4).gpus("L4", 0)), SERVICE)
                        .examine(new QuotaCovers()))
                .isEmpty();
        assertThat(tooSmall(tenant(q -> q.gpus(Situation.H100, 3)), SERVICE))
                .endsWith("gpuModels." + Situation.H100 + " 4 of 3, 1 too many");
    }

    @Test
    void examine_limitsOfTheSitesCluster_holdAsWell() {
        assertThat(new Situation()
                        .want(tenant(q -> q.cluster("other", c -> c.vms(1))), SERVICE)
                        .examine(new QuotaCovers()))
                .isEmpty();
        assertThat(tooSmall(tenant(q -> q.cluster("default", c -> c.vms(2))), SERVICE))
                .endsWith("clusters.default.vms 3 of 2, 1 too many");
    }

    @Test
    void examine_disks_areCopiesOfTheImage() {
        Inventory.Image detector = new Inventory.Image(1, "detector", true, Optional.of(DataSize.gibibytes(20)));

        assertThat(new Situation()
                        .want(tenant(q -> q.systemDisk(DataSize.gibibytes(60))), SERVICE)
                        .inventory(site -> site.addImages(detector))
                        .examine(new QuotaCovers()))
                .isEmpty();
        assertThat(new Situation()
                        .want(tenant(q -> q.systemDisk(DataSize.gibibytes(59))), SERVICE)
                        .inventory(site -> site.addImages(detector))
                        .examine(new QuotaCovers()))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .endsWith("systemDisk 61440 MiB of 60416 MiB, 1024 MiB too many");
    }

    @Test
    void examine_leases_areThoseOfInstancesOnTheProvidersNetworks() {
        AiService service = Situation.single(r -> r.instances(3).addProviderNetworks("uplink"));

        assertThat(new Situation()
                        .want(tenant(q -> q.putLeases("uplink", 3)), service)
                        .examine(new QuotaCovers()))
                .isEmpty();
        assertThat(tooSmall(tenant(q -> q.putLeases("uplink", 2)), service))
                .endsWith("leases.uplink 3 of 2, 1 too many");
    }

    private static String tooSmall(Tenant tenant, AiService service) {
        Finding finding =
                new Situation().want(tenant, service).examine(new QuotaCovers()).get(0);
        assertThat(finding.code()).isEqualTo("quota-too-small");
        return finding.message();
    }

    @Test
    void examine_severalServices_areAdded() {
        AiService other = service("other", s -> s.role("a", r -> small(r)));

        assertThat(new Situation().want(tenant(q -> q.vcpus(7)), SERVICE, other).examine(new QuotaCovers()))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .endsWith("vcpus 8 of 7, 1 too many");
    }

    @Test
    void examine_onlyTheMostInstancesTooMany_isAWarning() {
        AiService elastic = service("elastic", s -> s.role("a", r -> small(r).instances(1, 4)));

        assertThat(new Situation().want(tenant(q -> q.vms(3)), elastic).examine(new QuotaCovers()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("quota-below-maximum");
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.message()).endsWith("vms 4 of 3, 1 too many");
                });
    }

    @Test
    void examine_servicesOfAnotherTenant_areNotCounted() {
        AiService foreign = SERVICE.toBuilder().tenant("other").build();

        assertThat(new Situation().want(tenant(q -> q.vms(0)), foreign).examine(new QuotaCovers()))
                .isEmpty();
    }

    private static Tenant tenant(Consumer<Quota.Builder> quota) {
        return Tenant.builder("acme").quota(quota).build();
    }
}
