package io.telcofactory.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.compute.EpaProfile;
import io.telcofactory.api.compute.HostTuning;
import io.telcofactory.api.compute.PinPolicy;
import io.telcofactory.api.compute.Timing;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.Dnn;
import io.telcofactory.api.network.Handoff;
import io.telcofactory.api.network.Ipv4;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.PortRange;
import io.telcofactory.api.network.Route;
import io.telcofactory.api.network.SecurityRule;
import io.telcofactory.api.network.Snssai;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.network.TrafficMatch;
import io.telcofactory.api.nf.InterfaceName;
import io.telcofactory.api.nf.NetworkFunction;
import io.telcofactory.api.nf.NetworkFunctionType;
import io.telcofactory.api.nf.NetworkInterface;
import io.telcofactory.api.nf.Vrf;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Instances;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.site.GpuOffer;
import io.telcofactory.api.site.PciSelector;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.site.TimingSource;
import io.telcofactory.api.site.TunedHosts;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.api.tenant.Quota;
import io.telcofactory.api.tenant.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid values can't be built; the message names the field, the value and the rule. */
class ValueRulesTest {
    private static final Ref N6 = new Ref("network", "operator", "n6");
    private static final String NAME_RULE =
            "' must be 1 to 40 lower-case letters, digits or '-', begin with a letter and not end with '-'";

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenRules")
    void build_brokenRule_isRefusedByFieldValueAndRule(String message, ThrowingCallable build) {
        assertThatIllegalArgumentException().isThrownBy(build).withMessage(message);
    }

    static Stream<Arguments> brokenRules() {
        return Stream.of(
                broken(
                        "tenant.name = 'Acme" + NAME_RULE,
                        () -> Tenant.builder("Acme").build()),
                broken(
                        "quota.vms = '-1' must be at least 0",
                        () -> Quota.builder().vms(-1).build()),
                broken(
                        "quota.vcpus = '-1' must be at least 0",
                        () -> Quota.builder().vcpus(-1).build()),
                broken(
                        "quota.gpus = '-2' must be at least 0",
                        () -> Quota.builder().gpus(-2).build()),
                broken(
                        "quota.memory = '1 KiB' must be a whole number of MiB",
                        () -> Quota.builder().memory(DataSize.kibibytes(1)).build()),
                broken("size in bytes = '-1' must be at least 0", () -> new DataSize(-1)),
                broken(
                        "epa.hugepages = '4 MiB' must be 2 MiB or 1 GiB",
                        () -> EpaProfile.builder()
                                .hugepages(DataSize.mebibytes(4))
                                .build()),
                broken(
                        "epa.numaNodes = '9' must be 1 to 8",
                        () -> EpaProfile.builder()
                                .pinning(PinPolicy.CORE)
                                .numaNodes(9)
                                .build()),
                broken(
                        "epa.numaNodes = '2' needs pinning CORE, THREAD or SHARED: the server places unpinned roles on"
                                + " one node",
                        () -> EpaProfile.builder().numaNodes(2).build()),
                broken("gpu.count = '0' must be 1 to 16", () -> GpuClaim.whole("L40S", 0)),
                broken(
                        "gpu.model = 'a b' must be 1 to 40 letters, digits, '.', '_' or '-'",
                        () -> GpuClaim.whole("a b", 1)),
                broken("gpu.slice = '1g' must look like 1g.10gb", () -> GpuClaim.migSlice("L40S", "1g")),
                broken("prefix length = '33' must be 0 to 32", () -> new Cidr(new Ipv4(0), 33)),
                broken(
                        "IP range = '10.60.0.1/24' has bits set after its prefix; did you mean 10.60.0.0/24?",
                        () -> Cidr.parse("10.60.0.1/24")),
                broken(
                        "IP range = '10.60.0.0' must look like 10.60.0.0/24 or 2001:db8::/64",
                        () -> Cidr.parse("10.60.0.0")),
                broken("IPv4 address = '4294967296' must fit in 32 bits", () -> new Ipv4(1L << 32)),
                broken(
                        "dnn = 'a..b' must be labels of letters, digits and '-' divided by dots, at most 100"
                                + " characters",
                        () -> new Dnn("a..b")),
                broken("first port = '0' must be 1 to 65535", () -> new PortRange(0, 1)),
                broken("last port = '1' must be 2 to 65535", () -> new PortRange(2, 1)),
                broken("ports = '80,81' must look like 8554 or 8000-8100", () -> PortRange.parse("80,81")),
                broken("snssai.sst = '256' must be 0 to 255", () -> Snssai.of(256)),
                broken("snssai.sd = '0a0b' must be six hexadecimal digits", () -> Snssai.of(1, "0a0b")),
                broken(
                        "security rule ports = '80' need protocol TCP or UDP",
                        () -> SecurityRule.inbound()
                                .ports(new PortRange(80, 80))
                                .build()),
                broken(
                        "match.ports = '80' need protocol TCP or UDP",
                        () -> TrafficMatch.builder()
                                .destination(Cidr.parse("10.0.0.0/8"))
                                .ports(new PortRange(80, 80))
                                .build()),
                broken(
                        "handoff.port = 'VIRTIO' must be SRIOV with trust",
                        () -> new Handoff(Handoff.Port.VIRTIO, true, true)),
                broken(
                        "site.iommuGroups = '[9a:00.0]' must have two addresses at least",
                        () -> Site.builder("lisbon")
                                .physicalDevice("ens1f0")
                                .addIommuGroups(Set.of("9a:00.0"))
                                .build()),
                broken(
                        "site.iommuGroups = '9a:00.0' stands in two groups",
                        () -> Site.builder("lisbon")
                                .physicalDevice("ens1f0")
                                .addIommuGroups(Set.of("9a:00.0", "9a:00.1"), Set.of("9a:00.0", "9a:00.2"))
                                .build()),
                broken(
                        "timing.hosts = 'a b' must be a host name, '*' for any characters",
                        () -> new TimingSource(Timing.PTP, "a b")),
                broken(
                        "hostTuning.hosts = 'a b' must be a host name, '*' for any characters",
                        () -> new TunedHosts(Set.of(HostTuning.ISOLATED_CORES), "a b")),
                broken("hostTuning.tuning = 'ran-*' must be at least one", () -> new TunedHosts(Set.of(), "ran-*")),
                broken(
                        "function.epa.pinning = 'SHARED' must be CORE or THREAD: what a network function holds is"
                                + " guaranteed",
                        () -> function().epa(EpaProfile.shared()).build()),
                broken(
                        "function.interfaces = 'upf' must be at least one",
                        () -> function().interfaces(List.of()).build()),
                broken(
                        "function.interfaces.N6 = 'network/operator/n6' stands twice",
                        () -> function().attach(InterfaceName.N6, N6).build()),
                broken(
                        "function.interfaces.to = 'network/other/n3' must belong to the function's tenant operator;"
                                + " with N6 only, another's breakout may be named",
                        () -> function()
                                .attach(InterfaceName.N3, new Ref("network", "other", "n3"))
                                .build()),
                broken(
                        "interface.to = 'breakout/acme/b' must name a network, or a breakout with N6",
                        () -> function()
                                .attach(InterfaceName.N3, new Ref("breakout", "acme", "b"))
                                .build()),
                broken(
                        "interface.vrfs = 'N3' are for N6 on a network of the function's own",
                        () -> NetworkInterface.builder(InterfaceName.N3, N6)
                                .addVrfs(new Vrf("a", List.of(new Ref("breakout", "acme", "b"))))
                                .build()),
                broken("vrf.breakouts = '' must name at least one breakout", () -> new Vrf("a", List.of())),
                broken(
                        "network.guests = 'acme' must be others",
                        () -> network("10.60.0.0/24").addGuests("acme").build()),
                broken(
                        "network.name = '-" + NAME_RULE,
                        () -> network("10.60.0.0/24").name("-").build()),
                broken(
                        "network.vlan = '4095' must be 1 to 4094",
                        () -> network("10.60.0.0/24").vlan(4095).build()),
                broken(
                        "network.subnet prefix length = '31' must be 8 to 30",
                        () -> network("10.60.0.0/31").build()),
                broken(
                        "network.subnet prefix length = '7' must be 8 to 30",
                        () -> network("10.0.0.0/7").build()),
                broken(
                        "network.addresses = '0' must be 1 to 65536",
                        () -> network("10.60.0.0/24").addresses(0).build()),
                broken(
                        "network.firstAddress = '10.61.0.1' must lie in the subnet 10.60.0.0/24",
                        () -> network("10.60.0.0/24")
                                .firstAddress(Ipv4.parse("10.61.0.1"))
                                .build()),
                broken(
                        "network.firstAddress + addresses - 1 = '10.60.1.9' must lie in the subnet 10.60.0.0/24",
                        () -> network("10.60.0.0/24").addresses(256).build()),
                broken(
                        "network.gateway = '10.61.0.1' must lie in the subnet 10.60.0.0/24",
                        () -> network("10.60.0.0/24").gateway("10.61.0.1").build()),
                broken(
                        "network.routes.nextHop = '10.61.0.1' must lie in the subnet 10.60.0.0/24",
                        () -> network("10.60.0.0/24")
                                .addRoutes(new Route(Cidr.parse("10.45.0.0/16"), Ipv4.parse("10.61.0.1")))
                                .build()),
                broken(
                        "breakout.dnai = 'a b' must be 1 to 128 printable characters without blanks",
                        () -> breakout().dnai("a b").build()),
                broken(
                        "breakout.matches = '' must name at least one destination, unless dnn or application say which"
                                + " traffic is meant",
                        () -> breakout().matches(List.of()).build()),
                broken(
                        "breakout.uePools = '' must name at least one range of device addresses",
                        () -> breakout().uePools(List.of()).build()),
                broken("instances.min = '0' must be 1 to 1000", () -> Instances.exactly(0)),
                broken("instances.max = '1' must be 2 to 1000", () -> new Instances(2, 1)),
                broken(
                        "role.image = '' must be 1 to 128 characters in one line",
                        () -> role().image("").build()),
                broken(
                        "role.vcpus = '0' must be 1 to 1024",
                        () -> role().vcpus(0).build()),
                broken(
                        "role.memory in MiB = '0' must be 1 to 67108864",
                        () -> role().memory(new DataSize(0)).build()),
                broken(
                        "role.memory = '3 MiB' must be whole hugepages of 2 MiB on each NUMA node",
                        () -> role().memory(DataSize.mebibytes(3))
                                .epa(EpaProfile.builder()
                                        .hugepages(DataSize.mebibytes(2))
                                        .build())
                                .build()),
                broken(
                        "role.epa.numaNodes = '2' must divide both vcpus 3 and memory 4 GiB",
                        () -> role().vcpus(3)
                                .epa(EpaProfile.builder()
                                        .pinning(PinPolicy.CORE)
                                        .numaNodes(2)
                                        .build())
                                .build()),
                broken(
                        "role.attachments = 'tenant/acme' must name a network or a breakout",
                        () -> role().attach(Ref.tenant("acme")).build()),
                broken(
                        "role.context key = 'url' must be upper-case letters, digits and '_'",
                        () -> role().context(Map.of("url", "")).build()),
                broken(
                        "service = 's' must have at least one role",
                        () -> AiService.builder("s").tenant("acme").build()),
                broken(
                        "service.cooldown = 'PT24H' must be whole seconds, less than a day",
                        () -> service().cooldown(Duration.ofDays(1)).build()),
                broken(
                        "service.cooldown = 'PT0.5S' must be whole seconds, less than a day",
                        () -> service().cooldown(Duration.ofMillis(500)).build()),
                broken(
                        "service.roles.name = 'a' stands twice; names must differ",
                        () -> service().addRoles(role().build()).build()),
                broken(
                        "dependsOn of role b = 'c' must name a role of the service; there are [a, b]",
                        () -> service()
                                .addRoles(role().name("b").dependsOn("c").build())
                                .build()),
                broken(
                        "attachments of role b = 'network/other/n' must belong to the service's tenant acme",
                        () -> service()
                                .addRoles(role().name("b")
                                        .attach(new Ref("network", "other", "n"))
                                        .build())
                                .build()),
                broken(
                        "pci.class = '302' must be four lower-case hexadecimal digits",
                        () -> new PciSelector("10de", "2330", "302")),
                broken("gpu.hosts = 'a b' must be a host name, '*' for any characters", () -> offer("a b")),
                broken("name of a tenant = 'b' must equal 'a'", () -> new Ref("tenant", "a", "b")),
                broken(
                        "reference = 'a/b/c/d' must look like service/acme/defect-detection or tenant/acme",
                        () -> Ref.parse("a/b/c/d")),
                broken("factory id = '" + NAME_RULE, () -> new Scope("", "b")),
                broken("blueprint name = 'B" + NAME_RULE, () -> Blueprint.of("B")),
                broken(
                        "resource = 'tenant/acme' stands twice in the blueprint",
                        () -> Blueprint.of(
                                "b",
                                Tenant.builder("acme").build(),
                                Tenant.builder("acme").build())),
                broken(
                        "reference of network/acme/n = 'tenant/acme' names nothing in the blueprint b",
                        () -> Blueprint.of("b", network("10.60.0.0/24").build())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.4 ", "a.b.c.d", "1..2.3", ""})
    void ipv4_malformed_isRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ipv4.parse(text))
                .withMessage("IPv4 address = '" + text
                        + "' must be four numbers of 0 to 255 without leading zeros, like 10.60.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "0 B, 0",
        "1B, 1",
        "1024 B, 1024",
        "1 KiB, 1024",
        "3 MiB, 3145728",
        "64 GiB, 68719476736",
        "1 TiB, 1099511627776"
    })
    void dataSize_parse_isBinary(String text, long bytes) {
        assertThat(DataSize.parse(text).bytes()).isEqualTo(bytes);
        assertThat(DataSize.parse(DataSize.parse(text).toString()).bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, 255.0.0.0",
        "10.60.0.0/24, 10.60.0.255, 255.255.255.0",
        "10.60.0.4/32, 10.60.0.4, 255.255.255.255",
        "0.0.0.0/0, 255.255.255.255, 0.0.0.0"
    })
    void cidr_boundaries_areRight(String text, String last, String mask) {
        Cidr cidr = Cidr.parse(text);

        assertThat(cidr).hasToString(text);
        assertThat(cidr.last()).hasToString(last);
        assertThat(cidr.mask()).hasToString(mask);
        assertThat(cidr.contains(cidr.base())).isTrue();
        assertThat(cidr.contains(cidr.last())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10.60.0.0/24, 10.60.0.128/25, true",
        "10.60.0.0/24, 10.60.1.0/24, false",
        "0.0.0.0/0, 192.168.0.0/16, true",
        "10.60.0.0/25, 10.60.0.128/25, false"
    })
    void cidr_overlaps_isSymmetric(String one, String other, boolean overlaps) {
        assertThat(Cidr.parse(one).overlaps(Cidr.parse(other))).isEqualTo(overlaps);
        assertThat(Cidr.parse(other).overlaps(Cidr.parse(one))).isEqualTo(overlaps);
    }

    @ParameterizedTest
    @CsvSource({
        "10.60.0.0/24, 10.60.0.10, 245",
        "10.60.0.0/16, 10.60.0.10, 1024",
        "10.60.0.0/27, 10.60.0.10, 21",
        "10.60.0.0/28, 10.60.0.2, 13",
        "10.60.0.0/30, 10.60.0.2, 1"
    })
    void network_defaults_leaveRoomForRoutersAndTheBroadcastAddress(String subnet, String first, int addresses) {
        TenantNetwork network = network(subnet).build();

        assertThat(network.firstIn(Cidr.parse(subnet))).hasToString(first);
        assertThat(network.addresses()).isEqualTo(addresses);
    }

    @ParameterizedTest
    @CsvSource({
        "mig-*, mig-01, true",
        "mig-*, a-mig-01, false",
        "*, any, true",
        "a.b, axb, false",
        "*-a*, x-ab, true",
        "a, ab, false"
    })
    void gpuOffer_onHost_matchesTheWholeName(String pattern, String host, boolean matches) {
        assertThat(offer(pattern).onHost(host)).isEqualTo(matches);
    }

    @Test
    void gpuOffer_ofVirtualGpu_needsTheHostsNameForItAndServesThatTypeOnly() {
        GpuOffer.Builder offer =
                GpuOffer.builder().model("L40S").vgpu("L40S-8Q").pci(new PciSelector("10de", "26b9", "0302"));

        assertThatIllegalArgumentException()
                .isThrownBy(offer::build)
                .withMessageContaining("gpu.profile = 'L40S' must say what hosts call the vGPU type");
        assertThatIllegalArgumentException()
                .isThrownBy(offer.profile("1145 (NVIDIA L40S-8Q)").slice("1g.10gb")::build)
                .withMessageContaining("must be of a slice or a vGPU, not both");
        GpuOffer valid = offer.slice(Optional.empty()).build();
        assertThat(valid.serves(GpuClaim.virtualGpu("L40S", "L40S-8Q"))).isTrue();
        assertThat(valid.serves(GpuClaim.virtualGpu("L40S", "L40S-16Q"))).isFalse();
        assertThat(valid.serves(GpuClaim.whole("L40S", 1))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> GpuClaim.virtualGpu("L40S", "L40S 8Q"));
    }

    @Test
    void affinity_rulesThatContradict_areRefused() {
        AiService.Builder three = AiService.builder("s")
                .tenant("acme")
                .addRoles(
                        role().build(),
                        role().name("b").build(),
                        role().name("c").antiAffined().build());

        assertThatIllegalArgumentException()
                .isThrownBy(three.affined("a", "b").antiAffined("a", "b")::build)
                .withMessage("service.affinity = 'a + b on one host' contradicts 'a + b on different hosts':"
                        + " the roles [a, b] share one host");
        assertThatIllegalArgumentException()
                .isThrownBy(three.affinity(List.of()).affined("a", "b").affined("b", "c")::build)
                .withMessageContaining("contradicts 'the instances of c on different hosts': the roles [a, b, c]");
        assertThatIllegalArgumentException()
                .isThrownBy(three.affinity(List.of()).affined("a", "z")::build)
                .withMessageContaining("has no role 'z'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> three.antiAffined("a"))
                .withMessageContaining("must name at least two roles");
        assertThat(three.affinity(List.of())
                        .affined("a", "b")
                        .antiAffined("b", "c")
                        .build()
                        .affinity())
                .hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(role().addHosts("h").addAvoidedHosts("h")::build)
                .withMessageContaining("must not be among avoidedHosts as well");
    }

    private static Arguments broken(String message, ThrowingCallable build) {
        return Arguments.of(message, build);
    }

    private static TenantNetwork.Builder network(String subnet) {
        return TenantNetwork.builder("n").tenant("acme").subnet(subnet);
    }

    private static N6Breakout.Builder breakout() {
        return N6Breakout.builder("b")
                .tenant("acme")
                .network("n")
                .dnai("edge")
                .match(TrafficMatch.destination("10.60.0.0/24"))
                .uePool("10.45.0.0/16")
                .nextHop("10.60.0.1");
    }

    private static Role.Builder role() {
        return Role.builder("a").image("image").vcpus(2).memory(DataSize.gibibytes(4));
    }

    private static AiService.Builder service() {
        return AiService.builder("s").tenant("acme").addRoles(role().build());
    }

    private static GpuOffer offer(String hosts) {
        return GpuOffer.builder()
                .model("L40S")
                .pci(new PciSelector("10de", "2330", "0302"))
                .hosts(hosts)
                .build();
    }

    private static NetworkFunction.Builder function() {
        return NetworkFunction.builder("upf")
                .tenant("operator")
                .type(NetworkFunctionType.UPF)
                .image("upf")
                .vcpus(2)
                .memory(DataSize.gibibytes(2))
                .attach(InterfaceName.N6, N6);
    }
}
