package io.telcofactory.api.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Resource;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.network.Bandwidth;
import io.telcofactory.api.network.Bitrate;
import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.Handoff;
import io.telcofactory.api.network.Ipv4;
import io.telcofactory.api.network.Ipv6;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.Route;
import io.telcofactory.api.network.Segment;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.network.TrafficMatch;
import io.telcofactory.api.nf.InterfaceName;
import io.telcofactory.api.nf.NetworkFunction;
import io.telcofactory.api.nf.NetworkFunctionType;
import io.telcofactory.api.nf.NetworkInterface;
import io.telcofactory.api.nf.Vrf;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Attachment;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.site.UserPlanePort;
import io.telcofactory.api.tenant.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpansionTest {
    private static final Tenant ACME = Tenant.builder("acme").build();
    private static final Tenant OPERATOR = Tenant.builder("operator").build();
    private static final TenantNetwork CAMERAS =
            TenantNetwork.builder("cameras").tenant(ACME).subnet("10.60.0.0/24").build();

    @Test
    void of_breakout_givesItsNetworkTheWayBackToTheDevices() {
        assertThat(network(breakout("10.60.0.2")).routes())
                .containsExactly(new Route(Cidr.parse("10.45.0.0/16"), Ipv4.parse("10.60.0.2")));
    }

    @Test
    void of_nextHopOutsideTheSubnet_leavesItToTheChecks() {
        assertThat(network(breakout("10.61.0.2"))).isEqualTo(CAMERAS);
    }

    @Test
    void of_roleAttachedToBreakoutAndNetwork_isAttachedToTheNetworkOnce() {
        AiService service = AiService.builder("defects")
                .tenant(ACME)
                .role(
                        "framer",
                        r -> r.image("framer")
                                .vcpus(1)
                                .memory(DataSize.gibibytes(1))
                                .attach(breakout("10.60.0.2"))
                                .attach(CAMERAS))
                .build();

        List<Resource> expanded = expand(Blueprint.of("b", service, breakout("10.60.0.2"), CAMERAS, ACME));

        assertThat(expanded)
                .extracting(resource -> resource.ref().kind())
                .containsExactly("tenant", "network", "service", "breakout");
        assertThat(((AiService) expanded.get(2)).role("framer").targets()).containsExactly(CAMERAS.ref());
    }

    @Test
    void of_breakoutBySriov_tellsTheRoleWhatItsInterfaceMustKnow() {
        Bandwidth limit = Bandwidth.of(Bitrate.megabits(80));
        N6Breakout breakout = breakout("10.60.0.2").toBuilder()
                .handoff(Handoff.sriov())
                .uplink(limit)
                .build();
        AiService service = attachedTo(breakout);

        Attachment attachment = find(AiService.class, expand(Blueprint.of("b", service, breakout, CAMERAS, ACME)))
                .role("framer")
                .attachments()
                .get(0);

        assertThat(attachment)
                .isEqualTo(Attachment.builder(CAMERAS.ref())
                        .handoff(Handoff.sriov())
                        .inbound(limit)
                        .segment(Segment.builder()
                                .addSubnets(Cidr.parse("10.60.0.0/24"))
                                .addRoutes(new Route(Cidr.parse("10.45.0.0/16"), Ipv4.parse("10.60.0.2")))
                                .build())
                        .build());
    }

    @Test
    void of_networkOfBothFamiliesBySriov_tellsTheRoleWhatServersDoNot() {
        TenantNetwork both = CAMERAS.toBuilder()
                .subnet("2001:db8:60::/64")
                .gateway("2001:db8:60::1")
                .mtu(9000)
                .build();
        N6Breakout breakout = breakout("10.60.0.2").toBuilder()
                .handoff(Handoff.sriov())
                .uePool("2001:db8:45::/48")
                .nextHop("2001:db8:60::2")
                .build();
        AiService service = attachedTo(breakout);

        assertThat(find(AiService.class, expand(Blueprint.of("b", service, breakout, both, ACME)))
                        .role("framer")
                        .attachments()
                        .get(0)
                        .segment())
                .contains(Segment.builder()
                        .addSubnets(Cidr.parse("10.60.0.0/24"), Cidr.parse("2001:db8:60::/64"))
                        .gateway6(Ipv6.parse("2001:db8:60::1"))
                        .mtu(9000)
                        .addRoutes(
                                new Route(Cidr.parse("10.45.0.0/16"), Ipv4.parse("10.60.0.2")),
                                new Route(Cidr.parse("2001:db8:45::/48"), Ipv6.parse("2001:db8:60::2")))
                        .build());
    }

    @Test
    void of_functionAtN6_isAGuestOfTheNetworkAndToldWhatItCarries() {
        N6Breakout breakout = breakout("10.60.0.2");
        TenantNetwork trunk = TenantNetwork.builder("trunk")
                .tenant(OPERATOR)
                .subnet("10.70.0.0/24")
                .build();
        NetworkFunction function = NetworkFunction.builder("upf-1")
                .tenant(OPERATOR)
                .type(NetworkFunctionType.UPF)
                .image("upf")
                .vcpus(2)
                .memory(DataSize.gibibytes(2))
                .attach(InterfaceName.N6, breakout.ref())
                .addInterfaces(NetworkInterface.builder(InterfaceName.N6, trunk.ref())
                        .addVrfs(new Vrf("acme-cameras", List.of(breakout.ref())))
                        .build())
                .putContext("MODE", "dpdk")
                .build();
        TenantNetwork tagged = CAMERAS.toBuilder().vlan(101).build();

        List<Resource> expanded = expand(Blueprint.of("b", function, trunk, breakout, tagged, ACME, OPERATOR));

        NetworkFunction told = find(NetworkFunction.class, expanded);
        assertThat(told.interfaces()).extracting(NetworkInterface::to).containsExactly(tagged.ref(), trunk.ref());
        assertThat(told.context())
                .containsEntry("MODE", "dpdk")
                .containsEntry("N6_ACME_CAMERAS", "mode=routed address=10.60.0.2/24 ue=10.45.0.0/16")
                .containsEntry("N6_VRF_ACME_CAMERAS", "vlan=101 mode=routed address=10.60.0.2/24 ue=10.45.0.0/16");
        assertThat(expanded)
                .filteredOn(resource -> resource.ref().equals(tagged.ref()))
                .extracting(resource -> ((TenantNetwork) resource).guests())
                .containsExactly(Set.of("operator"));
        assertThat(find(NetworkFunction.class, expand(Blueprint.of("b", expanded))))
                .as("expanded again")
                .isEqualTo(told);
    }

    @Test
    void of_breakoutWithoutNextHop_takesThatOfTheSitesUserPlaneInItsNetwork() {
        N6Breakout breakout =
                breakout("10.60.0.2").toBuilder().nextHop(Optional.empty()).build();
        UserPlanePort elsewhere = UserPlanePort.builder("edge-porto")
                .address(Ipv4.parse("10.60.0.4"))
                .build();
        UserPlanePort ofOthers = UserPlanePort.builder("edge-lisbon")
                .address(Ipv4.parse("10.61.0.3"))
                .build();
        UserPlanePort port = UserPlanePort.builder("edge-lisbon")
                .address(Ipv4.parse("10.60.0.3"))
                .build();
        Blueprint blueprint = Blueprint.of("b", ACME, CAMERAS, breakout);

        List<Resource> expanded = Expansion.of(blueprint, world(elsewhere, ofOthers, port));

        assertThat(find(N6Breakout.class, expanded).nextHop()).contains(Ipv4.parse("10.60.0.3"));
        assertThat(find(TenantNetwork.class, expanded).routes())
                .containsExactly(new Route(Cidr.parse("10.45.0.0/16"), Ipv4.parse("10.60.0.3")));
        assertThat(find(N6Breakout.class, Expansion.of(blueprint, world(elsewhere, ofOthers)))
                        .nextHop())
                .isEmpty();
        assertThat(find(N6Breakout.class, Expansion.of(blueprint, world(port, sibling(port))))
                        .nextHop())
                .as("nobody can choose")
                .isEmpty();
    }

    @Test
    void of_breakoutWithNextHop_keepsIt() {
        Blueprint blueprint = Blueprint.of("b", ACME, CAMERAS, breakout("10.60.0.2"));
        UserPlanePort port = UserPlanePort.builder("edge-lisbon")
                .address(Ipv4.parse("10.60.0.3"))
                .build();

        assertThat(find(N6Breakout.class, Expansion.of(blueprint, world(port))).nextHop())
                .contains(Ipv4.parse("10.60.0.2"));
    }

    private static AiService attachedTo(N6Breakout breakout) {
        return AiService.builder("defects")
                .tenant(ACME)
                .role(
                        "framer",
                        r -> r.image("framer")
                                .vcpus(1)
                                .memory(DataSize.gibibytes(1))
                                .attach(breakout))
                .build();
    }

    private static UserPlanePort sibling(UserPlanePort port) {
        return UserPlanePort.builder(port.dnai())
                .address(Ipv4.parse("10.60.0.5"))
                .build();
    }

    private static List<Resource> expand(Blueprint blueprint) {
        return Expansion.of(blueprint, world());
    }

    private static World world(UserPlanePort... ports) {
        Site site = Site.builder("lisbon")
                .physicalDevice("ens1f0")
                .addUserPlanes(ports)
                .build();
        return new World(Map.of(), Inventory.builder().site(site).build(), Map.of(), List.of());
    }

    private static <R> R find(Class<R> type, List<Resource> resources) {
        return resources.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static TenantNetwork network(N6Breakout breakout) {
        return expand(Blueprint.of("b", ACME, CAMERAS, breakout)).stream()
                .filter(TenantNetwork.class::isInstance)
                .map(TenantNetwork.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static N6Breakout breakout(String nextHop) {
        return N6Breakout.builder("uplink")
                .tenant(ACME)
                .network(CAMERAS)
                .dnai("edge-lisbon")
                .match(TrafficMatch.destination("10.60.0.0/24"))
                .uePool("10.45.0.0/16")
                .nextHop(nextHop)
                .build();
    }
}
