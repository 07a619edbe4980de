package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.network.TrafficMatch;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.site.GpuOffer;
import io.telcofactory.api.site.Host;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.site.NumaNode;
import io.telcofactory.api.site.PciDevice;
import io.telcofactory.api.site.PciSelector;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.api.tenant.Tenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A proposal in the making: what is desired, what is there, and a site with one tenant. */
final class Situation {
    static final String H100 = "H100-SXM-80GB";
    static final Tenant ACME = Tenant.builder("acme").build();
    private static final PciSelector CARD = new PciSelector("10de", "2330", "0302");
    private static final String SLICE_PROFILE = "1131 (NVIDIA H100XM-1-10C)";
    static final Site SITE = Site.builder("lisbon")
            .physicalDevice("ens1f0")
            .addGpus(GpuOffer.builder()
                    .model(H100)
                    .slice("1g.10gb")
                    .pci(CARD)
                    .profile(SLICE_PROFILE)
                    .hosts("mig-*")
                    .build())
            .addGpus(GpuOffer.builder().model(H100).pci(CARD).build())
            .build();

    private final List<Resource> desired = new ArrayList<>();
    private final Map<Ref, Owned> owned = new HashMap<>();
    private final List<Ref> replaced = new ArrayList<>();
    private final Inventory.Builder inventory = Inventory.builder().site(SITE);

    Situation want(Resource... resources) {
        desired.addAll(List.of(resources));
        return this;
    }

    Situation inventory(Consumer<Inventory.Builder> contents) {
        contents.accept(inventory);
        return this;
    }

    Situation hosts(Host... hosts) {
        inventory.addHosts(hosts);
        return this;
    }

    /** Says that instances of a service run already. */
    Situation running(AiService applied, Map<String, Integer> instances) {
        return running(applied, instances, Map.of());
    }

    /** Says that instances of a workload run already, and where. */
    Situation running(Workload applied, Map<String, Integer> instances, Map<String, String> outputs) {
        owned.put(
                applied.ref(),
                Owned.builder()
                        .ref(applied.ref())
                        .blueprint("b")
                        .applied(applied)
                        .instances(instances)
                        .outputs(outputs)
                        .build());
        return this;
    }

    /** Says that a resource is there as it was applied. */
    Situation there(Resource applied) {
        owned.put(
                applied.ref(),
                Owned.builder()
                        .ref(applied.ref())
                        .blueprint("other")
                        .applied(applied)
                        .build());
        return this;
    }

    Situation replacing(Ref ref) {
        replaced.add(ref);
        return this;
    }

    List<Finding> examine(Check check) {
        return check.examine(new Proposal(new Scope("f", "b"), desired, owned, replaced, inventory.build()));
    }

    /** Returns a breakout of the devices of 10.45.0.0/16. */
    static N6Breakout breakout(String name, TenantNetwork network, String hop) {
        return N6Breakout.builder(name)
                .tenant(ACME)
                .network(network)
                .dnai("edge-lisbon")
                .match(TrafficMatch.destination("10.60.0.0/24"))
                .uePool("10.45.0.0/16")
                .nextHop(hop)
                .build();
    }

    static AiService service(String name, Consumer<AiService.Builder> attributes) {
        AiService.Builder service = AiService.builder(name).tenant(ACME);
        attributes.accept(service);
        return service.build();
    }

    /** Returns a service of one role. */
    static AiService single(Consumer<Role.Builder> attributes) {
        return service("defects", s -> s.role("inference", r -> attributes.accept(small(r))));
    }

    static Role.Builder small(Role.Builder role) {
        return role.image("detector").vcpus(2).memory(DataSize.gibibytes(4));
    }

    static TenantNetwork network(String name, String subnet, int vlan) {
        return TenantNetwork.builder(name)
                .tenant(ACME)
                .subnet(subnet)
                .vlan(vlan)
                .build();
    }

    /** Returns a host for pinned machines with equal NUMA nodes: cores of two threads, memory all in pages of 1 GiB. */
    static Host pinnedHost(String name, int nodes, int coresPerNode, int gibibytesPerNode, PciDevice... devices) {
        List<NumaNode> numa = IntStream.range(0, nodes)
                .mapToObj(id -> node(id, coresPerNode, 2, gibibytesPerNode))
                .toList();
        return new Host(
                1,
                name,
                true,
                true,
                nodes * coresPerNode * 2.0,
                DataSize.gibibytes((long) nodes * gibibytesPerNode),
                numa,
                List.of(devices));
    }

    /** The same host, of whose first core only some threads may be used. */
    static Host keepingBack(Host host, int threads) {
        NumaNode node = host.numaNodes().get(0);
        List<NumaNode.Core> cores = Stream.concat(
                        Stream.of(new NumaNode.Core(0, threads, threads)),
                        node.cores().stream().skip(1))
                .toList();
        return new Host(
                host.id(),
                host.name(),
                true,
                true,
                host.freeCpus(),
                host.freeMemory(),
                List.of(new NumaNode(0, cores, node.freeMemory(), node.freeHugepages())),
                List.of());
    }

    static NumaNode node(int id, int cores, int freeThreadsPerCore, int gibibytes) {
        return new NumaNode(
                id,
                IntStream.range(0, cores)
                        .mapToObj(core -> new NumaNode.Core(core, 2, freeThreadsPerCore))
                        .toList(),
                DataSize.gibibytes(gibibytes),
                Map.of(DataSize.gibibytes(1), (long) gibibytes));
    }

    /** Returns a host for ordinary machines. */
    static Host sharedHost(String name, double cpus, int gibibytes, PciDevice... devices) {
        return new Host(2, name, true, false, cpus, DataSize.gibibytes(gibibytes), List.of(), List.of(devices));
    }

    static PciDevice card(boolean free) {
        return new PciDevice("18:00.0", CARD, false, List.of(SLICE_PROFILE), OptionalInt.of(0), free);
    }

    static PciDevice slice(boolean free) {
        return new PciDevice("18:00.4", CARD, true, List.of(SLICE_PROFILE), OptionalInt.of(0), free);
    }
}
