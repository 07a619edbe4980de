package io.telcofactory.api.internal.document;

import io.telcofactory.api.Ref;
import io.telcofactory.api.compute.EpaProfile;
import io.telcofactory.api.network.Bandwidth;
import io.telcofactory.api.network.Handoff;
import io.telcofactory.api.network.Segment;
import io.telcofactory.api.nf.InterfaceName;
import io.telcofactory.api.nf.NetworkFunction;
import io.telcofactory.api.nf.NetworkFunctionType;
import io.telcofactory.api.nf.NetworkInterface;
import io.telcofactory.api.nf.Redundancy;
import io.telcofactory.api.nf.Vrf;
import io.telcofactory.api.service.Readiness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How network functions stand in documents. */
final class FunctionForms {
    private static final Form<Vrf> VRF = ObjectForm.of(
                    "vrf",
                    "traffic that a network function keeps apart on one interface, behind the VLAN of its breakouts'"
                            + " network",
                    VrfDraft::new,
                    VrfDraft::build)
            .required("name", Forms.NAME, Vrf::name, (draft, value) -> draft.name = value, "unique on the interface")
            .required(
                    "breakouts",
                    Forms.listOf(Forms.REF),
                    Vrf::breakouts,
                    (draft, value) -> draft.breakouts = value,
                    "whose traffic: breakouts of one tenant and one network")
            .build();

    private static final Form<NetworkInterface> INTERFACE = ObjectForm.of(
                    "interface",
                    "an interface of a network function; nothing is checked on it unless it is told to",
                    InterfaceDraft::new,
                    InterfaceDraft::build)
            .required(
                    "name",
                    Forms.choice(InterfaceName.class),
                    NetworkInterface::name,
                    (draft, value) -> draft.name = value,
                    "its standard name")
            .required(
                    "to",
                    Forms.REF,
                    NetworkInterface::to,
                    (draft, value) -> draft.to = value,
                    "a network of the function's tenant; with n6 also a network or breakout of another")
            .defaulted(
                    "port",
                    InterfaceForms.PORT,
                    link -> link.handoff().port(),
                    (draft, value) -> draft.port = value,
                    Handoff.Port.VIRTIO,
                    "what the interface is")
            .defaulted(
                    "trust",
                    Forms.FLAG,
                    link -> link.handoff().trust(),
                    (draft, value) -> draft.trust = value,
                    false,
                    "whether the guest may change its settings on the card; with sriov only")
            .defaulted(
                    "spoofCheck",
                    Forms.FLAG,
                    link -> link.handoff().spoofCheck(),
                    (draft, value) -> draft.spoofCheck = value,
                    false,
                    "whether packets with a foreign sender are dropped; with n6 that can be those of the devices")
            .defaulted(
                    "vrfs",
                    Forms.listOf(VRF),
                    NetworkInterface::vrfs,
                    (draft, value) -> draft.vrfs = value,
                    List.of(),
                    "whose traffic a trunk carries apart from each other, with n6")
            .optional(
                    "inbound",
                    NetworkForms.BANDWIDTH,
                    NetworkInterface::inbound,
                    (draft, value) -> draft.inbound = Optional.of(value),
                    "how much it may receive; the network's limit if absent")
            .optional(
                    "outbound",
                    NetworkForms.BANDWIDTH,
                    NetworkInterface::outbound,
                    (draft, value) -> draft.outbound = Optional.of(value),
                    "how much it may send; the network's limit if absent")
            .optional(
                    "segment",
                    InterfaceForms.SEGMENT,
                    NetworkInterface::segment,
                    (draft, value) -> draft.segment = Optional.of(value),
                    "what it must know of its network; a plan fills it in")
            .build();

    static final ObjectForm<NetworkFunction, NetworkFunction.Builder> FUNCTION = ObjectForm.of(
                    "function",
                    "a network function in virtual machines, whose processors and memory are guaranteed",
                    () -> NetworkFunction.builder("function"),
                    NetworkFunction.Builder::build)
            .required(
                    "name",
                    Forms.NAME,
                    NetworkFunction::name,
                    NetworkFunction.Builder::name,
                    "the function's name, unique among the tenant's functions")
            .required(
                    "tenant",
                    Forms.NAME,
                    NetworkFunction::tenant,
                    NetworkFunction.Builder::tenant,
                    "the owner's name, usually the operator")
            .required(
                    "type",
                    Forms.choice(NetworkFunctionType.class),
                    NetworkFunction::type,
                    NetworkFunction.Builder::type,
                    "user plane function, distributed or central unit")
            .required(
                    "image",
                    Forms.text("an image's name", "open5gs-upf"),
                    NetworkFunction::image,
                    NetworkFunction.Builder::image,
                    "the disk image's name at the site; looked up, never changed")
            .required(
                    "vcpus",
                    Forms.whole(1, 1024, 8),
                    NetworkFunction::vcpus,
                    NetworkFunction.Builder::vcpus,
                    "virtual CPUs")
            .required(
                    "memory",
                    Forms.SIZE,
                    NetworkFunction::memory,
                    NetworkFunction.Builder::memory,
                    "memory, in whole MiB")
            .defaulted(
                    "epa",
                    EpaForms.EPA,
                    NetworkFunction::epa,
                    NetworkFunction.Builder::epa,
                    EpaProfile.realtime(),
                    "how strictly processors and memory are held; pinned to cores or threads")
            .optional(
                    "gpu", ServiceForms.GPU, NetworkFunction::gpu, NetworkFunction.Builder::gpu, "what it gets of GPUs")
            .defaulted(
                    "devices",
                    Forms.listOf(EpaForms.DEVICE),
                    NetworkFunction::devices,
                    NetworkFunction.Builder::devices,
                    List.of(),
                    "PCI devices that it gets besides, such as accelerators, in the order in which the guest sees them")
            .defaulted(
                    "timing",
                    ServiceForms.TIMING,
                    NetworkFunction::timing,
                    NetworkFunction.Builder::timing,
                    Set.of(),
                    "by what the clocks of its hosts must be kept, as the site document declares it")
            .required(
                    "interfaces",
                    Forms.listOf(INTERFACE),
                    NetworkFunction::interfaces,
                    NetworkFunction.Builder::interfaces,
                    "at least one")
            .defaulted(
                    "redundancy",
                    Forms.choice(Redundancy.class),
                    NetworkFunction::redundancy,
                    NetworkFunction.Builder::redundancy,
                    Redundancy.SINGLE,
                    "how many there are: one, or two on different hosts")
            .defaulted(
                    "readiness",
                    Forms.choice(Readiness.class),
                    NetworkFunction::readiness,
                    NetworkFunction.Builder::readiness,
                    Readiness.RUNNING,
                    "when it counts as ready: when its virtual machine runs, or when the guest reports it")
            .defaulted(
                    "context",
                    new MapForm<>(Forms.text("a text", "info"), "upper-case keys and their texts", "LOG_LEVEL"),
                    NetworkFunction::context,
                    NetworkFunction.Builder::context,
                    Map.of(),
                    "what the guest is told when it boots; never secrets")
            .build();

    private FunctionForms() {}

    private static final class VrfDraft {
        private String name = "";
        private List<Ref> breakouts = List.of();

        Vrf build() {
            return new Vrf(name, breakouts);
        }
    }

    private static final class InterfaceDraft {
        private InterfaceName name = InterfaceName.N6;
        private Ref to = Ref.tenant("nobody");
        private Handoff.Port port = Handoff.Port.VIRTIO;
        private boolean trust;
        private boolean spoofCheck;
        private List<Vrf> vrfs = List.of();
        private Optional<Bandwidth> inbound = Optional.empty();
        private Optional<Bandwidth> outbound = Optional.empty();
        private Optional<Segment> segment = Optional.empty();

        NetworkInterface build() {
            return NetworkInterface.builder(name, to)
                    .handoff(new Handoff(port, trust, spoofCheck))
                    .vrfs(vrfs)
                    .inbound(inbound)
                    .outbound(outbound)
                    .segment(segment)
                    .build();
        }
    }
}
