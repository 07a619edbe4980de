package io.telcofactory.opennebula.backend.read;

import io.telcofactory.api.Ref;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.Ipv4;
import io.telcofactory.api.network.Ipv6;
import io.telcofactory.api.network.NetworkType;
import io.telcofactory.api.service.HostFailure;
import io.telcofactory.api.site.Host;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.site.NumaNode;
import io.telcofactory.api.site.PciDevice;
import io.telcofactory.api.site.PciSelector;
import io.telcofactory.api.site.Site;
import io.telcofactory.opennebula.backend.render.AppContents;
import io.telcofactory.opennebula.model.AddressRange;
import io.telcofactory.opennebula.model.Cluster;
import io.telcofactory.opennebula.model.Datastore;
import io.telcofactory.opennebula.model.DatastoreType;
import io.telcofactory.opennebula.model.Hook;
import io.telcofactory.opennebula.model.HostCore;
import io.telcofactory.opennebula.model.HostNumaNode;
import io.telcofactory.opennebula.model.HostState;
import io.telcofactory.opennebula.model.ImageState;
import io.telcofactory.opennebula.model.MarketplaceApp;
import io.telcofactory.opennebula.model.Network;
import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads capacity and external things from the pools. */
public final class InventoryReader {
    private static final double PERCENT = 100.0;

    /** In the text of a core: a thread that no machine holds. A reserved one is -2. */
    private static final int FREE = -1;

    private final Pools pools;
    private final Site site;

    public InventoryReader(Pools pools, Site site) {
        this.pools = pools;
        this.site = site;
    }

    /**
     * Reads the inventory.
     *
     * @param owners which networks are ours, by id
     */
    public Inventory read(Map<Integer, Ref> owners) {
        return Inventory.builder()
                .site(site)
                .hostFailure(hostFailure())
                .hosts(hosts())
                .images(pools.images().stream().map(InventoryReader::image).toList())
                .apps(pools.apps().stream().map(InventoryReader::app).toList())
                .networks(pools.networks().stream()
                        .map(network -> network(network, Optional.ofNullable(owners.get(network.id()))))
                        .toList())
                .datastores(pools.datastores().stream()
                        .filter(datastore -> datastore.type() == DatastoreType.IMAGE)
                        .map(Datastore::name)
                        .toList())
                .clusters(pools.clusters().stream().map(Cluster::name).toList())
                .capacity(capacity())
                .build();
    }

    /** The hosts of the site's cluster. */
    List<Host> hosts() {
        return pools.hosts().stream()
                .filter(host -> host.cluster().equals(site.cluster()))
                .map(InventoryReader::host)
                .toList();
    }

    private Inventory.Capacity capacity() {
        long percent = 0;
        long kibibytes = 0;
        for (io.telcofactory.opennebula.model.Host host : pools.hosts()) {
            if (host.cluster().equals(site.cluster())) {
                percent += host.maxCpuPercent();
                kibibytes += host.maxMemoryKb();
            }
        }
        return new Inventory.Capacity((long) (percent / PERCENT), kibibytes(kibibytes));
    }

    private static Inventory.Image image(io.telcofactory.opennebula.model.Image image) {
        boolean ready = image.state() == ImageState.READY || image.state() == ImageState.USED;
        return new Inventory.Image(image.id(), image.name(), ready, Optional.of(DataSize.mebibytes(image.sizeMb())));
    }

    /**
     * What the server's hooks do when a host fails. The one that comes with it moves machines or makes them anew, or deletes them; what
     * another one does is not known.
     */
    private Optional<HostFailure> hostFailure() {
        List<XmlNode> hooks = pools.hooks().stream()
                .filter(hook -> hook.type().equalsIgnoreCase("state"))
                .map(Hook::tree)
                .filter(hook -> hook.text("TEMPLATE/RESOURCE", "").equalsIgnoreCase("HOST")
                        && hook.text("TEMPLATE/STATE", "").equalsIgnoreCase("ERROR"))
                .toList();
        if (hooks.isEmpty()) {
            return Optional.of(HostFailure.LEAVE);
        }
        boolean restarts = hooks.stream()
                .anyMatch(hook -> hook.text("TEMPLATE/COMMAND", "").endsWith("host_error.rb")
                        && hook.text("TEMPLATE/ARGUMENTS", "").matches(".*(^|\\s)-[mr](\\s.*|$)"));
        return restarts ? Optional.of(HostFailure.RESTART) : Optional.empty();
    }

    private static Inventory.App app(MarketplaceApp app) {
        AppContents contents = AppContents.of(app);
        return new Inventory.App(app.id(), app.name(), app.marketplace(), contents.usable(), contents.inputs());
    }

    /** Reads what the checks need to know of a host. */
    public static Host host(io.telcofactory.opennebula.model.Host host) {
        return new Host(
                host.id(),
                host.name(),
                host.state() == HostState.MONITORED,
                host.pinned(),
                Math.max(0, host.maxCpuPercent() - host.usedCpuPercent()) / PERCENT,
                kibibytes(host.maxMemoryKb() - host.usedMemoryKb()),
                host.numaNodes().stream().map(InventoryReader::numaNode).toList(),
                host.pciDevices().stream()
                        .flatMap(device -> pciDevice(device).stream())
                        .toList(),
                host.attribute("KVM_CPU_MODELS").stream()
                        .flatMap(models -> Stream.of(models.strip().split("\\s+")))
                        .filter(model -> !model.isEmpty())
                        .collect(Collectors.toSet()));
    }

    private static NumaNode numaNode(HostNumaNode node) {
        Map<DataSize, Long> pages = node.hugepages().stream()
                .collect(Collectors.toMap(
                        page -> DataSize.kibibytes(page.sizeKb()),
                        page -> Math.max(0, page.pages() - page.used()),
                        Long::sum));
        return new NumaNode(
                node.id(),
                node.cores().stream().map(InventoryReader::core).toList(),
                kibibytes(node.memoryKb() - node.memoryUsedKb()),
                pages);
    }

    private static NumaNode.Core core(HostCore core) {
        List<Integer> holders = core.assignments().stream()
                .map(HostCore.Assignment::vmId)
                .filter(holder -> holder >= FREE)
                .toList();
        long free = holders.stream().filter(holder -> holder == FREE).count();
        return new NumaNode.Core(core.id(), holders.size(), (int) free);
    }

    private static Optional<PciDevice> pciDevice(io.telcofactory.opennebula.model.PciDevice device) {
        return selector(device)
                .map(pci -> new PciDevice(
                        device.shortAddress(),
                        pci,
                        device.sriov().equalsIgnoreCase("vf"),
                        device.profiles(),
                        device.numaNode(),
                        device.vmId().isEmpty()));
    }

    private static Optional<PciSelector> selector(io.telcofactory.opennebula.model.PciDevice device) {
        try {
            return Optional.of(new PciSelector(hex(device.vendor()), hex(device.device()), hex(device.deviceClass())));
        } catch (IllegalArgumentException unidentified) {
            return Optional.empty();
        }
    }

    private static Inventory.Network network(Network network, Optional<Ref> owner) {
        return new Inventory.Network(
                network.id(),
                network.name(),
                owner,
                type(network),
                network.vlanId().isPresent() ? Optional.of(network.vlanId().getAsInt()) : Optional.empty(),
                Stream.of(subnet(network), subnet6(network))
                        .flatMap(Optional::stream)
                        .toList(),
                network.physicalDevice());
    }

    private static NetworkType type(Network network) {
        if (network.driver().equals("vxlan")) {
            return NetworkType.VXLAN;
        }
        return network.vlanId().isPresent() ? NetworkType.VLAN : NetworkType.FLAT;
    }

    private static Optional<Cidr> subnet(Network network) {
        String address = network.attribute("NETWORK_ADDRESS").orElse("").strip();
        String mask = network.attribute("NETWORK_MASK").orElse("").strip();
        try {
            int prefix = Ipv4.parse(mask).number().bitCount();
            Cidr subnet = new Cidr(Ipv4.parse(address), prefix);
            return Optional.of(subnet).filter(found -> found.mask().toString().equals(mask));
        } catch (IllegalArgumentException untold) {
            return Optional.empty();
        }
    }

    /** A network says its IPv6 subnet only by the first address of a range and the length of its prefix. */
    private static Optional<Cidr> subnet6(Network network) {
        return network.addressRanges().stream()
                .map(AddressRange::tree)
                .filter(range -> range.text("IP6").isPresent())
                .findFirst()
                .flatMap(range -> around(range.text("IP6", ""), range.integer("PREFIX_LENGTH", 0)));
    }

    private static Optional<Cidr> around(String address, int prefix) {
        try {
            Ipv6 first = Ipv6.parse(address.strip());
            int free = Math.max(0, first.width() - prefix);
            return Optional.of(
                    new Cidr(new Ipv6(first.number().shiftRight(free).shiftLeft(free)), first.width() - free));
        } catch (IllegalArgumentException untold) {
            return Optional.empty();
        }
    }

    private static DataSize kibibytes(long count) {
        return DataSize.kibibytes(Math.max(0, count));
    }

    private static String hex(String digits) {
        return digits.strip().toLowerCase(Locale.ROOT);
    }
}
