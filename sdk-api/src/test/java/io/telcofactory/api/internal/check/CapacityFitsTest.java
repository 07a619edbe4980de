package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.card;
import static io.telcofactory.api.internal.check.Situation.node;
import static io.telcofactory.api.internal.check.Situation.pinnedHost;
import static io.telcofactory.api.internal.check.Situation.service;
import static io.telcofactory.api.internal.check.Situation.sharedHost;
import static io.telcofactory.api.internal.check.Situation.single;
import static io.telcofactory.api.internal.check.Situation.slice;
import static io.telcofactory.api.internal.check.Situation.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Finding.Severity;
import io.telcofactory.api.Ref;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.compute.EpaProfile;
import io.telcofactory.api.compute.NumaShare;
import io.telcofactory.api.compute.PciClaim;
import io.telcofactory.api.compute.PinPolicy;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.network.RouterInterface;
import io.telcofactory.api.network.VirtualRouter;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.site.Host;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.site.NumaNode;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.spi.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CapacityFitsTest {
    private static final GpuClaim SLICE = GpuClaim.migSlice(Situation.H100, "1g.10gb");

    private final Situation situation = new Situation();

    @Test
    void examine_siteWithoutHosts_tellsSo() {
        assertThat(situation.want(single(r -> {})).examine(new CapacityFits()))
                .extracting(Finding::message)
                .containsExactly(
                        "no host can take new instance 1 of role inference (2 vcpus, 4 GiB); the site has no hosts");
    }

    @Test
    void examine_nothingObserved_saysNothing() {
        Proposal proposal =
                new Proposal(new Scope("f", "b"), List.of(single(r -> {})), Map.of(), List.of(), Inventory.empty());

        assertThat(new CapacityFits().examine(proposal)).isEmpty();
    }

    @Test
    void examine_processorsExactlyEnough_isWell() {
        assertThat(situation
                        .want(single(r -> r.instances(4)))
                        .hosts(sharedHost("a", 4, 64), sharedHost("b", 4, 64))
                        .examine(new CapacityFits()))
                .isEmpty();
    }

    @Test
    void examine_oneProcessorTooFew_tellsClosestHostAndLack() {
        assertThat(situation
                        .want(single(r -> r.instances(4)))
                        .hosts(sharedHost("a", 4, 64), sharedHost("b", 3.5, 64))
                        .examine(new CapacityFits()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("does-not-fit");
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.message())
                            .isEqualTo("no host can take new instance 4 of role inference (2 vcpus, 4 GiB);"
                                    + " closest comes b: hardware threads: 2 needed, 1.50 free");
                    assertThat(finding.remedy()).contains("add a host");
                });
    }

    @Test
    void examine_memoryExactlyEnough_isWellAndOneMebibyteLessIsNot() {
        AiService service = single(r -> r.memory(DataSize.gibibytes(8)));
        Host enough = sharedHost("a", 64, 8);
        Host less = new Host(1, "a", true, false, 64, DataSize.mebibytes(8191), List.of(), List.of());

        assertThat(new Situation().want(service).hosts(enough).examine(new CapacityFits()))
                .isEmpty();
        assertThat(new Situation().want(service).hosts(less).examine(new CapacityFits()))
                .extracting(Finding::message)
                .containsExactly("no host can take new instance 1 of role inference (2 vcpus, 8 GiB);"
                        + " closest comes a: MiB of memory: 8192 needed, 8191 free");
    }

    @Test
    void examine_routers_takeRoomAsWell() {
        VirtualRouter router = VirtualRouter.builder("edge")
                .tenant("acme")
                .image("service-vnf")
                .uplink("uplink")
                .addInterfaces(new RouterInterface(new Ref(Ref.NETWORK, "acme", "cameras"), Optional.empty()))
                .instances(2)
                .build();
        Host[] hosts = {sharedHost("a", 3, 64)};

        assertThat(new Situation().want(router).hosts(hosts).examine(new CapacityFits()))
                .isEmpty();
        assertThat(new Situation().want(router, single(r -> {})).hosts(hosts).examine(new CapacityFits()))
                .extracting(finding -> finding.ref().orElseThrow() + ": " + finding.message())
                .containsExactly("router/acme/edge: no host can take new instance 2 of the router (1 vcpus, 512 MiB);"
                        + " closest comes a: hardware threads: 1 needed, 0 free");
        assertThat(new Situation()
                        .want(router, single(r -> {}))
                        .there(router)
                        .hosts(hosts)
                        .examine(new CapacityFits()))
                .isEmpty();
        assertThat(new Situation()
                        .want(router)
                        .there(router)
                        .replacing(router.ref())
                        .hosts(sharedHost("full", 0, 64))
                        .examine(new CapacityFits()))
                .isEmpty();
    }

    @Test
    void examine_pinnedRole_onlyGoesToHostsSetAside() {
        AiService pinned = single(r -> r.epa(EpaProfile.realtime()));

        assertThat(new Situation().want(pinned).hosts(pinnedHost("p", 1, 2, 4)).examine(new CapacityFits()))
                .isEmpty();
        assertThat(new Situation().want(pinned).hosts(sharedHost("s", 64, 512)).examine(new CapacityFits()))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .endsWith("closest comes s: it is not set aside for pinned machines, and the instance is pinned");
    }

    @Test
    void examine_ordinaryRole_neverGoesToHostsSetAside() {
        assertThat(situation
                        .want(single(r -> {}))
                        .hosts(pinnedHost("p", 1, 8, 64))
                        .examine(new CapacityFits()))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .endsWith("closest comes p: it is set aside for pinned machines, and the instance is not pinned");
    }

    @Test
    void examine_hostThatIsDisabled_isNotUsed() {
        Host disabled = new Host(1, "a", false, false, 64, DataSize.gibibytes(64), List.of(), List.of());

        assertThat(situation.want(single(r -> {})).hosts(disabled).examine(new CapacityFits()))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .endsWith("closest comes a: it is disabled or not monitored");
    }

    @Test
    void examine_corePinning_needsWholeIdleCores() {
        AiService cores = single(r -> r.vcpus(4).epa(EpaProfile.realtime()));
        AiService threads = single(r ->
                r.vcpus(4).epa(EpaProfile.builder().pinning(PinPolicy.THREAD).build()));
        Host halfBusy = host("p", 8, 64, node(0, 8, 1, 64));

        assertThat(new Situation().want(cores).hosts(pinnedHost("p", 1, 4, 4)).examine(new CapacityFits()))
                .isEmpty();
        assertThat(new Situation().want(threads).hosts(halfBusy).examine(new CapacityFits()))
                .isEmpty();
        assertThat(new Situation().want(cores).hosts(halfBusy).examine(new CapacityFits()))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .endsWith("closest comes p: idle cores on NUMA node 0: 4 needed, 0 free");
    }

    @Test
    void examine_processorsOfTwoNodes_doNotServeOneNode() {
        AiService oneNode = single(r -> r.vcpus(6).epa(EpaProfile.realtime()));
        AiService twoNodes = single(r -> r.vcpus(6)
                .epa(EpaProfile.builder().pinning(PinPolicy.CORE).numaNodes(2).build()));
        Host host = pinnedHost("p", 2, 4, 16);

        assertThat(new Situation().want(twoNodes).hosts(host).examine(new CapacityFits()))
                .isEmpty();
        assertThat(new Situation().want(oneNode).hosts(host).examine(new CapacityFits()))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .endsWith("closest comes p: idle cores on NUMA node 0: 6 needed, 4 free");
    }

    @Test
    void examine_hugepages_areCountedPerNodeAndTakenByEachInstance() {
        AiService service = single(
                r -> r.vcpus(1).memory(DataSize.gibibytes(6)).instances(3).epa(EpaProfile.realtime()));

        assertThat(new Situation().want(service).hosts(pinnedHost("p", 3, 2, 6)).examine(new CapacityFits()))
                .isEmpty();
        assertThat(new Situation().want(service).hosts(pinnedHost("p", 2, 8, 9)).examine(new CapacityFits()))
                .extracting(Finding::message)
                .containsExactly(
                        "no host can take new instance 3 of role inference (1 vcpus pinned CORE, 6 GiB in pages of 1 GiB);"
                                + " closest comes p: MiB of memory on NUMA node 0: 6144 needed, 3072 free");
    }

    @Test
    void examine_hugepagesOfAnotherSize_doNotServe() {
        AiService service = single(r -> r.epa(EpaProfile.builder()
                .pinning(PinPolicy.CORE)
                .hugepages(DataSize.mebibytes(2))
                .build()));

        assertThat(situation.want(service).hosts(pinnedHost("p", 1, 8, 64)).examine(new CapacityFits()))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .endsWith("closest comes p: hugepages of 2 MiB on NUMA node 0: 2048 needed, 0 free");
    }

    @Test
    void examine_ordinaryRoleWithHugepages_needsThemOnOneNode() {
        AiService service = single(r -> r.memory(DataSize.gibibytes(8))
                .epa(EpaProfile.builder().hugepages(DataSize.gibibytes(1)).build()));
        Host eight = new Host(1, "a", true, false, 8, DataSize.gibibytes(16), List.of(node(0, 4, 2, 8)), List.of());
        Host twiceSeven = new Host(
                1, "a", true, false, 8, DataSize.gibibytes(16), List.of(node(0, 4, 2, 7), node(1, 4, 2, 7)), List.of());

        assertThat(new Situation().want(service).hosts(eight).examine(new CapacityFits()))
                .isEmpty();
        assertThat(new Situation().want(service).hosts(twiceSeven).examine(new CapacityFits()))
                .hasSize(1);
    }

    @Test
    void examine_unequalNodes_eachNeedTheirOwnPlace() {
        AiService service = single(r -> r.vcpus(6)
                .memory(DataSize.gibibytes(6))
                .epa(EpaProfile.builder()
                        .pinning(PinPolicy.CORE)
                        .addNodes(new NumaShare(4, DataSize.gibibytes(4)), new NumaShare(2, DataSize.gibibytes(2)))
                        .build()));

        assertThat(new Situation()
                        .want(service)
                        .hosts(host("p", 16, 64, node(0, 2, 2, 8), node(1, 4, 2, 8)))
                        .examine(new CapacityFits()))
                .isEmpty();
        assertThat(new Situation()
                        .want(service)
                        .hosts(host("p", 16, 64, node(0, 3, 2, 8), node(1, 3, 2, 8)))
                        .examine(new CapacityFits()))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .endsWith("closest comes p: idle cores on NUMA node 0: 4 needed, 3 free");
    }

    @Test
    void examine_boundToANode_needsTheMemoryOfThatNode() {
        AiService service = single(r -> r.memory(DataSize.gibibytes(8))
                .epa(EpaProfile.builder().numaAffinity(1).build()));
        Host fits = new Host(
                1, "a", true, false, 8, DataSize.gibibytes(64), List.of(node(0, 4, 2, 1), node(1, 4, 2, 8)), List.of());
        Host other = new Host(
                1, "a", true, false, 8, DataSize.gibibytes(64), List.of(node(0, 4, 2, 8), node(1, 4, 2, 7)), List.of());

        assertThat(new Situation().want(service).hosts(fits).examine(new CapacityFits()))
                .isEmpty();
        assertThat(new Situation().want(service).hosts(other).examine(new CapacityFits()))
                .extracting(Finding::message)
                .containsExactly("no host can take new instance 1 of role inference (2 vcpus, 8 GiB, on NUMA node 1);"
                        + " closest comes a: MiB of memory on NUMA node 1: 8192 needed, 7168 free");
    }

    @Test
    void examine_devices_areTakenBesidesGpusAndOnce() {
        AiService service = single(r -> r.gpu(GpuClaim.whole(Situation.H100, 1))
                .devices(List.of(
                        PciClaim.at("18:00.4"),
                        PciClaim.ofKind(Optional.of("10de"), Optional.empty(), Optional.empty()))));

        assertThat(new Situation()
                        .want(service)
                        .hosts(sharedHost("mig-1", 8, 64, card(true), slice(true), card(true)))
                        .examine(new CapacityFits()))
                .isEmpty();
        assertThat(new Situation()
                        .want(service)
                        .hosts(sharedHost("mig-1", 8, 64, card(true), slice(true)))
                        .examine(new CapacityFits()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).endsWith("closest comes mig-1: devices 10de:*:*: 1 needed, 0 free");
                    assertThat(finding.remedy()).startsWith("free such a device");
                });
    }

    @Test
    void examine_slices_areCountedOnHostsOfTheOfferOnly() {
        AiService two = single(r -> r.instances(2).gpu(SLICE));

        assertThat(new Situation()
                        .want(two)
                        .hosts(sharedHost("mig-01", 8, 64, slice(true), slice(true)))
                        .examine(new CapacityFits()))
                .isEmpty();
        assertThat(new Situation()
                        .want(two)
                        .hosts(
                                sharedHost("mig-01", 8, 64, slice(true), slice(false), card(true)),
                                sharedHost("gpu-01", 8, 64, slice(true), card(true)))
                        .examine(new CapacityFits()))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .startsWith(
                        "no host can take new instance 2 of role inference (2 vcpus, 4 GiB, 1g.10gb of H100-SXM-80GB)")
                .endsWith("devices for 1g.10gb of H100-SXM-80GB: 1 needed, 0 free");
    }

    @Test
    void examine_wholeCards_mustBeOnOneHost() {
        AiService two = single(r -> r.gpu(GpuClaim.whole(Situation.H100, 2)));

        assertThat(new Situation()
                        .want(two)
                        .hosts(sharedHost("a", 8, 64, card(true), card(true)))
                        .examine(new CapacityFits()))
                .isEmpty();
        assertThat(new Situation()
                        .want(two)
                        .hosts(sharedHost("a", 8, 64, card(true)), sharedHost("b", 8, 64, card(true), slice(true)))
                        .examine(new CapacityFits()))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .endsWith("devices for 2 x H100-SXM-80GB: 2 needed, 1 free");
    }

    @Test
    void examine_runningInstances_keepTheirPlace() {
        AiService service = single(r -> r.instances(3));

        assertThat(new Situation()
                        .want(service)
                        .running(service, Map.of("inference", 2))
                        .hosts(sharedHost("a", 2, 4))
                        .examine(new CapacityFits()))
                .isEmpty();
        assertThat(new Situation()
                        .want(service)
                        .running(service, Map.of("inference", 1))
                        .hosts(sharedHost("a", 2, 4))
                        .examine(new CapacityFits()))
                .extracting(Finding::code)
                .containsExactly("does-not-fit");
    }

    @Test
    void examine_replacedInstances_takeTheRoomThatBecomesFree() {
        AiService before = single(r -> r.instances(3));
        AiService same = single(r -> r.instances(3).image("detector-2"));
        AiService larger = single(r -> r.instances(3).vcpus(3));

        assertThat(new Situation()
                        .want(same)
                        .running(before, Map.of("inference", 3))
                        .replacing(before.ref())
                        .hosts(sharedHost("full", 0, 0))
                        .examine(new CapacityFits()))
                .isEmpty();
        assertThat(new Situation()
                        .want(larger)
                        .running(before, Map.of("inference", 3))
                        .replacing(before.ref())
                        .hosts(sharedHost("full", 0, 0))
                        .examine(new CapacityFits()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("may-not-fit");
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.message()).contains("room of 3 instances that go away is not counted");
                });
    }

    @Test
    void examine_mostInstancesTooMany_isAWarning() {
        assertThat(situation
                        .want(single(r -> r.instances(1, 3)))
                        .hosts(sharedHost("a", 4, 64))
                        .examine(new CapacityFits()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("cannot-grow");
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.message()).contains("instance 3 of role inference");
                });
    }

    @Test
    void examine_mixedRoles_findsThePlacementThatExists() {
        AiService service = service(
                "mixed", s -> s.role("small", r -> small(r).instances(2)).role("large", r -> small(r).vcpus(6)));

        assertThat(situation
                        .want(service)
                        .hosts(sharedHost("a", 6, 64), sharedHost("b", 4, 64))
                        .examine(new CapacityFits()))
                .isEmpty();
    }

    private static Host host(String name, double cpus, int gibibytes, NumaNode... nodes) {
        return new Host(1, name, true, true, cpus, DataSize.gibibytes(gibibytes), List.of(nodes), List.of());
    }
}
