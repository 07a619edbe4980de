package io.telcofactory.api.site;

import io.telcofactory.api.compute.HostTuning;
import io.telcofactory.api.compute.PciClaim;
import io.telcofactory.api.compute.Timing;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.ValueStyle;
import io.telcofactory.api.internal.document.Documents;
import io.telcofactory.api.network.TenantNetwork;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * What differs from site to site and therefore stands in no blueprint: which part of the server is used, over which
 * device networks run, and how GPUs show as PCI devices.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface Site permits ImmutableSite {

    /**
     * Returns the site's name.
     *
     * @return for messages only
     */
    String name();

    /**
     * Returns the cluster whose hosts are used.
     *
     * @return its name on the server, {@code default} by default
     */
    @Value.Default
    default String cluster() {
        return "default";
    }

    /**
     * Returns where the disks of running virtual machines lie.
     *
     * @return name of a system datastore, or empty for all enabled ones of the cluster
     */
    Optional<String> systemDatastore();

    /**
     * Returns where the images of appliances are put.
     *
     * @return name of an image datastore, or empty for the enabled one of the cluster with the most room
     */
    Optional<String> imageDatastore();

    /**
     * Returns the time zone of the server's clock, by which it follows schedules that come again.
     *
     * @return UTC by default
     */
    @Value.Default
    default ZoneId timeZone() {
        return ZoneId.of("UTC");
    }

    /**
     * Returns the network driver.
     *
     * @return the server's name for it, {@code 802.1Q} by default
     */
    @Value.Default
    default String networkDriver() {
        return Fabric.TAGGED;
    }

    /**
     * Returns the hosts' interface that carries the tenants' VLANs.
     *
     * @return for example {@code ens1f0}
     */
    String physicalDevice();

    /**
     * Returns the hosts' bridge, for drivers that do not make one for each network.
     *
     * @return for example {@code br0}, or empty
     */
    Optional<String> bridge();

    /**
     * Returns the longest packet that the tenants' VLANs carry.
     *
     * @return bytes of IP, 1280 to 9216, 1500 by default
     */
    @Value.Default
    default int mtu() {
        return 1500;
    }

    /**
     * Returns the virtual functions of network cards that lead into the tenants' VLANs.
     *
     * @return how they show, or empty if there are none
     */
    Optional<VirtualFunctions> virtualFunctions();

    /**
     * Returns the fabrics besides the one that {@link #physicalDevice()} leads into.
     *
     * @return none by default; their names differ
     */
    List<Fabric> fabrics();

    /**
     * Returns the GPUs on offer.
     *
     * @return how each kind of claim shows as a device
     */
    List<GpuOffer> gpus();

    /**
     * Returns the PCI devices that hosts can only give away together, where a group has several. Servers do not tell.
     *
     * @return addresses as {@code lspci} prints them, at least two each, the same on each host that has them
     */
    List<Set<String>> iommuGroups();

    /**
     * Returns the hosts whose clocks are kept by something that virtual machines depend on.
     *
     * @return in any order; one source may name several patterns
     */
    List<TimingSource> timing();

    /**
     * Returns the hosts that are prepared for work with deadlines.
     *
     * @return in any order; several entries may name the same patterns
     */
    List<TunedHosts> hostTuning();

    /**
     * Returns the N6 ports of user plane functions that nobody makes, since they are there.
     *
     * @return in any order; several may stand at one access, in different networks
     */
    List<UserPlanePort> userPlanes();

    /**
     * Returns the N6 ports at an access to the data network.
     *
     * @param dnai the access
     * @return those that are there already
     */
    default List<UserPlanePort> userPlanesAt(String dnai) {
        return userPlanes().stream().filter(port -> port.dnai().equals(dnai)).toList();
    }

    /**
     * Returns the hosts that are prepared in a way.
     *
     * @param wanted how
     * @return patterns of their names, sorted; none if the site has none
     */
    default List<String> hostsWith(HostTuning wanted) {
        return hostTuning().stream()
                .filter(tuned -> tuned.tuning().contains(wanted))
                .map(TunedHosts::hosts)
                .sorted()
                .distinct()
                .toList();
    }

    /**
     * Returns the hosts that keep a time.
     *
     * @param wanted by what their clocks are kept
     * @return patterns of their names, sorted; none if the site has none
     */
    default List<String> hostsWith(Timing wanted) {
        return timing().stream()
                .filter(source -> source.timing() == wanted)
                .map(TimingSource::hosts)
                .sorted()
                .distinct()
                .toList();
    }

    /**
     * Finds the fabric that carries a network.
     *
     * @param network any network
     * @return the fabric it names or the site's own, or empty if the site has none of that name
     */
    default Optional<Fabric> fabricOf(TenantNetwork network) {
        return fabric(network.fabric());
    }

    /**
     * Finds a fabric.
     *
     * @param name its name, or empty for the site's own
     * @return the fabric, or empty if the site has none of that name
     */
    default Optional<Fabric> fabric(Optional<String> name) {
        return name.isEmpty()
                ? Optional.of(ownFabric())
                : fabrics().stream()
                        .filter(fabric -> name.get().equals(fabric.name()))
                        .findFirst();
    }

    private Fabric ownFabric() {
        return Fabric.builder("network")
                .driver(networkDriver())
                .physicalDevice(physicalDevice())
                .bridge(bridge())
                .mtu(mtu())
                .virtualFunctions(virtualFunctions())
                .build();
    }

    /** Checks that each fabric has a name of its own. */
    @Value.Check
    default void check() {
        Checks.range("site.mtu", mtu(), 1280, 9216);
        Set<String> names = new HashSet<>();
        fabrics()
                .forEach(fabric ->
                        Checks.require(names.add(fabric.name()), fabric.name(), "site.fabrics.name", "stands twice"));
        Set<String> addresses = new HashSet<>();
        for (Set<String> group : iommuGroups()) {
            Checks.require(group.size() > 1, group, "site.iommuGroups", "must have two addresses at least");
            group.forEach(address -> {
                PciClaim.at(address);
                Checks.require(addresses.add(address), address, "site.iommuGroups", "stands in two groups");
            });
        }
    }

    /**
     * Finds how a claim shows as a device.
     *
     * @param claim any claim
     * @return the offer, or empty if the site has none
     */
    default Optional<GpuOffer> offer(GpuClaim claim) {
        return gpus().stream().filter(offer -> offer.serves(claim)).findFirst();
    }

    /**
     * Reads a site document, as {@code docs/blueprint.md} describes it.
     *
     * @param file YAML or JSON in UTF-8
     * @return the site
     * @throws io.telcofactory.api.error.InvalidRequestException if the file holds no such document; tells up to 20 problems with
     *     source, line, column, field, value and rule
     * @throws io.telcofactory.api.error.NotFoundException if there is no such file
     */
    static Site read(Path file) {
        return Documents.site(file);
    }

    /**
     * Reads a site document, as {@code docs/blueprint.md} describes it.
     *
     * @param document YAML or JSON
     * @param source what messages call it, for example a file name; one that ends in {@code .json} is read as JSON
     * @return the site
     * @throws io.telcofactory.api.error.InvalidRequestException if the text is no such document; tells up to 20 problems with
     *     source, line, column, field, value and rule
     */
    static Site parse(String document, String source) {
        return Documents.site(document, source);
    }

    /**
     * Starts a site.
     *
     * @param name for messages only
     * @return a builder
     */
    static Builder builder(String name) {
        return new Builder().name(name);
    }

    /** Collects the attributes of a site. */
    final class Builder extends ImmutableSite.Builder {
        Builder() {}
    }
}
