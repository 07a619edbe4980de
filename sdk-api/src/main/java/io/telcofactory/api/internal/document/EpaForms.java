package io.telcofactory.api.internal.document;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.compute.EpaProfile;
import io.telcofactory.api.compute.HostTuning;
import io.telcofactory.api.compute.MemoryAccess;
import io.telcofactory.api.compute.NumaShare;
import io.telcofactory.api.compute.PciClaim;
import io.telcofactory.api.compute.PinPolicy;
import io.telcofactory.api.internal.Checks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The forms of how strictly processors, memory and devices are held. */
final class EpaForms {
    private static final Map<String, EpaProfile> NAMED = new TreeMap<>(Map.of(
            "realtime", EpaProfile.realtime(),
            "throughput", EpaProfile.throughput(),
            "shared", EpaProfile.shared()));

    private static final Form<String> WORD =
            Forms.text("a name", "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$", "host-passthrough");
    private static final Form<String> HEX = Forms.text("four hexadecimal digits", "^[0-9a-f]{4}$", "10de");

    static final Form<String> ADDRESS =
            Forms.text("an address", "^([0-9a-f]{4}:)?[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7]$", "9a:00.0");

    static final Form<Set<HostTuning>> HOST_TUNING = Forms.setOf(Forms.choice(HostTuning.class));

    private static final Form<NumaShare> NODE = ObjectForm.of(
                    "numaNode", "what one virtual NUMA node gets", NodeDraft::new, NodeDraft::build)
            .required(
                    "vcpus",
                    Forms.whole(1, 1024, 4),
                    NumaShare::vcpus,
                    (draft, value) -> draft.vcpus = value,
                    "virtual CPUs")
            .required(
                    "memory",
                    Forms.SIZE,
                    NumaShare::memory,
                    (draft, value) -> draft.memory = value,
                    "memory, in whole MiB")
            .build();

    private static final Form<EpaProfile> PROFILE = ObjectForm.of(
                    "epa",
                    "how strictly processors and memory are held; realtime is core and 1 GiB pages, throughput thread"
                            + " and 1 GiB pages, shared is shared",
                    EpaProfile::builder,
                    EpaProfile.Builder::build)
            .defaulted(
                    "pinning",
                    Forms.choice(PinPolicy.class),
                    EpaProfile::pinning,
                    EpaProfile.Builder::pinning,
                    PinPolicy.NONE,
                    "how virtual CPUs are tied to hardware threads")
            .optional(
                    "hugepages",
                    Forms.like("1 GiB", Forms.SIZE),
                    EpaProfile::hugepages,
                    EpaProfile.Builder::hugepages,
                    "size of the memory pages, 2 MiB or 1 GiB; ordinary pages if absent")
            .defaulted(
                    "numaNodes",
                    Forms.whole(1, 8, 2),
                    EpaProfile::numaNodes,
                    EpaProfile.Builder::numaNodes,
                    1,
                    "NUMA nodes among which CPUs and memory are divided equally; more than 1 needs pinning")
            .defaulted(
                    "nodes",
                    Forms.listOf(NODE),
                    EpaProfile::nodes,
                    EpaProfile.Builder::nodes,
                    List.of(),
                    "the NUMA nodes if they are not equal, together vcpus and memory of the role; needs pinning")
            .optional(
                    "cores",
                    Forms.whole(1, 1024, 4),
                    EpaProfile::cores,
                    EpaProfile.Builder::cores,
                    "cores of each virtual socket, which is a NUMA node; the server's choice if absent")
            .optional(
                    "threads",
                    Forms.whole(1, 8, 2),
                    EpaProfile::threads,
                    EpaProfile.Builder::threads,
                    "threads of each virtual core: 1, 2, 4 or 8; the server's choice if absent")
            .optional(
                    "numaAffinity",
                    Forms.whole(0, 63, 0),
                    EpaProfile::numaAffinity,
                    EpaProfile.Builder::numaAffinity,
                    "the host's NUMA node to which an unpinned role is bound; any if absent")
            .optional(
                    "memoryAccess",
                    Forms.choice(MemoryAccess.class),
                    EpaProfile::memoryAccess,
                    EpaProfile.Builder::memoryAccess,
                    "who else may map the memory; shared is what vhost-user needs; needs hugepages")
            .optional(
                    "cpuModel",
                    WORD,
                    EpaProfile::cpuModel,
                    EpaProfile.Builder::cpuModel,
                    "the CPU that the guest sees: host-passthrough or a name of libvirt; the server's default if"
                            + " absent")
            .defaulted(
                    "cpuFeatures",
                    Forms.setOf(Forms.like("avx2", WORD)),
                    EpaProfile::cpuFeatures,
                    EpaProfile.Builder::cpuFeatures,
                    Set.of(),
                    "features that the CPU must have, as libvirt names them; needs cpuModel")
            .optional(
                    "machine",
                    Forms.like("q35", WORD),
                    EpaProfile::machine,
                    EpaProfile.Builder::machine,
                    "the machine type; the server's default if absent")
            .optional(
                    "ioThreads",
                    Forms.whole(1, 64, 2),
                    EpaProfile::ioThreads,
                    EpaProfile.Builder::ioThreads,
                    "threads for disk I/O beside the virtual CPUs; none if absent")
            .defaulted(
                    "hostTuning",
                    HOST_TUNING,
                    EpaProfile::hostTuning,
                    EpaProfile.Builder::hostTuning,
                    Set.of(),
                    "how the hosts must be prepared, as the site document declares it")
            .build();

    static final Form<EpaProfile> EPA = new EitherForm<>(
            new ScalarForm<>(
                    EpaForms::named,
                    profile -> Node.Scalar.text(name(profile)),
                    new Shape.Choice(List.copyOf(NAMED.keySet()))),
            PROFILE,
            NAMED::containsValue);

    static final Form<PciClaim> DEVICE = ObjectForm.of(
                    "device", "a PCI device, by what it is or by where it is", DeviceDraft::new, DeviceDraft::build)
            .optional(
                    "vendor",
                    Forms.like("15b3", HEX),
                    claim -> kind(claim).flatMap(PciClaim.OfKind::vendor),
                    DeviceDraft::vendor,
                    "the vendor")
            .optional(
                    "device",
                    Forms.like("1017", HEX),
                    claim -> kind(claim).flatMap(PciClaim.OfKind::device),
                    DeviceDraft::device,
                    "the device")
            .optional(
                    "class",
                    Forms.like("0200", HEX),
                    claim -> kind(claim).flatMap(PciClaim.OfKind::deviceClass),
                    DeviceDraft::deviceClass,
                    "the class")
            .optional(
                    "address",
                    ADDRESS,
                    claim -> claim instanceof PciClaim.At place ? Optional.of(place.address()) : Optional.empty(),
                    DeviceDraft::address,
                    "where it is, as lspci prints it; instead of the others")
            .build();

    private EpaForms() {}

    private static EpaProfile named(String name) {
        EpaProfile profile = NAMED.get(name);
        if (profile == null) {
            throw new IllegalArgumentException(
                    "epa = '" + name + "' must be one of " + String.join(", ", NAMED.keySet()) + ", or an object");
        }
        return profile;
    }

    private static String name(EpaProfile profile) {
        return NAMED.entrySet().stream()
                .filter(entry -> entry.getValue().equals(profile))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<PciClaim.OfKind> kind(PciClaim claim) {
        return claim instanceof PciClaim.OfKind kind ? Optional.of(kind) : Optional.empty();
    }

    private static final class NodeDraft {
        private int vcpus;
        private DataSize memory = DataSize.mebibytes(1);

        NumaShare build() {
            return new NumaShare(vcpus, memory);
        }
    }

    private static final class DeviceDraft {
        private Optional<String> vendor = Optional.empty();
        private Optional<String> device = Optional.empty();
        private Optional<String> deviceClass = Optional.empty();
        private Optional<String> address = Optional.empty();

        void vendor(String digits) {
            vendor = Optional.of(digits);
        }

        void device(String digits) {
            device = Optional.of(digits);
        }

        void deviceClass(String digits) {
            deviceClass = Optional.of(digits);
        }

        void address(String text) {
            address = Optional.of(text);
        }

        PciClaim build() {
            if (address.isEmpty()) {
                return PciClaim.ofKind(vendor, device, deviceClass);
            }
            Checks.require(
                    vendor.isEmpty() && device.isEmpty() && deviceClass.isEmpty(),
                    address.get(),
                    "devices.address",
                    "must stand alone, without vendor, device and class");
            return PciClaim.at(address.get());
        }
    }
}
