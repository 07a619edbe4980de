package io.telcofactory.api.internal.document;

import io.telcofactory.api.compute.HostTuning;
import io.telcofactory.api.compute.Timing;
import io.telcofactory.api.internal.HostNames;
import io.telcofactory.api.site.Fabric;
import io.telcofactory.api.site.GpuOffer;
import io.telcofactory.api.site.PciSelector;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.site.TimingSource;
import io.telcofactory.api.site.TunedHosts;
import io.telcofactory.api.site.UserPlanePort;
import io.telcofactory.api.site.VirtualFunctions;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How sites stand in documents. */
final class SiteForms {
    private static final Form<String> HEX = Forms.text("four hexadecimal digits", "^[0-9a-f]{4}$", "10de");

    private static final Form<String> HOSTS = Forms.text("a host name", "^[A-Za-z0-9._*-]{1,128}$", "mig-*");

    private static final Form<PciSelector> PCI = ObjectForm.of(
                    "pci", "the identification numbers of a PCI device", PciDraft::new, PciDraft::build)
            .required("vendor", HEX, PciSelector::vendor, (draft, value) -> draft.vendor = value, "the vendor")
            .required(
                    "device",
                    Forms.like("2330", HEX),
                    PciSelector::device,
                    (draft, value) -> draft.device = value,
                    "the device")
            .required(
                    "class",
                    Forms.like("0302", HEX),
                    PciSelector::deviceClass,
                    (draft, value) -> draft.deviceClass = value,
                    "the class")
            .build();

    private static final Form<GpuOffer> GPU = ObjectForm.of(
                    "gpuOffer",
                    "how one kind of GPU claim shows as a PCI device",
                    GpuOffer::builder,
                    GpuOffer.Builder::build)
            .required(
                    "model",
                    Forms.text("a GPU model", "", "H100-SXM-80GB"),
                    GpuOffer::model,
                    GpuOffer.Builder::model,
                    "the board's model, as claims name it")
            .optional(
                    "slice",
                    Forms.text("a MIG profile", "", "1g.10gb"),
                    GpuOffer::slice,
                    GpuOffer.Builder::slice,
                    "the MIG slice; the whole card if this and vgpu are absent")
            .optional(
                    "vgpu",
                    Forms.text("a vGPU type", "^[A-Za-z0-9][A-Za-z0-9-]{0,39}$", "L40S-8Q"),
                    GpuOffer::vgpu,
                    GpuOffer.Builder::vgpu,
                    "the vGPU type; needs profile; not together with slice")
            .required("pci", PCI, GpuOffer::pci, GpuOffer.Builder::pci, "which devices these are")
            .optional(
                    "profile",
                    Forms.text("a vGPU type", "", "1131 (NVIDIA H100XM-1-10C)"),
                    GpuOffer::profile,
                    GpuOffer.Builder::profile,
                    "the vGPU type that makes the slice or vGPU, as hosts report it")
            .defaulted(
                    "hosts",
                    HOSTS,
                    GpuOffer::hosts,
                    GpuOffer.Builder::hosts,
                    "*",
                    "the hosts that offer it; * stands for any characters")
            .build();

    private static final Form<VirtualFunctions> FUNCTIONS = ObjectForm.of(
                    "virtualFunctions",
                    "how the virtual functions of network cards that lead into a fabric show as PCI devices",
                    VirtualFunctions::builder,
                    VirtualFunctions.Builder::build)
            .required(
                    "pci",
                    PCI,
                    VirtualFunctions::pci,
                    VirtualFunctions.Builder::pci,
                    "which devices these are; where two fabrics have equal cards, hosts or addresses must tell them"
                            + " apart")
            .defaulted(
                    "hosts",
                    HOSTS,
                    VirtualFunctions::hosts,
                    VirtualFunctions.Builder::hosts,
                    HostNames.ALL,
                    "the hosts that have them; * stands for any characters")
            .defaulted(
                    "addresses",
                    Forms.listOf(EpaForms.ADDRESS),
                    VirtualFunctions::addresses,
                    VirtualFunctions.Builder::addresses,
                    List.of(),
                    "where they are, the same on each of these hosts; the first interface of a machine takes the first")
            .build();

    private static final Form<TimingSource> TIMING = ObjectForm.of(
                    "timing", "hosts whose clocks are kept by something", TimingDraft::new, TimingDraft::build)
            .required(
                    "source",
                    Forms.choice(Timing.class),
                    TimingSource::timing,
                    (draft, value) -> draft.timing = value,
                    "by what: the Precision Time Protocol or Synchronous Ethernet")
            .required(
                    "hosts",
                    HOSTS,
                    TimingSource::hosts,
                    (draft, value) -> draft.hosts = value,
                    "the hosts; * stands for any characters")
            .build();

    private static final Form<TunedHosts> TUNED = ObjectForm.of(
                    "hostTuning", "hosts that are prepared for work with deadlines", TunedDraft::new, TunedDraft::build)
            .required(
                    "tuning",
                    EpaForms.HOST_TUNING,
                    TunedHosts::tuning,
                    (draft, value) -> draft.tuning = value,
                    "how: cores isolated from the kernel's scheduler, the emulator's threads or interrupts beside them")
            .required(
                    "hosts",
                    HOSTS,
                    TunedHosts::hosts,
                    (draft, value) -> draft.hosts = value,
                    "the hosts; * stands for any characters")
            .build();

    private static final Form<Wires> WIRES = ObjectForm.of(
                    "siteNetwork", "over what tenants' networks run", WiresDraft::new, WiresDraft::build)
            .defaulted(
                    "driver",
                    Forms.text("a driver", "802.1Q"),
                    Wires::driver,
                    (draft, value) -> draft.driver = value,
                    WiresDraft.DRIVER,
                    "the server's name of the network driver")
            .required(
                    "physicalDevice",
                    Forms.text("an interface", "", "ens1f0"),
                    Wires::physicalDevice,
                    (draft, value) -> draft.physicalDevice = value,
                    "the hosts' interface that carries the VLANs")
            .optional(
                    "bridge",
                    Forms.text("a bridge", "", "br0"),
                    Wires::bridge,
                    (draft, value) -> draft.bridge = Optional.of(value),
                    "the hosts' bridge, for drivers that do not make one for each network")
            .defaulted(
                    "mtu",
                    Forms.whole(1280, 9216, 9000),
                    Wires::mtu,
                    (draft, value) -> draft.mtu = value,
                    WiresDraft.MTU,
                    "the longest packet that it carries, in bytes")
            .optional(
                    "virtualFunctions",
                    FUNCTIONS,
                    Wires::virtualFunctions,
                    (draft, value) -> draft.virtualFunctions = Optional.of(value),
                    "the virtual functions of network cards that lead into it; none if absent")
            .build();

    private static final Form<Fabric> FABRIC = ObjectForm.of(
                    "fabric",
                    "wires and switches between the hosts: an interface and the driver that puts networks on it",
                    () -> Fabric.builder("fabric"),
                    Fabric.Builder::build)
            .required("name", Forms.NAME, Fabric::name, Fabric.Builder::name, "by which networks name it")
            .defaulted(
                    "driver",
                    Forms.text("a driver", "ovswitch"),
                    Fabric::driver,
                    Fabric.Builder::driver,
                    Fabric.TAGGED,
                    "the server's name of the network driver")
            .required(
                    "physicalDevice",
                    Forms.text("an interface", "", "ens2f0"),
                    Fabric::physicalDevice,
                    Fabric.Builder::physicalDevice,
                    "the hosts' interface that leads into it")
            .optional(
                    "bridge",
                    Forms.text("a bridge", "", "ovsbr0"),
                    Fabric::bridge,
                    Fabric.Builder::bridge,
                    "the hosts' bridge, for drivers that do not make one for each network")
            .defaulted(
                    "mtu",
                    Forms.whole(1280, 9216, 9000),
                    Fabric::mtu,
                    Fabric.Builder::mtu,
                    WiresDraft.MTU,
                    "the longest packet that it carries, in bytes")
            .optional(
                    "virtualFunctions",
                    FUNCTIONS,
                    Fabric::virtualFunctions,
                    Fabric.Builder::virtualFunctions,
                    "the virtual functions of network cards that lead into it; none if absent")
            .build();

    private static final Form<UserPlanePort> USER_PLANE = ObjectForm.of(
                    "userPlane",
                    "an N6 port of a user plane function that is there already; breakouts into its network have it as their"
                            + " next hop without naming it",
                    () -> UserPlanePort.builder("edge"),
                    UserPlanePort.Builder::build)
            .required(
                    "dnai",
                    Forms.text("an access to the data network", "^[!-~]{1,128}$", "edge-lisbon"),
                    UserPlanePort::dnai,
                    UserPlanePort.Builder::dnai,
                    "the access as the 5G operator names it")
            .optional(
                    "address",
                    Forms.IPV4,
                    UserPlanePort::address,
                    UserPlanePort.Builder::address,
                    "its IPv4 address; this or address6 must be given")
            .optional(
                    "address6",
                    Forms.IPV6,
                    UserPlanePort::address6,
                    UserPlanePort.Builder::address6,
                    "its IPv6 address")
            .optional(
                    "vlan",
                    Forms.whole(1, 4094, 101),
                    UserPlanePort::vlan,
                    UserPlanePort.Builder::vlan,
                    "the VLAN that it is in, which must be that of the network")
            .optional(
                    "mtu",
                    Forms.whole(1280, 9216, 9000),
                    UserPlanePort::mtu,
                    UserPlanePort.Builder::mtu,
                    "the longest packet that it takes, in bytes, not less than that of the network")
            .build();

    static final ObjectForm<Site, Site.Builder> SITE = ObjectForm.of(
                    "site", "what differs from site to site", () -> Site.builder("site"), Site.Builder::build)
            .required(
                    "site",
                    Forms.text("a name", "", "lisbon"),
                    Site::name,
                    Site.Builder::name,
                    "the site's name, for messages")
            .defaulted(
                    "cluster",
                    Forms.text("a name", "edge"),
                    Site::cluster,
                    Site.Builder::cluster,
                    "default",
                    "the cluster whose hosts are used")
            .optional(
                    "systemDatastore",
                    Forms.text("a name", "nvme"),
                    Site::systemDatastore,
                    Site.Builder::systemDatastore,
                    "where the disks of running virtual machines lie; by default all enabled system datastores of the"
                            + " cluster")
            .optional(
                    "imageDatastore",
                    Forms.text("a name", "nvme-images"),
                    Site::imageDatastore,
                    Site.Builder::imageDatastore,
                    "where the images of appliances are put; by default the enabled image datastore of"
                            + " the cluster with the most room")
            .defaulted(
                    "timeZone",
                    Forms.ZONE,
                    Site::timeZone,
                    Site.Builder::timeZone,
                    ZoneId.of("UTC"),
                    "zone of the server's clock, by which it follows schedules that come again")
            .required(
                    "network", WIRES, Wires::of, (site, wires) -> wires.addTo(site), "over what tenants' networks run")
            .defaulted(
                    "fabrics",
                    Forms.listOf(FABRIC),
                    Site::fabrics,
                    Site.Builder::fabrics,
                    List.of(),
                    "fabrics besides it, for networks that name one")
            .defaulted(
                    "userPlanes",
                    Forms.listOf(USER_PLANE),
                    Site::userPlanes,
                    Site.Builder::userPlanes,
                    List.of(),
                    "N6 ports of user plane functions that are there already")
            .defaulted(
                    "timing",
                    Forms.listOf(TIMING),
                    Site::timing,
                    Site.Builder::timing,
                    List.of(),
                    "hosts whose clocks are kept by something that network functions need")
            .defaulted(
                    "hostTuning",
                    Forms.listOf(TUNED),
                    Site::hostTuning,
                    Site.Builder::hostTuning,
                    List.of(),
                    "hosts that are prepared for work with deadlines")
            .defaulted(
                    "iommuGroups",
                    Forms.listOf(Forms.setOf(EpaForms.ADDRESS)),
                    Site::iommuGroups,
                    Site.Builder::iommuGroups,
                    List.of(),
                    "PCI devices that hosts can only give away together, at least two each")
            .defaulted("gpus", Forms.listOf(GPU), Site::gpus, Site.Builder::gpus, List.of(), "the GPUs on offer")
            .build();

    private SiteForms() {}

    /** The attributes of a site that stand under {@code network}. */
    private record Wires(
            String driver,
            String physicalDevice,
            Optional<String> bridge,
            int mtu,
            Optional<VirtualFunctions> virtualFunctions) {
        static Wires of(Site site) {
            return new Wires(
                    site.networkDriver(), site.physicalDevice(), site.bridge(), site.mtu(), site.virtualFunctions());
        }

        void addTo(Site.Builder site) {
            site.networkDriver(driver)
                    .physicalDevice(physicalDevice)
                    .bridge(bridge)
                    .mtu(mtu)
                    .virtualFunctions(virtualFunctions);
        }
    }

    private static final class WiresDraft {
        /** The default of {@link Site#networkDriver()}. */
        static final String DRIVER = Fabric.TAGGED;

        /** The default of {@link Site#mtu()} and {@link Fabric#mtu()}. */
        static final int MTU = 1500;

        private String driver = DRIVER;
        private String physicalDevice = "";
        private Optional<String> bridge = Optional.empty();
        private int mtu = MTU;
        private Optional<VirtualFunctions> virtualFunctions = Optional.empty();

        Wires build() {
            return new Wires(driver, physicalDevice, bridge, mtu, virtualFunctions);
        }
    }

    private static final class TimingDraft {
        private Timing timing = Timing.PTP;
        private String hosts = HostNames.ALL;

        TimingSource build() {
            return new TimingSource(timing, hosts);
        }
    }

    private static final class TunedDraft {
        private Set<HostTuning> tuning = Set.of();
        private String hosts = HostNames.ALL;

        TunedHosts build() {
            return new TunedHosts(tuning, hosts);
        }
    }

    private static final class PciDraft {
        private String vendor = "";
        private String device = "";
        private String deviceClass = "";

        PciSelector build() {
            return new PciSelector(vendor, device, deviceClass);
        }
    }
}
