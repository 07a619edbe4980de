package io.telcofactory.benchmarks.plan;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.compute.Timing;
import io.telcofactory.api.network.NetworkType;
import io.telcofactory.api.site.GpuOffer;
import io.telcofactory.api.site.Host;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.site.NumaNode;
import io.telcofactory.api.site.PciDevice;
import io.telcofactory.api.site.PciSelector;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.site.TimingSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A site with equal servers, half of them set aside for pinned machines. */
final class Grounds {
    static final String H100 = "H100-SXM-80GB";
    static final String SLICE = "1g.10gb";
    static final String UPLINK = "uplink";
    static final String ROUTER = "service-vnf";
    static final String FUNCTION = "network-function";
    private static final PciSelector CARD = new PciSelector("10de", "2330", "0302");
    private static final String PROFILE = "1131 (NVIDIA H100XM-1-10C)";
    private static final int CORES_OF_NODE = 32;
    private static final int GIBIBYTES_OF_NODE = 256;
    private static final int SLICES = 7;

    private Grounds() {}

    static Site site() {
        return Site.builder("lisbon")
                .physicalDevice("ens1f0")
                .addTiming(new TimingSource(Timing.PTP, "*"))
                .addGpus(GpuOffer.builder()
                        .model(H100)
                        .slice(SLICE)
                        .pci(CARD)
                        .profile(PROFILE)
                        .build())
                .build();
    }

    static Inventory inventory(int hosts) {
        return Inventory.builder()
                .site(site())
                .hosts(IntStream.range(0, hosts).mapToObj(Grounds::host).toList())
                .addImages(
                        new Inventory.Image(1, "stream-framer", true),
                        new Inventory.Image(2, "defect-detector", true),
                        new Inventory.Image(3, ROUTER, true),
                        new Inventory.Image(4, FUNCTION, true))
                .addNetworks(new Inventory.Network(
                        1, UPLINK, Optional.empty(), NetworkType.FLAT, Optional.empty(), List.of(), "ens9f0"))
                .build();
    }

    private static Host host(int id) {
        List<NumaNode> nodes = IntStream.range(0, 2).mapToObj(Grounds::node).toList();
        return new Host(
                id,
                "host-" + id,
                true,
                id % 2 == 0,
                2.0 * 2 * CORES_OF_NODE,
                DataSize.gibibytes(2L * GIBIBYTES_OF_NODE),
                nodes,
                IntStream.range(0, SLICES).mapToObj(Grounds::slice).toList());
    }

    private static NumaNode node(int id) {
        return new NumaNode(
                id,
                IntStream.range(0, CORES_OF_NODE)
                        .mapToObj(core -> new NumaNode.Core(core, 2, 2))
                        .toList(),
                DataSize.gibibytes(GIBIBYTES_OF_NODE),
                Map.of(DataSize.gibibytes(1), (long) GIBIBYTES_OF_NODE));
    }

    private static PciDevice slice(int i) {
        return new PciDevice("18:00." + i, CARD, true, List.of(PROFILE), OptionalInt.of(0), true);
    }
}
