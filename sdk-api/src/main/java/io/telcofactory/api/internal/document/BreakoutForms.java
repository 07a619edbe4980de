package io.telcofactory.api.internal.document;

import io.telcofactory.api.network.Dnn;
import io.telcofactory.api.network.Handoff;
import io.telcofactory.api.network.LatencyBudget;
import io.telcofactory.api.network.LatencyPart;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.N6Mode;
import io.telcofactory.api.network.Protocol;
import io.telcofactory.api.network.Snssai;
import io.telcofactory.api.network.TrafficMatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How breakouts stand in documents. */
final class BreakoutForms {
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
                    NetworkForms.PROTOCOL,
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
            Forms.scalar(BreakoutForms::snssai, "a slice", "^[0-9]{1,3}(-[0-9A-Fa-f]{6})?$", "1-0a0b0c"),
            ObjectForm.of("snssai", "a network slice (3GPP TS 23.003)", SnssaiDraft::new, SnssaiDraft::build)
                    .required(
                            "sst",
                            Forms.whole(0, 255, 1),
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

    private static final Form<LatencyPart> LATENCY_PART = ObjectForm.of(
                    "latencyPart", "a part of the way and the time it takes", PartDraft::new, PartDraft::build)
            .required(
                    "name",
                    Forms.NAME,
                    LatencyPart::name,
                    (draft, value) -> draft.name = value,
                    "which part, for example radio")
            .required(
                    "time",
                    Forms.SHORT_TIME,
                    LatencyPart::time,
                    (draft, value) -> draft.time = value,
                    "what most packets need")
            .required(
                    "basis",
                    Forms.choice(LatencyPart.Basis.class),
                    LatencyPart::basis,
                    (draft, value) -> draft.basis = value,
                    "how the time is known")
            .build();

    private static final Form<LatencyBudget> LATENCY = ObjectForm.of(
                    "latencyBudget",
                    "how long the way from a device to the service and back may take, and what its parts take",
                    BudgetDraft::new,
                    BudgetDraft::build)
            .required(
                    "limit",
                    Forms.SHORT_TIME,
                    LatencyBudget::limit,
                    (draft, value) -> draft.limit = value,
                    "the most that all parts together may take")
            .required(
                    "parts",
                    Forms.listOf(LATENCY_PART),
                    LatencyBudget::parts,
                    (draft, value) -> draft.parts = value,
                    "at least one part")
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
            .defaulted(
                    "matches",
                    Forms.listOf(MATCH),
                    N6Breakout::matches,
                    N6Breakout.Builder::matches,
                    List.of(),
                    "which traffic is meant; all of the dnn, or of the application as the network knows it, if absent")
            .optional(
                    "application",
                    Forms.text("an application id", "^[!-~]{1,128}$", "vision.acme"),
                    N6Breakout::application,
                    N6Breakout.Builder::application,
                    "the id by which the 5G network selects this traffic; it is taught to detect it by the matches, if"
                            + " there are any")
            .defaulted(
                    "mode",
                    Forms.choice(N6Mode.class),
                    N6Breakout::mode,
                    N6Breakout.Builder::mode,
                    N6Mode.ROUTED,
                    "how the user plane function hands the traffic over: with the devices' addresses, with its own, or"
                            + " as frames")
            .defaulted(
                    "handoff",
                    InterfaceForms.HANDOFF,
                    N6Breakout::handoff,
                    N6Breakout.Builder::handoff,
                    Handoff.virtio(),
                    "by what interface attached roles get the traffic")
            .optional(
                    "uplink",
                    NetworkForms.BANDWIDTH,
                    N6Breakout::uplink,
                    N6Breakout.Builder::uplink,
                    "how much each interface of an attached role may receive; the network's limit if absent")
            .optional(
                    "downlink",
                    NetworkForms.BANDWIDTH,
                    N6Breakout::downlink,
                    N6Breakout.Builder::downlink,
                    "how much each interface of an attached role may send; the network's limit if absent")
            .defaulted(
                    "actuation",
                    Forms.FLAG,
                    N6Breakout::actuation,
                    N6Breakout.Builder::actuation,
                    false,
                    "whether servers start traffic to the devices, which nat makes impossible")
            .optional(
                    "latency",
                    LATENCY,
                    N6Breakout::latency,
                    N6Breakout.Builder::latency,
                    "how long the way from a device to the service and back may take")
            .defaulted(
                    "uePools",
                    Forms.listOf(Forms.CIDR),
                    N6Breakout::uePools,
                    N6Breakout.Builder::uePools,
                    List.of(),
                    "the devices' addresses, at least one range with mode routed")
            .optional(
                    "nextHop",
                    Forms.IPV4,
                    N6Breakout::nextHop,
                    N6Breakout.Builder::nextHop,
                    "the user plane function's IPv4 address in the network, by which devices are reached; by default that of the"
                            + " site's user plane at this dnai")
            .optional(
                    "nextHop6",
                    Forms.IPV6,
                    N6Breakout::nextHop6,
                    N6Breakout.Builder::nextHop6,
                    "the user plane function's IPv6 address in the network, by which devices are reached; by default that of the"
                            + " site's user plane at this dnai")
            .build();

    private BreakoutForms() {}

    private static Snssai snssai(String text) {
        if (!text.matches("\\d{1,3}(-.*)?")) {
            throw new IllegalArgumentException("slice = '" + text + "' must look like 1 or 1-0a0b0c");
        }
        String[] parts = text.split("-", 2);
        return new Snssai(Integer.parseInt(parts[0]), parts.length == 1 ? Optional.empty() : Optional.of(parts[1]));
    }

    private static final class SnssaiDraft {
        private int sst;
        private Optional<String> sd = Optional.empty();

        Snssai build() {
            return new Snssai(sst, sd);
        }
    }

    private static final class PartDraft {
        private String name = "";
        private Duration time = Duration.ZERO;
        private LatencyPart.Basis basis = LatencyPart.Basis.ASSUMED;

        LatencyPart build() {
            return new LatencyPart(name, time, basis);
        }
    }

    private static final class BudgetDraft {
        private Duration limit = Duration.ZERO;
        private List<LatencyPart> parts = List.of();

        LatencyBudget build() {
            return new LatencyBudget(limit, parts);
        }
    }
}
