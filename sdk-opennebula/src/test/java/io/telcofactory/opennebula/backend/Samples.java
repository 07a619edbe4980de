package io.telcofactory.opennebula.backend;

import static io.telcofactory.api.compute.DataSize.gibibytes;
import static io.telcofactory.api.compute.DataSize.mebibytes;

import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.SecretRef;
import io.telcofactory.api.compute.EpaProfile;
import io.telcofactory.api.compute.HostTuning;
import io.telcofactory.api.compute.MemoryAccess;
import io.telcofactory.api.compute.NumaShare;
import io.telcofactory.api.compute.PciClaim;
import io.telcofactory.api.compute.PinPolicy;
import io.telcofactory.api.compute.Timing;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.network.Bandwidth;
import io.telcofactory.api.network.Bitrate;
import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.Handoff;
import io.telcofactory.api.network.IpAddress;
import io.telcofactory.api.network.Ipv4;
import io.telcofactory.api.network.NetworkType;
import io.telcofactory.api.network.PortRange;
import io.telcofactory.api.network.Protocol;
import io.telcofactory.api.network.Route;
import io.telcofactory.api.network.SecurityRule;
import io.telcofactory.api.network.Segment;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.network.VirtualRouter;
import io.telcofactory.api.nf.InterfaceName;
import io.telcofactory.api.nf.NetworkFunction;
import io.telcofactory.api.nf.NetworkFunctionType;
import io.telcofactory.api.nf.NetworkInterface;
import io.telcofactory.api.nf.Redundancy;
import io.telcofactory.api.service.Adjustment;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Attachment;
import io.telcofactory.api.service.Condition;
import io.telcofactory.api.service.Metric;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.service.ScalingRule;
import io.telcofactory.api.service.Schedule;
import io.telcofactory.api.service.Shutdown;
import io.telcofactory.api.site.Fabric;
import io.telcofactory.api.site.GpuOffer;
import io.telcofactory.api.site.PciSelector;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.site.TimingSource;
import io.telcofactory.api.site.TunedHosts;
import io.telcofactory.api.site.VirtualFunctions;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.api.tenant.Persona;
import io.telcofactory.api.tenant.Tenant;
import io.telcofactory.api.tenant.TenantUser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A tenant, its network and its service, small enough for the smallest site. */
final class Samples {
    static final Scope SCOPE = new Scope("lisbon", "analytics");
    static final Tenant ACME = Tenant.builder("acme")
            .quota(quota -> quota.vms(8).vcpus(16).memory(gibibytes(16)).gpus(4))
            .build();
    /** A network of the provider that tests make beforehand. */
    static final String UPLINK = "uplink";

    private static final SecretRef OPERATOR_PASSWORD = SecretRef.environment("OPERATOR_PASSWORD");

    /** The same tenant with every limit there is, and a user for each persona and kind of driver. */
    static final Tenant STAFFED = ACME.toBuilder()
            .quota(quota -> quota.vms(8)
                    .runningVms(7)
                    .vcpus(16)
                    .runningVcpus(14)
                    .memory(gibibytes(16))
                    .runningMemory(gibibytes(14))
                    .gpus(4)
                    .runningGpus(3)
                    .gpus("H100-SXM-80GB", 2)
                    .sriovInterfaces(6)
                    .systemDisk(gibibytes(100))
                    .datastore("images-dummy", gibibytes(50), 10)
                    .putLeases(UPLINK, 5)
                    .cluster("default", cluster -> cluster.vms(6).runningMemory(gibibytes(12))))
            .user("operator", Persona.SERVICE_ADMIN, OPERATOR_PASSWORD)
            .user("engineer", Persona.INFRASTRUCTURE_ADMIN, SecretRef.file("/run/secrets/engineer"))
            .addUsers(
                    TenantUser.builder("guest").driver("ldap").build(),
                    TenantUser.builder("viewer")
                            .driver("ssh")
                            .identity("AAAAB3NzaC1yc2EAAAADAQABAAABAQ==")
                            .build())
            .vlans("100-199")
            .vlans("3021")
            .addProviderNetworks(UPLINK)
            .build();

    static final TenantNetwork CAMERAS = TenantNetwork.builder("cameras")
            .tenant(ACME)
            .subnet("10.60.0.0/24")
            .gateway("10.60.0.1")
            .addRoutes(new Route(Cidr.parse("10.45.0.0/16"), Ipv4.parse("10.60.0.1")))
            .addSecurityRules(
                    SecurityRule.allowOutbound(),
                    SecurityRule.inbound()
                            .protocol(Protocol.TCP)
                            .ports(PortRange.parse("8554"))
                            .peer(Cidr.parse("10.45.0.0/16"))
                            .build())
            .build();
    static final Ref NETWORK = CAMERAS.ref();
    static final VirtualRouter ROUTER = VirtualRouter.builder("edge")
            .tenant(ACME)
            .image("stream-framer")
            .uplink(UPLINK)
            .connect(CAMERAS, "10.60.0.10")
            .build();

    /** A network of each kind that differs on the server. */
    static final Map<String, TenantNetwork> NETWORKS = new TreeMap<>(Map.of(
            "vlan-explicit", kind().vlan(3021).subnet("10.61.0.0/28").build(),
            "vxlan-explicit",
                    kind().type(NetworkType.VXLAN)
                            .vni(70001)
                            .mtu(1450)
                            .subnet("10.61.0.0/24")
                            .build(),
            "vxlan-automatic",
                    kind().type(NetworkType.VXLAN).subnet("10.61.0.0/24").build(),
            "flat",
                    kind().type(NetworkType.FLAT)
                            .fabric("plain")
                            .subnet("10.61.0.0/24")
                            .build(),
            "open-vswitch", kind().fabric("switched").subnet("10.61.0.0/24").build(),
            "ethernet", kind().addresses(16).build(),
            "ipv6",
                    kind().subnet("2001:db8:61::/64")
                            .gateway("2001:db8:61::1")
                            .addSecurityRules(
                                    SecurityRule.inbound()
                                            .protocol(Protocol.ICMPV6)
                                            .build(),
                                    SecurityRule.inbound()
                                            .protocol(Protocol.TCP)
                                            .ports(PortRange.parse("8000-8100"))
                                            .peer(Cidr.parse("2001:db8:45::/97"))
                                            .build())
                            .build(),
            "both-families",
                    kind().subnet("10.61.0.0/24")
                            .subnet("2001:db8:61::/64")
                            .gateway("10.61.0.1")
                            .gateway("2001:db8:61::1")
                            .addRoutes(
                                    new Route(Cidr.parse("10.45.0.0/16"), IpAddress.parse("10.61.0.2")),
                                    new Route(Cidr.parse("2001:db8:45::/48"), IpAddress.parse("2001:db8:61::2")))
                            .build(),
            "limited",
                    kind().subnet("10.61.0.0/24")
                            .mtu(1400)
                            .inbound(new Bandwidth(
                                    Bitrate.parse("800 Mbit/s"),
                                    Optional.of(Bitrate.parse("1 Gbit/s")),
                                    Optional.of(mebibytes(64))))
                            .outbound(Bandwidth.of(Bitrate.parse("8 kbit/s")))
                            .build(),
            "open",
                    kind().subnet("10.61.0.0/24")
                            .addSecurityRules(
                                    SecurityRule.allowOutbound(),
                                    SecurityRule.inbound()
                                            .peer(Cidr.parse("0.0.0.0/0"))
                                            .build())
                            .build()));

    static final AiService DEFECTS = AiService.builder("defect-detection")
            .tenant(ACME)
            .role(
                    "frame-mediation",
                    role -> role.image("stream-framer")
                            .vcpus(1)
                            .memory(mebibytes(512))
                            .attach(NETWORK)
                            .putContext("STREAM_PORT", "8554"))
            .role(
                    "inference",
                    role -> role.image("defect-detector")
                            .vcpus(2)
                            .memory(mebibytes(1024))
                            .dependsOn("frame-mediation")
                            .epa(EpaProfile.builder()
                                    .pinning(PinPolicy.CORE)
                                    .hugepages(mebibytes(2))
                                    .build())
                            .gpu(GpuClaim.migSlice("H100-SXM-80GB", "1g.10gb"))
                            .attach(NETWORK))
            .build();

    static final AiService SCALED = AiService.builder("chat")
            .tenant(ACME)
            .role(
                    "llm",
                    role -> role.image("stream-framer")
                            .vcpus(1)
                            .memory(mebibytes(512))
                            .attach(NETWORK)
                            .instances(1, 3)
                            .addScaling(ScalingRule.builder()
                                    .when(Metric.CPU.above(80))
                                    .adjust(Adjustment.by(1))
                                    .periodNumber(2)
                                    .period(Duration.ofSeconds(60))
                                    .cooldown(Duration.ofSeconds(5))
                                    .build())
                            .scaleIn(Condition.parse("(MEMORY < 64 MiB or CPU = 0 %) and not (CPU > 50 %)"), 1)
                            .addSchedules(
                                    Schedule.recurring("0 7 * * 1-5", ZoneId.of("UTC"), Adjustment.to(2)),
                                    Schedule.once(Instant.parse("2036-12-24T17:00:00Z"), Adjustment.byPercent(50, 2))))
            .build();

    /** A role for each way to hold processors, memory and devices; CPU features apart, which hosts without a hypervisor do not report. */
    static final AiService HELD = AiService.builder("held")
            .tenant(ACME)
            .role(
                    "unequal",
                    role -> small(role, 3)
                            .memory(mebibytes(768))
                            .epa(EpaProfile.builder()
                                    .pinning(PinPolicy.THREAD)
                                    .addNodes(new NumaShare(2, mebibytes(512)), new NumaShare(1, mebibytes(256)))
                                    .cpuModel("host-passthrough")
                                    .machine("q35")
                                    .ioThreads(2)
                                    .build()))
            .role(
                    "sockets",
                    role -> small(role, 4)
                            .epa(EpaProfile.builder()
                                    .pinning(PinPolicy.SHARED)
                                    .numaNodes(2)
                                    .cores(1)
                                    .threads(2)
                                    .hugepages(mebibytes(2))
                                    .memoryAccess(MemoryAccess.SHARED)
                                    .addHostTuning(HostTuning.ISOLATED_CORES)
                                    .build()))
            .role(
                    "bound",
                    role -> small(role, 1)
                            .epa(EpaProfile.builder().numaAffinity(0).build()))
            .role(
                    "virtual",
                    role -> small(role, 1)
                            .epa(EpaProfile.shared())
                            .gpu(GpuClaim.virtualGpu("H100-SXM-80GB", "H100XM-1-10C")))
            .role(
                    "shaped",
                    role -> small(role, 2)
                            .epa(EpaProfile.builder().cores(1).threads(2).build()))
            .role(
                    "devices",
                    role -> small(role, 1)
                            .epa(EpaProfile.shared())
                            .addDevices(PciClaim.ofKind(Optional.of("15b3"), Optional.empty(), Optional.of("0200"))))
            .build();

    /** Roles that stand together, apart, and each instance on another host, and end in different ways. */
    static final AiService PLACED = AiService.builder("placed")
            .tenant(ACME)
            .role("active", role -> small(role, 1).shutdown(Shutdown.GRACEFUL))
            .role("standby", role -> small(role, 1).drain(Duration.ofSeconds(2)))
            .antiAffined("active", "standby")
            .role("framer", role -> small(role, 1))
            .role("detector", role -> small(role, 1).dependsOn("framer"))
            .affined("framer", "detector")
            .role("spread", role -> small(role, 1).instances(2).antiAffined().shutdown(Shutdown.HARD))
            .build();

    /** A role from a marketplace. */
    static final AiService CHAT = AiService.builder("assistant")
            .tenant(ACME)
            .role(
                    "llm",
                    role -> role.appliance(
                                    "Vllm",
                                    app -> app.parameter("ONEAPP_VLLM_MODEL_ID", "Qwen/Qwen2.5-1.5B-Instruct")
                                            .parameter("ONEAPP_VLLM_MODEL_MAX_LENGTH", 4096)
                                            .parameter("ONEAPP_VLLM_GPU_MEMORY_UTILIZATION", 0.85)
                                            .parameter("ONEAPP_VLLM_ENFORCE_EAGER", true))
                            .vcpus(2)
                            .memory(gibibytes(4))
                            .putContext("EXTRA", "1"))
            .build();

    /** A role whose guests are told secrets. */
    static final AiService SECRETIVE = AiService.builder("secretive")
            .tenant(ACME)
            .role(
                    "store",
                    role -> small(role, 1)
                            .instances(2)
                            .putContext("USER", "detector")
                            .secret("PASSWORD", SecretRef.environment("STORE_PASSWORD"))
                            .secret("API_KEY", SecretRef.file("/run/secrets/api-key")))
            .build();

    /** A role on two networks, a tagged one and a flat one. */
    static final AiService CONNECTED = AiService.builder("connected")
            .tenant(ACME)
            .role("bridge", role -> small(role, 1).attach(CAMERAS).attach(network("flat")))
            .build();

    static final Tenant OPERATOR = Tenant.builder("operator").build();

    /** The tenant's network, in which the operator's user plane function has an interface. */
    static final TenantNetwork SHARED =
            CAMERAS.toBuilder().addGuests("operator").build();

    static final TenantNetwork ACCESS = TenantNetwork.builder("access")
            .tenant(OPERATOR)
            .fabric("fast")
            .subnet("10.100.0.0/24")
            .subnet("2001:db8:100::/64")
            .gateway("2001:db8:100::1")
            .mtu(1500)
            .addRoutes(new Route(Cidr.parse("10.101.0.0/16"), Ipv4.parse("10.100.0.1")))
            .build();

    /** A user plane function: N3 by SR-IOV, N6 in the tenant's network. */
    static final NetworkFunction UPF = NetworkFunction.builder("upf-1")
            .tenant(OPERATOR)
            .type(NetworkFunctionType.UPF)
            .image("stream-framer")
            .vcpus(2)
            .memory(mebibytes(512))
            .epa(EpaProfile.builder()
                    .pinning(PinPolicy.CORE)
                    .hugepages(mebibytes(2))
                    .build())
            .addTiming(Timing.PTP)
            .attach(InterfaceName.N6, SHARED.ref())
            .addInterfaces(NetworkInterface.builder(InterfaceName.N3, ACCESS.ref())
                    .handoff(new Handoff(Handoff.Port.SRIOV, true, false))
                    .segment(segment(ACCESS))
                    .build())
            .putContext("N6_ACME_CAMERAS", "mode=routed address=10.60.0.2/24 ue=10.45.0.0/16")
            .build();

    static final NetworkFunction PAIR =
            UPF.toBuilder().name("upf-2").redundancy(Redundancy.ACTIVE_STANDBY).build();

    /** A role for each kind of interface. */
    static final AiService LINKED = AiService.builder("linked")
            .tenant(ACME)
            .role(
                    "direct",
                    role -> small(role, 1)
                            .epa(EpaProfile.shared())
                            .addDevices(PciClaim.ofKind(Optional.of("15b3"), Optional.empty(), Optional.of("0200")))
                            .addAttachments(Attachment.builder(NETWORK)
                                    .handoff(Handoff.sriov())
                                    .segment(segment(
                                            CAMERAS.toBuilder().fabric("fast").build()))
                                    .build()))
            .role(
                    "limited",
                    role -> small(role, 1)
                            .addAttachments(Attachment.builder(NETWORK)
                                    .inbound(new Bandwidth(
                                            Bitrate.parse("80 Mbit/s"),
                                            Optional.of(Bitrate.parse("100 Mbit/s")),
                                            Optional.of(mebibytes(1))))
                                    .outbound(Bandwidth.of(Bitrate.parse("8 Mbit/s")))
                                    .build()))
            .role(
                    "unchecked",
                    role -> small(role, 1)
                            .addAttachments(Attachment.builder(NETWORK)
                                    .handoff(new Handoff(Handoff.Port.VIRTIO, false, false))
                                    .guarded(false)
                                    .build()))
            .build();

    /** Everything that tests make, users before what they use. */
    static final List<Resource> ALL = List.of(
            ROUTER,
            LINKED,
            UPF,
            PAIR,
            ACCESS,
            DEFECTS,
            SCALED,
            HELD,
            PLACED,
            SECRETIVE,
            CONNECTED,
            CAMERAS,
            network("flat"),
            OPERATOR,
            ACME); // the networks of all kinds have one name

    private Samples() {}

    private static Segment segment(TenantNetwork network) {
        return Segment.builder()
                .fabric(network.fabric())
                .subnets(network.subnets())
                .gateway6(network.gateway6())
                .mtu(network.mtu())
                .routes(network.routes())
                .build();
    }

    static TenantNetwork network(String kind) {
        return Optional.ofNullable(NETWORKS.get(kind)).orElseThrow();
    }

    private static TenantNetwork.Builder kind() {
        return TenantNetwork.builder("kind").tenant(ACME);
    }

    static Role.Builder small(Role.Builder role, int vcpus) {
        return role.image("stream-framer").vcpus(vcpus).memory(mebibytes(512));
    }

    /** What the secrets are that samples need. */
    static String secret(SecretRef place) {
        return "the-secret-at-" + place;
    }

    /** The site that the fake's edge site is, and real ones must be like. */
    static final Site SITE = site("default", "system-dummy");

    static Site site(String cluster, String systemDatastore) {
        PciSelector h100 = new PciSelector("10de", "2330", "0302");
        return Site.builder("edge-lisbon")
                .cluster(cluster)
                .systemDatastore(systemDatastore)
                .physicalDevice("ens1f0")
                .addFabrics(
                        Fabric.builder("plain")
                                .driver("bridge")
                                .physicalDevice("ens2f0")
                                .bridge("br2")
                                .build(),
                        Fabric.builder("switched")
                                .driver(Fabric.OPEN_VSWITCH)
                                .physicalDevice("ens3f0")
                                .bridge("ovsbr0")
                                .build(),
                        Fabric.builder("fast")
                                .physicalDevice("ens4f0")
                                .virtualFunctions(VirtualFunctions.builder()
                                        .pci(new PciSelector("15b3", "101e", "0200"))
                                        .build())
                                .build())
                .addTiming(new TimingSource(Timing.PTP, "h100-*"), new TimingSource(Timing.PTP, "mig-*"))
                .addHostTuning(new TunedHosts(Set.of(HostTuning.ISOLATED_CORES), "h100-*"))
                .addGpus(
                        GpuOffer.builder()
                                .model("H100-SXM-80GB")
                                .slice("1g.10gb")
                                .pci(h100)
                                .profile("1131 (NVIDIA H100XM-1-10C)")
                                .hosts("mig-*")
                                .build(),
                        GpuOffer.builder()
                                .model("H100-SXM-80GB")
                                .vgpu("H100XM-1-10C")
                                .pci(h100)
                                .profile("1131 (NVIDIA H100XM-1-10C)")
                                .hosts("mig-*")
                                .build(),
                        GpuOffer.builder()
                                .model("H100-SXM-80GB")
                                .pci(h100)
                                .hosts("h100-*")
                                .build())
                .build();
    }
}
