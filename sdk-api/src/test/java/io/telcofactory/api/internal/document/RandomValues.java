package io.telcofactory.api.internal.document;

import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.SecretRef;
import io.telcofactory.api.compute.DataSize;
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
import io.telcofactory.api.network.Dnn;
import io.telcofactory.api.network.Handoff;
import io.telcofactory.api.network.IpAddress;
import io.telcofactory.api.network.Ipv4;
import io.telcofactory.api.network.Ipv6;
import io.telcofactory.api.network.LatencyBudget;
import io.telcofactory.api.network.LatencyPart;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.N6Mode;
import io.telcofactory.api.network.NetworkType;
import io.telcofactory.api.network.PortRange;
import io.telcofactory.api.network.Protocol;
import io.telcofactory.api.network.Route;
import io.telcofactory.api.network.RouterInterface;
import io.telcofactory.api.network.SecurityRule;
import io.telcofactory.api.network.Segment;
import io.telcofactory.api.network.Snssai;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.network.TrafficMatch;
import io.telcofactory.api.network.VirtualRouter;
import io.telcofactory.api.nf.InterfaceName;
import io.telcofactory.api.nf.NetworkFunction;
import io.telcofactory.api.nf.NetworkFunctionType;
import io.telcofactory.api.nf.NetworkInterface;
import io.telcofactory.api.nf.Redundancy;
import io.telcofactory.api.nf.Vrf;
import io.telcofactory.api.service.Adjustment;
import io.telcofactory.api.service.Affinity;
import io.telcofactory.api.service.AffinityRule;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Appliance;
import io.telcofactory.api.service.Attachment;
import io.telcofactory.api.service.Condition;
import io.telcofactory.api.service.HostFailure;
import io.telcofactory.api.service.Metric;
import io.telcofactory.api.service.Readiness;
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
import io.telcofactory.api.site.UserPlanePort;
import io.telcofactory.api.site.VirtualFunctions;
import io.telcofactory.api.tenant.DatastoreQuota;
import io.telcofactory.api.tenant.Persona;
import io.telcofactory.api.tenant.Quota;
import io.telcofactory.api.tenant.Tenant;
import io.telcofactory.api.tenant.TenantUser;
import io.telcofactory.api.tenant.VlanRange;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes valid values by chance, the same for the same seed; every attribute is sometimes default and sometimes not. */
final class RandomValues {
    /** Texts that YAML readers like to take for something else. */
    static final List<String> AWKWARD = List.of(
            "",
            " ",
            "null",
            "~",
            "yes",
            "No",
            "true",
            "010203",
            "1e10",
            "0x1F",
            "1_000",
            "12:30:45",
            "2026-11-22",
            "- a",
            "a: b",
            "a #b",
            "#x",
            "*x",
            "&x",
            "!x",
            "%x",
            "@x",
            "`x",
            "{a}",
            "[a]",
            "a,b",
            "'",
            "\"",
            "\\",
            "é ü 漢 🙂",
            "line\nbreak",
            "ends\n",
            "\n",
            "tab\there",
            " lead",
            "trail ",
            "<<",
            "=",
            "?",
            ":",
            "|",
            ">",
            "a\r\nb",
            "\u0085",
            "\uFEFF",
            "x\u0007",
            "\u2028",
            "a\n\u0085b",
            "\u00A0",
            "host-1.example",
            "*",
            "/dev/sda",
            "1..4",
            "a/b c",
            "=1",
            "-",
            "--- a",
            "...",
            ".inf",
            "NaN",
            "12e03",
            "+1",
            "0o17",
            "ON");

    private static final List<String> HOSTS = List.of("mig-*", "*", "host1.example", "*-a*");

    private final SplittableRandom random;

    RandomValues(long seed) {
        this.random = new SplittableRandom(seed);
    }

    Blueprint blueprint() {
        Tenant tenant = tenant();
        List<Resource> resources = new ArrayList<>(List.of(tenant));
        TenantNetwork network = network(tenant.name());
        N6Breakout breakout = breakout(network);
        if (random.nextBoolean()) {
            maybe(() -> router(network)).ifPresent(resources::add);
            resources.addAll(List.of(network, breakout));
            if (random.nextBoolean()) {
                resources.add(0, service(tenant.name(), List.of(network.ref(), breakout.ref())));
            }
            if (random.nextBoolean()) {
                resources.add(function(network, breakout));
            }
        }
        return Blueprint.of(name(), resources);
    }

    Tenant tenant() {
        Tenant.Builder tenant = Tenant.builder(name()).quota(quota());
        new TreeSet<>(some(this::name)).forEach(name -> tenant.addUsers(user(name)));
        tenant.vlans(some(() -> vlans(random.nextInt(1, 4095))));
        tenant.providerNetworks(some(this::line));
        return tenant.build();
    }

    private VirtualRouter router(TenantNetwork network) {
        VirtualRouter.Builder router = VirtualRouter.builder(network.name())
                .tenant(network.tenant())
                .image(line())
                .uplink(line())
                .addInterfaces(new RouterInterface(network.ref(), maybe(() -> within(cidr(8, 30)))));
        maybe(random::nextBoolean).ifPresent(router::nat);
        maybe(() -> random.nextInt(1, 3)).ifPresent(router::instances);
        maybe(() -> random.nextInt(1, 9)).ifPresent(router::vcpus);
        maybe(this::size).ifPresent(router::memory);
        return router.build();
    }

    private Quota quota() {
        Quota.Builder quota = machines();
        maybe(this::model).ifPresent(model -> quota.putGpuModels(model, random.nextInt(9)));
        some(this::line).forEach(name -> quota.putDatastores(name, datastore()));
        some(this::line).forEach(name -> quota.putLeases(name, random.nextInt(256)));
        some(this::line)
                .forEach(name -> quota.putClusters(name, machines().vms(1).build()));
        return quota.build();
    }

    private Quota.Builder machines() {
        Quota.Builder quota = Quota.builder();
        maybe(() -> random.nextInt(0, Integer.MAX_VALUE)).ifPresent(quota::vms);
        maybe(() -> random.nextInt(9)).ifPresent(quota::runningVms);
        maybe(() -> random.nextInt(100)).ifPresent(quota::vcpus);
        maybe(() -> random.nextInt(100)).ifPresent(quota::runningVcpus);
        maybe(this::size).ifPresent(quota::memory);
        maybe(this::size).ifPresent(quota::runningMemory);
        maybe(() -> Integer.MAX_VALUE).ifPresent(quota::gpus);
        maybe(() -> random.nextInt(9)).ifPresent(quota::runningGpus);
        maybe(() -> random.nextInt(9)).ifPresent(quota::sriovInterfaces);
        maybe(this::size).ifPresent(quota::systemDisk);
        return quota;
    }

    private DataSize size() {
        return DataSize.mebibytes(random.nextInt(1 << 24));
    }

    private String line() {
        return pick(List.of("uplink", "a: b", "null", "010", "on", " x "));
    }

    private DatastoreQuota datastore() {
        Optional<Integer> images = maybe(() -> random.nextInt(100));
        return new DatastoreQuota(images.isEmpty() ? Optional.of(size()) : maybe(this::size), images);
    }

    private TenantUser user(String name) {
        TenantUser.Builder user = TenantUser.builder(name);
        maybe(() -> pick(List.of(Persona.values()))).ifPresent(user::persona);
        if (random.nextBoolean()) {
            return user.password(pick(List.of(SecretRef.environment("OPERATOR"), SecretRef.file("/run/a b:c"))))
                    .build();
        }
        maybe(() -> pick(List.of("AAAAC3Nza+/=", "/C=PT/CN=alice", "null"))).ifPresent(user::identity);
        return user.driver(pick(List.of("ssh", "x509", "ldap", "no"))).build();
    }

    private VlanRange vlans(int first) {
        return new VlanRange(first, random.nextInt(first, 4095));
    }

    TenantNetwork network(String tenant) {
        TenantNetwork.Builder network = TenantNetwork.builder(name()).tenant(tenant);
        NetworkType type = pick(List.of(NetworkType.values()));
        switch (type) {
            case VLAN -> maybe(() -> random.nextInt(1, 4095)).ifPresent(network::vlan);
            case VXLAN -> maybe(() -> random.nextInt(1, 1 << 24)).ifPresent(network::vni);
            case FLAT -> {
                // has no number
            }
        }
        maybe(() -> pick(List.of("n6", "on", "null"))).ifPresent(network::fabric);
        Optional<Cidr> subnet = maybe(() -> cidr(8, 30));
        Optional<Cidr> subnet6 = maybe(() -> cidr6(32, 126));
        network.subnet(subnet).subnet6(subnet6);
        addresses(network, Stream.of(subnet, subnet6).flatMap(Optional::stream).toList());
        subnet.flatMap(range -> maybe(() -> (Ipv4) within(range))).ifPresent(network::gateway);
        subnet6.flatMap(range -> maybe(() -> (Ipv6) within(range))).ifPresent(network::gateway6);
        subnet.ifPresent(range -> network.addAllRoutes(some(() -> new Route(cidr(0, 32), within(range)))));
        subnet6.ifPresent(range -> network.addAllRoutes(some(() -> new Route(cidr6(0, 128), within(range)))));
        maybe(() -> random.nextInt(1280, 9217)).ifPresent(network::mtu);
        maybe(this::bandwidth).ifPresent(network::inbound);
        maybe(this::bandwidth).ifPresent(network::outbound);
        network.securityRules(some(this::securityRule));
        return network.type(type).build();
    }

    /** Says first address and number so that they lie in all subnets, or leaves them to the defaults if those do. */
    private void addresses(TenantNetwork.Builder network, List<Cidr> subnets) {
        long room = subnets.stream()
                .map(Cidr::size)
                .reduce(BigInteger.valueOf(65536), BigInteger::min)
                .longValueExact();
        long first = random.nextLong(room);
        boolean fits = room > 32;
        if (!subnets.isEmpty() && (!fits || random.nextBoolean())) {
            network.firstAddress(pick(subnets).base().plus(first));
            network.addresses((int) random.nextLong(1, room - first + 1));
        } else if (subnets.isEmpty()) {
            maybe(() -> random.nextInt(1, 65537)).ifPresent(network::addresses);
        }
    }

    private Bandwidth bandwidth() {
        Bitrate average = new Bitrate(8_000L * random.nextLong(1, 1 << 20));
        return new Bandwidth(
                average,
                maybe(() -> new Bitrate(average.bitsPerSecond() + 8_000L * random.nextLong(1 << 20))),
                maybe(() -> DataSize.kibibytes(random.nextLong(1, 1 << 20))));
    }

    N6Breakout breakout(TenantNetwork network) {
        N6Mode mode = pick(List.of(N6Mode.values()));
        N6Breakout.Builder breakout = N6Breakout.builder(name())
                .tenant(network.tenant())
                .network(network.name())
                .dnai(pick(List.of("edge-lisbon", "0", "null", "a:b", "#1", "{}")))
                .mode(mode)
                .actuation(random.nextBoolean())
                .handoff(handoff())
                .uplink(maybe(this::bandwidth))
                .downlink(maybe(this::bandwidth))
                .dnn(new Dnn(pick(List.of("factory.acme", "internet", "5g", "010", "1.5"))));
        if (mode != N6Mode.ETHERNET) {
            breakout.addAllMatches(some(this::match));
            maybe(() -> (Ipv4) within(cidr(8, 30))).ifPresent(breakout::nextHop);
            maybe(() -> (Ipv6) within(cidr6(32, 126))).ifPresent(breakout::nextHop6);
        }
        if (mode == N6Mode.ROUTED) {
            breakout.addUePools(pick(List.of(cidr(0, 32), cidr6(0, 128))));
        } else if (mode == N6Mode.NAT) {
            maybe(() -> cidr(0, 32)).ifPresent(breakout::addUePools);
            maybe(() -> cidr6(0, 128)).ifPresent(breakout::addUePools);
        }
        maybe(() -> new Snssai(random.nextInt(256), maybe(() -> pick(List.of("0a0b0c", "010203", "000000", "1e1000")))))
                .ifPresent(breakout::snssai);
        maybe(() -> pick(List.of("vision.acme", "null", "1"))).ifPresent(breakout::application);
        maybe(this::latency).ifPresent(breakout::latency);
        return breakout.build();
    }

    private LatencyBudget latency() {
        List<LatencyPart> parts = Stream.of("radio", "null", "on")
                .map(part -> new LatencyPart(part, shortTime(), pick(List.of(LatencyPart.Basis.values()))))
                .toList();
        return new LatencyBudget(shortTime(), parts.subList(0, random.nextInt(1, parts.size() + 1)));
    }

    private Duration shortTime() {
        return random.nextBoolean()
                ? Duration.ofMillis(random.nextInt(1, 100))
                : Duration.ofNanos(1000L * random.nextInt(1, 100_000));
    }

    AiService service(String tenant, List<Ref> attachable) {
        AiService.Builder service = AiService.builder(name()).tenant(tenant);
        maybe(() -> pick(List.of(Readiness.values()))).ifPresent(service::readiness);
        maybe(() -> pick(List.of(HostFailure.values()))).ifPresent(service::hostFailure);
        maybe(() -> Duration.ofSeconds(pick(List.of(0, 10, 59, 60, 90, 3600, 5400, 86399))))
                .ifPresent(service::cooldown);
        TreeSet<String> names = new TreeSet<>(some(this::name));
        names.add(name());
        List<String> earlier = new ArrayList<>();
        for (String name : names) {
            service.addRoles(role(name, List.copyOf(earlier), attachable));
            earlier.add(name);
        }
        if (names.size() > 1) {
            maybe(() -> pick(List.of(Affinity.values())))
                    .ifPresent(affinity -> service.addAffinity(new AffinityRule(affinity, names)));
        }
        return service.build();
    }

    private NetworkFunction function(TenantNetwork network, N6Breakout breakout) {
        NetworkFunction.Builder function = NetworkFunction.builder(name())
                .tenant(network.tenant())
                .type(pick(List.of(NetworkFunctionType.values())))
                .image(pick(List.of("upf", "a: b", "010")))
                .vcpus(8)
                .memory(DataSize.gibibytes(16))
                .devices(some(this::device))
                .timing(pick(List.of(Set.of(), Set.of(Timing.SYNCE))))
                .redundancy(pick(List.of(Redundancy.values())))
                .readiness(pick(List.of(Readiness.values())));
        maybe(this::claim).ifPresent(function::gpu);
        maybe(() -> pick(List.of(
                        EpaProfile.throughput(),
                        EpaProfile.builder()
                                .pinning(PinPolicy.CORE)
                                .numaNodes(2)
                                .build())))
                .ifPresent(function::epa);
        function.addInterfaces(link(InterfaceName.N6, breakout.ref()).build());
        for (InterfaceName name :
                some(() -> pick(List.of(InterfaceName.N3, InterfaceName.N4, InterfaceName.F1))).stream()
                        .distinct()
                        .toList()) {
            function.addInterfaces(link(name, network.ref()).build());
        }
        if (random.nextBoolean()) {
            function.addInterfaces(link(InterfaceName.N6, network.ref())
                    .addVrfs(new Vrf(name(), List.of(breakout.ref())))
                    .build());
        }
        return function.putContext("KEY", text()).build();
    }

    private NetworkInterface.Builder link(InterfaceName name, Ref target) {
        NetworkInterface.Builder link = NetworkInterface.builder(name, target);
        maybe(this::handoff).ifPresent(link::handoff);
        maybe(this::bandwidth).ifPresent(link::inbound);
        maybe(this::bandwidth).ifPresent(link::outbound);
        maybe(this::segment).ifPresent(link::segment);
        return link;
    }

    Site site() {
        Site.Builder site = Site.builder(text()).physicalDevice(text());
        maybe(() -> ZoneId.of("Europe/Lisbon")).ifPresent(site::timeZone);
        maybe(this::text).ifPresent(site::cluster);
        maybe(this::text).ifPresent(site::systemDatastore);
        maybe(this::text).ifPresent(site::imageDatastore);
        maybe(this::text).ifPresent(site::networkDriver);
        maybe(this::text).ifPresent(site::bridge);
        maybe(() -> random.nextInt(1280, 9217)).ifPresent(site::mtu);
        for (String name : pick(List.of(List.<String>of(), List.of("n6"), List.of("null", "on")))) {
            Fabric.Builder fabric = Fabric.builder(name).physicalDevice(text());
            maybe(this::text).ifPresent(fabric::driver);
            maybe(this::text).ifPresent(fabric::bridge);
            maybe(() -> random.nextInt(1280, 9217)).ifPresent(fabric::mtu);
            maybe(this::virtualFunctions).ifPresent(fabric::virtualFunctions);
            site.addFabrics(fabric.build());
        }
        maybe(this::virtualFunctions).ifPresent(site::virtualFunctions);
        site.timing(some(() -> new TimingSource(pick(List.of(Timing.values())), pick(HOSTS))));
        maybe(() -> Set.of("3b:00.2", "0000:00:00.7")).ifPresent(site::addIommuGroups);
        site.userPlanes(some(this::userPlane));
        site.hostTuning(some(() -> new TunedHosts(tuning(), pick(HOSTS))));
        return site.gpus(some(this::offer)).build();
    }

    private UserPlanePort userPlane() {
        UserPlanePort.Builder port = UserPlanePort.builder(pick(List.of("edge-lisbon", "0", "null", "a:b", "#1", "{}")))
                .address((Ipv4) within(cidr(8, 30)));
        maybe(() -> (Ipv6) within(cidr6(32, 126))).ifPresent(port::address6);
        maybe(() -> random.nextInt(1, 4095)).ifPresent(port::vlan);
        maybe(() -> random.nextInt(1280, 9217)).ifPresent(port::mtu);
        return port.build();
    }

    private GpuOffer offer() {
        GpuOffer.Builder offer = GpuOffer.builder().model(model()).pci(new PciSelector(hex(), hex(), hex()));
        if (random.nextBoolean()) {
            maybe(() -> "1g.10gb").ifPresent(offer::slice);
            maybe(this::text).ifPresent(offer::profile);
        } else {
            offer.vgpu("L40S-8Q").profile(text());
        }
        maybe(() -> pick(HOSTS)).ifPresent(offer::hosts);
        return offer.build();
    }

    private VirtualFunctions virtualFunctions() {
        VirtualFunctions.Builder functions = VirtualFunctions.builder().pci(new PciSelector(hex(), hex(), hex()));
        maybe(() -> pick(HOSTS)).ifPresent(functions::hosts);
        return functions
                .addresses(pick(List.of(List.<String>of(), List.of("3b:00.2", "0000:00:00.7"))))
                .build();
    }

    private Role role(String name, List<String> earlier, List<Ref> attachable) {
        int nodes = random.nextInt(1, 3);
        int vcpus = nodes * random.nextInt(1, 9);
        DataSize memory = DataSize.gibibytes(nodes * random.nextLong(1, 65));
        Role.Builder role = Role.builder(name)
                .vcpus(vcpus)
                .memory(memory)
                .devices(some(this::device))
                .dependsOn(earlier.stream().filter(e -> random.nextBoolean()).toList())
                .timing(pick(List.of(Set.of(), Set.of(Timing.PTP), Set.of(Timing.values()))))
                .attachments(attachable.stream()
                        .filter(a -> random.nextBoolean())
                        .map(this::attachment)
                        .toList());
        if (random.nextBoolean()) {
            role.image(pick(List.of("stream-framer", "a: b", "010", "é", " x ", "null")));
        } else {
            role.appliance(appliance());
        }
        maybe(() -> random.nextInt(1, 5)).ifPresent(min -> role.instances(min, min + random.nextInt(3)));
        if (random.nextBoolean()) {
            role.instances(2, 9).scaling(some(this::scalingRule)).schedules(some(this::schedule));
        }
        maybe(() -> epa(nodes, vcpus, memory)).ifPresent(role::epa);
        maybe(this::claim).ifPresent(role::gpu);
        role.providerNetworks(some(this::line));
        maybe(() -> Affinity.AFFINED).ifPresent(role::affinity);
        maybe(() -> pick(List.of(Shutdown.values()))).ifPresent(role::shutdown);
        maybe(() -> Duration.ofSeconds(random.nextInt(1, 86_400))).ifPresent(role::drain);
        TreeMap<String, String> context = new TreeMap<>();
        some(this::text).forEach(value -> context.put("KEY_" + context.size(), value));
        maybe(() -> SecretRef.environment("S")).ifPresent(place -> role.secret("SECRET_1", place));
        maybe(() -> SecretRef.file("/a: b")).ifPresent(place -> role.secret("SECRET_2", place));
        maybe(() -> pick(List.of("h1", "null", "a-b.example"))).ifPresent(role::addHosts);
        maybe(() -> pick(List.of("h2", "on"))).ifPresent(role::addAvoidedHosts);
        return role.context(context).build();
    }

    private Appliance appliance() {
        Appliance.Builder appliance = Appliance.builder(pick(List.of("Vllm", "a: b", "010")));
        maybe(() -> pick(List.of("OpenNebula Public", "null"))).ifPresent(appliance::marketplace);
        TreeMap<String, String> parameters = new TreeMap<>();
        some(this::text).forEach(value -> parameters.put("ONEAPP_" + parameters.size(), value));
        return appliance.parameters(parameters).build();
    }

    private Attachment attachment(Ref target) {
        if (random.nextBoolean()) {
            return Attachment.of(target);
        }
        Attachment.Builder attachment = Attachment.builder(target);
        maybe(this::handoff).ifPresent(attachment::handoff);
        maybe(this::bandwidth).ifPresent(attachment::inbound);
        maybe(this::bandwidth).ifPresent(attachment::outbound);
        maybe(this::segment).ifPresent(attachment::segment);
        maybe(random::nextBoolean).ifPresent(attachment::guarded);
        return attachment.build();
    }

    private Handoff handoff() {
        boolean sriov = random.nextBoolean();
        return new Handoff(
                sriov ? Handoff.Port.SRIOV : Handoff.Port.VIRTIO, sriov && random.nextBoolean(), random.nextBoolean());
    }

    private Segment segment() {
        return Segment.builder()
                .fabric(maybe(() -> pick(List.of("n6", "on", "null"))))
                .subnets(pick(List.of(List.<Cidr>of(), List.of(cidr(8, 30)), List.of(cidr(8, 30), cidr6(32, 126)))))
                .gateway6(maybe(() -> (Ipv6) within(cidr6(32, 126))))
                .mtu(maybe(() -> random.nextInt(1280, 9217)))
                .routes(some(() -> new Route(cidr(0, 32), within(cidr(8, 30)))))
                .build();
    }

    private ScalingRule scalingRule() {
        ScalingRule.Builder rule =
                ScalingRule.builder().when(condition(3)).adjust(adjustment()).periodNumber(random.nextInt(1, 5));
        maybe(() -> Duration.ofSeconds(random.nextInt(86400))).ifPresent(rule::period);
        maybe(() -> Duration.ofSeconds(random.nextInt(86400))).ifPresent(rule::cooldown);
        return rule.build();
    }

    private Schedule schedule() {
        return random.nextBoolean()
                ? Schedule.once(Instant.ofEpochSecond(random.nextLong(1, 250_000_000_000L)), adjustment())
                : Schedule.recurring(
                        pick(List.of("0 7 * * 1-5", "*/5 0,12 1 * *")),
                        pick(List.of(
                                ZoneId.of("UTC"), ZoneOffset.UTC, ZoneId.of("Europe/Lisbon"), ZoneId.of("+01:00"))),
                        adjustment());
    }

    private Adjustment adjustment() {
        int sign = random.nextBoolean() ? 1 : -1;
        return switch (random.nextInt(3)) {
            case 0 -> Adjustment.to(random.nextInt(2, 10));
            case 1 -> Adjustment.by(sign * random.nextInt(1, 1001));
            default -> Adjustment.byPercent(sign * random.nextInt(1, 1001), random.nextInt(1, 4));
        };
    }

    private Condition condition(int depth) {
        if (depth == 0 || random.nextBoolean()) {
            Condition.Relation relation = pick(List.of(Condition.Relation.values()));
            return random.nextBoolean()
                    ? pick(List.of(Metric.MEMORY, Metric.GPU_MEMORY_FREE))
                            .compare(relation, DataSize.mebibytes(random.nextInt(1 << 20)))
                    : pick(List.of(Metric.CPU, Metric.GPU_POWER_USAGE, Metric.pushed("NOT_A"), Metric.pushed("E1")))
                            .compare(relation, pick(List.of(0.0, -1.5, 80.0, 1e11, 0.000001, 99.99)));
        }
        List<Condition> terms = Stream.generate(() -> condition(depth - 1))
                .limit(random.nextInt(2, 4))
                .toList();
        return switch (random.nextInt(3)) {
            case 0 -> new Condition.All(terms);
            case 1 -> new Condition.Any(terms);
            default -> condition(depth - 1).not();
        };
    }

    /** A profile that fits a role of {@code vcpus} and {@code memory}, both divisible by the number of nodes. */
    private EpaProfile epa(int nodes, int vcpus, DataSize memory) {
        if (nodes == 1 && random.nextInt(4) == 0) {
            return pick(List.of(EpaProfile.realtime(), EpaProfile.throughput(), EpaProfile.shared()));
        }
        PinPolicy policy = nodes > 1 ? PinPolicy.CORE : pick(List.of(PinPolicy.values()));
        EpaProfile.Builder epa = EpaProfile.builder().pinning(policy);
        if (nodes > 1 && random.nextBoolean()) {
            epa.nodes(Collections.nCopies(nodes, new NumaShare(vcpus / nodes, new DataSize(memory.bytes() / nodes))));
        } else {
            epa.numaNodes(nodes);
        }
        if (random.nextBoolean()) {
            epa.hugepages(pick(List.of(DataSize.mebibytes(2), DataSize.gibibytes(1))));
            maybe(() -> pick(List.of(MemoryAccess.values()))).ifPresent(epa::memoryAccess);
        }
        if (policy == PinPolicy.NONE) {
            maybe(() -> random.nextInt(64)).ifPresent(epa::numaAffinity);
        }
        if (random.nextBoolean()) {
            epa.cores(vcpus / nodes).threads(1);
        }
        if (random.nextBoolean()) {
            epa.cpuModel(pick(List.of("host-passthrough", "010", "null")));
            epa.cpuFeatures(random.nextBoolean() ? List.of("avx512f", "1e3") : List.of());
        }
        maybe(() -> pick(List.of("q35", "1.5"))).ifPresent(epa::machine);
        maybe(() -> random.nextInt(1, 65)).ifPresent(epa::ioThreads);
        if (random.nextBoolean()) {
            epa.hostTuning(tuning());
        }
        return epa.build();
    }

    private Set<HostTuning> tuning() {
        return pick(List.of(Set.of(HostTuning.ISOLATED_CORES), Set.of(HostTuning.values())));
    }

    private PciClaim device() {
        return random.nextInt(3) == 0
                ? PciClaim.at(pick(List.of("9a:00.0", "0000:00:00.7")))
                : PciClaim.ofKind(Optional.of(hex()), maybe(this::hex), maybe(this::hex));
    }

    private GpuClaim claim() {
        return switch (random.nextInt(3)) {
            case 0 -> GpuClaim.migSlice(model(), pick(List.of("1g.10gb", "1g.10gb+me", "7g.80gb")));
            case 1 -> GpuClaim.virtualGpu(model(), "L40S-8Q");
            default -> GpuClaim.whole(model(), random.nextInt(1, 17));
        };
    }

    private SecurityRule securityRule() {
        SecurityRule.Builder rule = SecurityRule.builder().direction(pick(List.of(SecurityRule.Direction.values())));
        Protocol protocol = pick(List.of(Protocol.values()));
        maybe(() -> rangeFor(protocol)).ifPresent(rule::peer);
        if (protocol.hasPorts()) {
            maybe(this::ports).ifPresent(rule::ports);
        }
        return rule.protocol(protocol).build();
    }

    private TrafficMatch match() {
        Protocol protocol = pick(List.of(Protocol.values()));
        TrafficMatch.Builder match =
                TrafficMatch.builder().destination(rangeFor(protocol)).protocol(protocol);
        if (protocol.hasPorts()) {
            maybe(this::ports).ifPresent(match::ports);
        }
        return match.build();
    }

    private Cidr rangeFor(Protocol protocol) {
        Cidr range = random.nextBoolean() ? cidr(0, 32) : cidr6(0, 128);
        return protocol.carries(range) ? range : rangeFor(protocol);
    }

    private PortRange ports() {
        int first = random.nextInt(1, 65536);
        return new PortRange(first, random.nextBoolean() ? first : random.nextInt(first, 65536));
    }

    private Cidr cidr(int least, int most) {
        int prefix = random.nextInt(least, most + 1);
        long mask = prefix == 0 ? 0 : 0xFFFFFFFFL << (32 - prefix) & 0xFFFFFFFFL;
        return new Cidr(new Ipv4(random.nextLong(1L << 32) & mask), prefix);
    }

    private Cidr cidr6(int least, int most) {
        int prefix = random.nextInt(least, most + 1);
        BigInteger mask =
                BigInteger.ONE.shiftLeft(prefix).subtract(BigInteger.ONE).shiftLeft(128 - prefix);
        BigInteger bits = new BigInteger(1, new byte[] {
            0x20,
            0x01,
            0x0d,
            (byte) 0xb8,
            0,
            0,
            0,
            (byte) random.nextInt(),
            0,
            0,
            0,
            0,
            0,
            0,
            (byte) random.nextInt(),
            4
        });
        return new Cidr(new Ipv6(bits.and(mask)), prefix);
    }

    private IpAddress within(Cidr range) {
        return range.base()
                .plus(random.nextLong(
                        range.size().min(BigInteger.ONE.shiftLeft(32)).longValueExact()));
    }

    private String name() {
        return pick(List.of("acme", "on", "null", "e1", "true", "a-b-c", "no")) + random.nextInt(1000);
    }

    private String model() {
        return pick(List.of("H100-SXM-80GB", "L40S", "0x10", "1.5", "2026-11-22"));
    }

    private String hex() {
        return pick(List.of("10de", "2330", "0302", "1e10", "0000", "0x12".replace('x', '0')));
    }

    private String text() {
        return pick(AWKWARD);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> some(Supplier<T> value) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(i -> value.get()).toList();
    }
}
