package io.telcofactory.api.compute;

import static io.telcofactory.api.compute.DataSize.gibibytes;
import static io.telcofactory.api.compute.DataSize.mebibytes;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.telcofactory.api.service.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the server would refuse or drop in silence can't be said. The role has 6 virtual CPUs and 6 GiB. */
class EpaProfileTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void build_brokenRule_isRefused(String message, Consumer<EpaProfile.Builder> attributes) {
        assertThatIllegalArgumentException().isThrownBy(() -> role(attributes)).withMessage(message);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                rule(
                        "role.vcpus = '6' must be the sum of epa.nodes, 5",
                        epa -> nodes(epa.pinning(PinPolicy.CORE), share(4, 4), share(1, 2))),
                rule(
                        "role.memory = '6 GiB' must be the sum of epa.nodes, 7 GiB",
                        epa -> nodes(epa.pinning(PinPolicy.CORE), share(4, 4), share(2, 3))),
                rule(
                        "epa.pinning = 'NONE' must be CORE, THREAD or SHARED with nodes",
                        epa -> nodes(epa, share(4, 4), share(2, 2))),
                rule(
                        "epa.numaNodes = '2' must be left out with nodes",
                        epa -> nodes(epa.pinning(PinPolicy.CORE).numaNodes(2), share(3, 3), share(3, 3))),
                rule(
                        "role.memory = '2561 MiB' must be whole hugepages of 2 MiB on each NUMA node",
                        epa -> epa.pinning(PinPolicy.CORE)
                                .hugepages(mebibytes(2))
                                .addNodes(new NumaShare(3, mebibytes(2561)), new NumaShare(3, mebibytes(3583)))),
                rule(
                        "role.epa.cores = '4' must make vcpus 6 together with 1 sockets and 1, 2, 4 or 8 threads",
                        epa -> epa.pinning(PinPolicy.CORE).cores(4)),
                rule(
                        "role.epa.cores = '2' must make vcpus 6 together with 1 sockets and 1, 2, 4 or 8 threads",
                        epa -> epa.pinning(PinPolicy.CORE).cores(2)), // three threads
                rule(
                        "role.epa.cores = '3' must make vcpus 6 together with 1 sockets and 1 threads",
                        epa -> epa.cores(3).threads(1)),
                rule(
                        "epa.threads = '3' must be 1, 2, 4 or 8",
                        epa -> epa.cores(2).threads(3)),
                rule("epa.pinning = 'NONE' must not be NONE with only one of cores and threads", epa -> epa.threads(2)),
                rule(
                        "epa.numaAffinity = '0' is for unpinned roles: the server places pinned ones",
                        epa -> epa.pinning(PinPolicy.SHARED).numaAffinity(0)),
                rule("epa.memoryAccess = 'SHARED' needs hugepages", epa -> epa.memoryAccess(MemoryAccess.SHARED)),
                rule("epa.cpuFeatures = 'avx2' needs a cpuModel", epa -> epa.addCpuFeatures("avx2")),
                rule(
                        "epa.machine = 'q35;x' must be 1 to 64 letters, digits, '.', '_' or '-'",
                        epa -> epa.machine("q35;x")),
                rule("epa.ioThreads = '65' must be 1 to 64", epa -> epa.ioThreads(65)));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void build_nearlyBroken_isAccepted(Consumer<EpaProfile.Builder> attributes) {
        assertThatCode(() -> role(attributes)).doesNotThrowAnyException();
    }

    static Stream<Consumer<EpaProfile.Builder>> sound() {
        return Stream.of(
                epa -> nodes(epa.pinning(PinPolicy.CORE), share(4, 4), share(2, 2)),
                epa -> epa.pinning(PinPolicy.CORE)
                        .hugepages(mebibytes(2))
                        .addNodes(new NumaShare(3, mebibytes(2560)), new NumaShare(3, mebibytes(3584))),
                epa -> epa.pinning(PinPolicy.CORE).cores(3),
                epa -> epa.pinning(PinPolicy.CORE).numaNodes(2).cores(3).threads(1),
                epa -> epa.pinning(PinPolicy.THREAD).threads(2),
                epa -> epa.cores(3).threads(2),
                epa -> epa.numaAffinity(0),
                epa -> epa.hugepages(gibibytes(1)).memoryAccess(MemoryAccess.SHARED),
                epa -> epa.cpuModel("host-passthrough").addCpuFeatures("avx2"),
                epa -> epa.machine("pc-q35-8.2").ioThreads(64));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenDevices")
    void device_brokenRule_isRefused(String message, Runnable claim) {
        assertThatIllegalArgumentException().isThrownBy(claim::run).withMessage(message);
    }

    static Stream<Arguments> brokenDevices() {
        Optional<String> any = Optional.empty();
        return Stream.of(
                Arguments.of("devices = '' must name vendor, device, class or address", (Runnable)
                        () -> PciClaim.ofKind(any, any, any)),
                Arguments.of("devices.vendor = '15B3' must be four lower-case hexadecimal digits", (Runnable)
                        () -> PciClaim.ofKind(Optional.of("15B3"), any, any)),
                Arguments.of("devices.address = '9a:00' must look like 9a:00.0, in lower case", (Runnable)
                        () -> PciClaim.at("9a:00")));
    }

    private static Arguments rule(String message, Consumer<EpaProfile.Builder> attributes) {
        return Arguments.of(message, attributes);
    }

    private static void nodes(EpaProfile.Builder epa, NumaShare... nodes) {
        epa.nodes(List.of(nodes));
    }

    private static NumaShare share(int vcpus, int gibibytes) {
        return new NumaShare(vcpus, gibibytes(gibibytes));
    }

    private static void role(Consumer<EpaProfile.Builder> attributes) {
        EpaProfile.Builder epa = EpaProfile.builder();
        attributes.accept(epa);
        Role.builder("upf")
                .image("upf")
                .vcpus(6)
                .memory(gibibytes(6))
                .epa(epa.build())
                .build();
    }
}
