package io.telcofactory.api.internal.document;

import io.telcofactory.api.Ref;
import io.telcofactory.api.network.Bandwidth;
import io.telcofactory.api.network.Handoff;
import io.telcofactory.api.network.Segment;
import io.telcofactory.api.service.Attachment;
import java.util.List;
import java.util.Optional;

/** How the interfaces of virtual machines stand in documents. */
final class InterfaceForms {
    static final Form<Handoff.Port> PORT = Forms.choice(Handoff.Port.class);

    static final Form<Handoff> HANDOFF = new EitherForm<>(
            new MappedForm<>(PORT, port -> new Handoff(port, false, true), Handoff::port),
            ObjectForm.of(
                            "handoff",
                            "what an interface is and what it is trusted with",
                            HandoffDraft::new,
                            HandoffDraft::build)
                    .required(
                            "port", PORT, Handoff::port, (draft, value) -> draft.port = value, "what the interface is")
                    .defaulted(
                            "trust",
                            Forms.FLAG,
                            Handoff::trust,
                            (draft, value) -> draft.trust = value,
                            false,
                            "whether the guest may change its settings on the card; with sriov only")
                    .defaulted(
                            "spoofCheck",
                            Forms.FLAG,
                            Handoff::spoofCheck,
                            (draft, value) -> draft.spoofCheck = value,
                            true,
                            "whether packets with a foreign sender are dropped: by Ethernet and IP address with"
                                    + " virtio, by Ethernet address with sriov")
                    .build(),
            handoff -> handoff.equals(Handoff.virtio()) || handoff.equals(Handoff.sriov()));

    static final Form<Segment> SEGMENT = ObjectForm.of(
                    "segment", "what an interface must know of its network", Segment::builder, Segment.Builder::build)
            .optional(
                    "fabric",
                    Forms.NAME,
                    Segment::fabric,
                    Segment.Builder::fabric,
                    "the fabric that carries the network")
            .defaulted(
                    "subnets",
                    Forms.listOf(Forms.CIDR),
                    Segment::subnets,
                    Segment.Builder::subnets,
                    List.of(),
                    "the network's subnets")
            .optional(
                    "gateway6", Forms.IPV6, Segment::gateway6, Segment.Builder::gateway6, "the default router for IPv6")
            .optional(
                    "mtu",
                    Forms.whole(1280, 9216, 9000),
                    Segment::mtu,
                    Segment.Builder::mtu,
                    "the longest packet, in bytes")
            .defaulted(
                    "routes",
                    Forms.listOf(NetworkForms.ROUTE),
                    Segment::routes,
                    Segment.Builder::routes,
                    List.of(),
                    "routes besides the default one")
            .build();

    static final Form<Attachment> ATTACHMENT = new EitherForm<>(
            new MappedForm<>(Forms.REF, Attachment::of, Attachment::to),
            ObjectForm.of("attachment", "an interface of each instance", AttachmentDraft::new, AttachmentDraft::build)
                    .required(
                            "to",
                            Forms.REF,
                            Attachment::to,
                            (draft, value) -> draft.to = value,
                            "a network or a breakout")
                    .optional(
                            "handoff",
                            HANDOFF,
                            Attachment::handoff,
                            (draft, value) -> draft.handoff = Optional.of(value),
                            "what the interface is; that of the breakout, or virtio, if absent")
                    .defaulted(
                            "guarded",
                            Forms.FLAG,
                            Attachment::guarded,
                            (draft, value) -> draft.guarded = value,
                            true,
                            "whether the network's security rules hold for it")
                    .optional(
                            "inbound",
                            NetworkForms.BANDWIDTH,
                            Attachment::inbound,
                            (draft, value) -> draft.inbound = Optional.of(value),
                            "how much it may receive; the breakout's uplink or the network's limit if absent")
                    .optional(
                            "outbound",
                            NetworkForms.BANDWIDTH,
                            Attachment::outbound,
                            (draft, value) -> draft.outbound = Optional.of(value),
                            "how much it may send; the breakout's downlink or the network's limit if absent")
                    .optional(
                            "segment",
                            SEGMENT,
                            Attachment::segment,
                            (draft, value) -> draft.segment = Optional.of(value),
                            "what it must know of its network; a plan fills it in")
                    .build(),
            attachment -> attachment.equals(Attachment.of(attachment.to())));

    private InterfaceForms() {}

    private static final class HandoffDraft {
        private Handoff.Port port = Handoff.Port.VIRTIO;
        private boolean trust;
        private boolean spoofCheck = true;

        Handoff build() {
            return new Handoff(port, trust, spoofCheck);
        }
    }

    private static final class AttachmentDraft {
        private Ref to = Ref.tenant("nobody");
        private Optional<Handoff> handoff = Optional.empty();
        private boolean guarded = true;
        private Optional<Bandwidth> inbound = Optional.empty();
        private Optional<Bandwidth> outbound = Optional.empty();
        private Optional<Segment> segment = Optional.empty();

        Attachment build() {
            return Attachment.builder(to)
                    .handoff(handoff)
                    .guarded(guarded)
                    .inbound(inbound)
                    .outbound(outbound)
                    .segment(segment)
                    .build();
        }
    }
}
