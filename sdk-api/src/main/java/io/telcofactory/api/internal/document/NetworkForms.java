package io.telcofactory.api.internal.document;

import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.Dnn;
import io.telcofactory.api.network.Ipv4;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.Protocol;
import io.telcofactory.api.network.Route;
import io.telcofactory.api.network.SecurityRule;
import io.telcofactory.api.network.Snssai;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.network.TrafficMatch;
import java.util.List;
import java.util.Optional;

/** How networks and breakouts stand in documents. */
final class NetworkForms {
    private static final Form<Protocol> PROTOCOL = Forms.choice(Protocol.class);

    private static final Form<Route> ROUTE = ObjectForm.of(
                    "route", "a range and the neighbour by which it is reached", RouteDraft::new, RouteDraft::build)
            .required(
                    "destination",
                    Forms.CIDR,
                    Route::destination,
                    (draft, value) -> draft.destination = value,
                    "where to")
            .required(
                    "nextHop",
                    Forms.IPV4,
                    Route::nextHop,
                    (draft, value) -> draft.nextHop = value,
                    "the neighbour, in the network's subnet")
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

    private static final Form<TrafficMatch> MATCH = ObjectForm.of(
                    "match", "uplink traffic, by where it goes to", TrafficMatch::builder, TrafficMatch.Builder::build)
            .required(
                    "destination",
                    Forms.CIDR,
                    TrafficMatch::destination,
                    TrafficMatch.Builder::destination,
                    "server addresses")
            .defaulted(
                    "protocol",
                    PROTOCOL,
                    TrafficMatch::protocol,
                    TrafficMatch.Builder::protocol,
                    Protocol.ANY,
                    "the protocol")
            .optional(
                    "ports",
                    Forms.PORTS,
                    TrafficMatch::ports,
                    TrafficMatch.Builder::ports,
                    "the server's ports, with tcp or udp; all if absent")
            .build();

    private static final Form<Snssai> SNSSAI = new EitherForm<>(
            Forms.scalar(NetworkForms::snssai, "a slice", "^[0-9]{1,3}(-[0-9A-Fa-f]{6})?$", "1-0a0b0c"),
            ObjectForm.of("snssai", "a network slice (3GPP TS 23.003)", SnssaiDraft::new, SnssaiDraft::build)
                    .required(
                            "sst",
                            Forms.whole(0, 255),
                            Snssai::sst,
                            (draft, value) -> draft.sst = value,
                            "slice/service type")
                    .optional(
                            "sd",
                            Forms.text("a slice differentiator", "^[0-9A-Fa-f]{6}$", "0a0b0c"),
                            Snssai::sd,
                            (draft, value) -> draft.sd = Optional.of(value),
                            "slice differentiator, six hexadecimal digits")
                    .build(),
            slice -> false);

    static final ObjectForm<TenantNetwork, TenantNetwork.Builder> NETWORK = ObjectForm.of(
                    "network",
                    "a network that belongs to one tenant: a VLAN with a subnet, routes and security rules",
                    () -> TenantNetwork.builder("network"),
                    TenantNetwork.Builder::build)
            .required(
                    "name",
                    Forms.NAME,
                    TenantNetwork::name,
                    TenantNetwork.Builder::name,
                    "the network's name, unique among the tenant's networks")
            .required("tenant", Forms.NAME, TenantNetwork::tenant, TenantNetwork.Builder::tenant, "the owner's name")
            .optional(
                    "vlan",
                    Forms.whole(1, 4094),
                    TenantNetwork::vlan,
                    TenantNetwork.Builder::vlan,
                    "the VLAN; the site chooses one if absent")
            .required(
                    "subnet", Forms.CIDR, TenantNetwork::subnet, TenantNetwork.Builder::subnet, "the subnet, /8 to /30")
            .derived(
                    "firstAddress",
                    Forms.IPV4,
                    TenantNetwork::firstAddress,
                    TenantNetwork.Builder::firstAddress,
                    network -> bare(network).build().firstAddress(),
                    "the eleventh of the subnet, the third if it is smaller than /27",
                    "the first address given to virtual machines")
            .derived(
                    "addresses",
                    Forms.whole(1, 65536),
                    TenantNetwork::addresses,
                    TenantNetwork.Builder::addresses,
                    network -> bare(network)
                            .firstAddress(network.firstAddress())
                            .build()
                            .addresses(),
                    "all up to the end of the subnet, at most 1024",
                    "how many addresses are given to virtual machines")
            .optional(
                    "gateway",
                    Forms.IPV4,
                    TenantNetwork::gateway,
                    TenantNetwork.Builder::gateway,
                    "the default router, in the subnet; none if absent")
            .defaulted(
                    "routes",
                    Forms.listOf(ROUTE),
                    TenantNetwork::routes,
                    TenantNetwork.Builder::routes,
                    List.of(),
                    "routes besides the gateway; the ways back to the devices of a breakout are added without being asked")
            .defaulted(
                    "securityRules",
                    Forms.listOf(SECURITY_RULE),
                    TenantNetwork::securityRules,
                    TenantNetwork.Builder::securityRules,
                    List.of(),
                    "what is let through; nothing passes without a rule")
            .build();

    static final ObjectForm<N6Breakout, N6Breakout.Builder> BREAKOUT = ObjectForm.of(
                    "breakout",
                    "a local breakout at N6: this traffic of the tenant's devices is brought to the tenant's network",
                    () -> N6Breakout.builder("breakout"),
                    N6Breakout.Builder::build)
            .required(
                    "name",
                    Forms.NAME,
                    N6Breakout::name,
                    N6Breakout.Builder::name,
                    "the breakout's name, unique among the tenant's breakouts")
            .required("tenant", Forms.NAME, N6Breakout::tenant, N6Breakout.Builder::tenant, "the owner's name")
            .required(
                    "network",
                    Forms.NAME,
                    N6Breakout::network,
                    N6Breakout.Builder::network,
                    "where the traffic goes: the name of one of the tenant's networks")
            .optional(
                    "dnn",
                    Forms.scalar(Dnn::new, "a data network name", "", "factory.acme"),
                    N6Breakout::dnn,
                    N6Breakout.Builder::dnn,
                    "the data network of the devices' sessions; any if absent")
            .optional(
                    "snssai",
                    SNSSAI,
                    N6Breakout::snssai,
                    N6Breakout.Builder::snssai,
                    "the slice of the devices' sessions; any if absent")
            .required(
                    "dnai",
                    Forms.text("a DNAI", "^[!-~]{1,128}$", "edge-lisbon"),
                    N6Breakout::dnai,
                    N6Breakout.Builder::dnai,
                    "the access to the data network at the edge site, as the 5G operator names it")
            .required(
                    "matches",
                    Forms.listOf(MATCH),
                    N6Breakout::matches,
                    N6Breakout.Builder::matches,
                    "which traffic is meant, at least one match")
            .optional(
                    "application",
                    Forms.text("an application id", "^[!-~]{1,128}$", "vision.acme"),
                    N6Breakout::application,
                    N6Breakout.Builder::application,
                    "the id under which the 5G network is taught to detect this traffic; by the matches alone if absent")
            .required(
                    "uePools",
                    Forms.listOf(Forms.CIDR),
                    N6Breakout::uePools,
                    N6Breakout.Builder::uePools,
                    "the devices' addresses, at least one range")
            .required(
                    "nextHop",
                    Forms.IPV4,
                    N6Breakout::nextHop,
                    N6Breakout.Builder::nextHop,
                    "the user plane function's address in the network, by which devices are reached")
            .build();

    private NetworkForms() {}

    private static TenantNetwork.Builder bare(TenantNetwork network) {
        return TenantNetwork.builder(network.name()).tenant(network.tenant()).subnet(network.subnet());
    }

    private static Snssai snssai(String text) {
        if (!text.matches("\\d{1,3}(-.*)?")) {
            throw new IllegalArgumentException("slice = '" + text + "' must look like 1 or 1-0a0b0c");
        }
        String[] parts = text.split("-", 2);
        return new Snssai(Integer.parseInt(parts[0]), parts.length == 1 ? Optional.empty() : Optional.of(parts[1]));
    }

    private static final class RouteDraft {
        private Cidr destination = new Cidr(new Ipv4(0), 0);
        private Ipv4 nextHop = new Ipv4(0);

        Route build() {
            return new Route(destination, nextHop);
        }
    }

    private static final class SnssaiDraft {
        private int sst;
        private Optional<String> sd = Optional.empty();

        Snssai build() {
            return new Snssai(sst, sd);
        }
    }
}
