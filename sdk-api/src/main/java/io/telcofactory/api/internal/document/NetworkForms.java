package io.telcofactory.api.internal.document;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.network.Bandwidth;
import io.telcofactory.api.network.Bitrate;
import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.IpAddress;
import io.telcofactory.api.network.Ipv4;
import io.telcofactory.api.network.NetworkType;
import io.telcofactory.api.network.Protocol;
import io.telcofactory.api.network.Route;
import io.telcofactory.api.network.SecurityRule;
import io.telcofactory.api.network.TenantNetwork;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How networks stand in documents. */
final class NetworkForms {
    static final Form<Protocol> PROTOCOL = Forms.choice(Protocol.class);

    static final Form<Route> ROUTE = ObjectForm.of(
                    "route", "a range and the neighbour by which it is reached", RouteDraft::new, RouteDraft::build)
            .required(
                    "destination",
                    Forms.CIDR,
                    Route::destination,
                    (draft, value) -> draft.destination = value,
                    "where to")
            .required(
                    "nextHop",
                    Forms.ADDRESS_TEXT,
                    Route::nextHop,
                    (draft, value) -> draft.nextHop = value,
                    "the neighbour, in the network's subnet")
            .build();

    private static final Form<Bitrate> BITRATE =
            Forms.scalar(Bitrate::parse, "a bit rate", "^[0-9]{1,15} ?(bit/s|kbit/s|Mbit/s|Gbit/s)$", "1 Gbit/s");

    static final Form<Bandwidth> BANDWIDTH = ObjectForm.of(
                    "bandwidth",
                    "how much traffic one interface may pass in one direction",
                    BandwidthDraft::new,
                    BandwidthDraft::build)
            .required(
                    "average",
                    BITRATE,
                    Bandwidth::average,
                    (draft, value) -> draft.average = value,
                    "the rate in the long run, a multiple of 8 kbit/s")
            .optional(
                    "peak",
                    BITRATE,
                    Bandwidth::peak,
                    (draft, value) -> draft.peak = Optional.of(value),
                    "the rate during a burst; the average if absent")
            .optional(
                    "burst",
                    Forms.like("512 KiB", Forms.SIZE),
                    Bandwidth::burst,
                    (draft, value) -> draft.burst = Optional.of(value),
                    "how much may pass at the peak rate, in whole KiB")
            .build();

    private static final Form<SecurityRule> SECURITY_RULE = ObjectForm.of(
                    "securityRule",
                    "traffic that is let through; all other is dropped",
                    SecurityRule::builder,
                    SecurityRule.Builder::build)
            .required(
                    "direction",
                    Forms.choice(SecurityRule.Direction.class),
                    SecurityRule::direction,
                    SecurityRule.Builder::direction,
                    "which way, seen from the virtual machine")
            .defaulted(
                    "protocol",
                    PROTOCOL,
                    SecurityRule::protocol,
                    SecurityRule.Builder::protocol,
                    Protocol.ANY,
                    "the protocol")
            .optional(
                    "peer",
                    Forms.CIDR,
                    SecurityRule::peer,
                    SecurityRule.Builder::peer,
                    "the other end's addresses; any if absent")
            .optional(
                    "ports",
                    Forms.PORTS,
                    SecurityRule::ports,
                    SecurityRule.Builder::ports,
                    "destination ports, with tcp or udp; all if absent")
            .build();

    static final ObjectForm<TenantNetwork, TenantNetwork.Builder> NETWORK = ObjectForm.of(
                    "network",
                    "a network that belongs to one tenant: a segment of its own with subnets, routes and security"
                            + " rules",
                    () -> TenantNetwork.builder("network"),
                    TenantNetwork.Builder::build)
            .required(
                    "name",
                    Forms.NAME,
                    TenantNetwork::name,
                    TenantNetwork.Builder::name,
                    "the network's name, unique among the tenant's networks")
            .required("tenant", Forms.NAME, TenantNetwork::tenant, TenantNetwork.Builder::tenant, "the owner's name")
            .defaulted(
                    "type",
                    Forms.choice(NetworkType.class),
                    TenantNetwork::type,
                    TenantNetwork.Builder::type,
                    NetworkType.VLAN,
                    "how it is kept apart from others: by a tag, by a tunnel between hosts, or by having a fabric of"
                            + " its own")
            .optional(
                    "fabric",
                    Forms.NAME,
                    TenantNetwork::fabric,
                    TenantNetwork.Builder::fabric,
                    "which of the site's fabrics carries it; the site's own network if absent")
            .optional(
                    "vlan",
                    Forms.whole(1, 4094, 101),
                    TenantNetwork::vlan,
                    TenantNetwork.Builder::vlan,
                    "the VLAN, with type vlan; the site chooses one if absent")
            .optional(
                    "vni",
                    Forms.whole(1, (1 << 24) - 1, 5001),
                    TenantNetwork::vni,
                    TenantNetwork.Builder::vni,
                    "the VXLAN network identifier, with type vxlan; the site chooses one if absent")
            .optional(
                    "subnet",
                    Forms.like("10.60.0.0/24", Forms.CIDR),
                    TenantNetwork::subnet,
                    TenantNetwork.Builder::subnet,
                    "the IPv4 subnet, /8 to /30; without any subnet virtual machines get Ethernet addresses only")
            .optional(
                    "subnet6",
                    Forms.like("2001:db8:60::/64", Forms.CIDR),
                    TenantNetwork::subnet6,
                    TenantNetwork.Builder::subnet6,
                    "the IPv6 subnet, /32 to /126")
            .optional(
                    "firstAddress",
                    Forms.ADDRESS_TEXT,
                    TenantNetwork::firstAddress,
                    TenantNetwork.Builder::firstAddress,
                    "the first address given to virtual machines, in one of the subnets; the other one begins at the"
                            + " same distance from its base; if absent, the eleventh, or the third of an IPv4 subnet"
                            + " smaller than /27")
            .derived(
                    "addresses",
                    Forms.whole(1, 65536, 200),
                    TenantNetwork::addresses,
                    TenantNetwork.Builder::addresses,
                    NetworkForms::addressesUnlessSaid,
                    "all up to the end of the subnet, at most 1024",
                    "how many addresses of each family are given to virtual machines")
            .optional(
                    "gateway",
                    Forms.IPV4,
                    TenantNetwork::gateway,
                    TenantNetwork.Builder::gateway,
                    "the default router for IPv4, in the subnet; none if absent")
            .optional(
                    "gateway6",
                    Forms.IPV6,
                    TenantNetwork::gateway6,
                    TenantNetwork.Builder::gateway6,
                    "the default router for IPv6, in the subnet; none if absent")
            .optional(
                    "mtu",
                    Forms.whole(1280, 9216, 9000),
                    TenantNetwork::mtu,
                    TenantNetwork.Builder::mtu,
                    "the longest packet in bytes; the default of hosts and guests if absent")
            .optional(
                    "inbound",
                    BANDWIDTH,
                    TenantNetwork::inbound,
                    TenantNetwork.Builder::inbound,
                    "how much each interface may receive; not limited if absent")
            .optional(
                    "outbound",
                    BANDWIDTH,
                    TenantNetwork::outbound,
                    TenantNetwork.Builder::outbound,
                    "how much each interface may send; not limited if absent")
            .defaulted(
                    "routes",
                    Forms.listOf(ROUTE),
                    TenantNetwork::routes,
                    TenantNetwork.Builder::routes,
                    List.of(),
                    "routes besides the gateway; the ways back to the devices of a breakout are added without being"
                            + " asked")
            .defaulted(
                    "securityRules",
                    Forms.listOf(SECURITY_RULE),
                    TenantNetwork::securityRules,
                    TenantNetwork.Builder::securityRules,
                    List.of(),
                    "what is let through; nothing passes without a rule")
            .defaulted(
                    "guests",
                    Forms.setOf(Forms.NAME),
                    TenantNetwork::guests,
                    TenantNetwork.Builder::guests,
                    Set.of(),
                    "other tenants whose network functions have an interface here; a plan adds those of the"
                            + " blueprint's functions")
            .build();

    private NetworkForms() {}

    private static int addressesUnlessSaid(TenantNetwork network) {
        return TenantNetwork.builder(network.name())
                .tenant(network.tenant())
                .subnet(network.subnet())
                .subnet6(network.subnet6())
                .firstAddress(network.firstAddress())
                .build()
                .addresses();
    }

    private static final class RouteDraft {
        private Cidr destination = new Cidr(new Ipv4(0), 0);
        private IpAddress nextHop = new Ipv4(0);

        Route build() {
            return new Route(destination, nextHop);
        }
    }

    private static final class BandwidthDraft {
        private Bitrate average = new Bitrate(1);
        private Optional<Bitrate> peak = Optional.empty();
        private Optional<DataSize> burst = Optional.empty();

        Bandwidth build() {
            return new Bandwidth(average, peak, burst);
        }
    }
}
