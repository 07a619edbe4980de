package io.telcofactory.api.compute;

import io.telcofactory.api.internal.Checks;
import java.util.regex.Pattern;

/** What the attributes of an EPA profile may be together. Source: OpenNebula 7.4, TOPOLOGY and NUMA_NODE. */
final class EpaRules {
    private static final int MOST_NODES = 8;
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private EpaRules() {}

    static void check(EpaProfile profile) {
        Checks.range("epa.numaNodes", profile.numaNodes(), 1, MOST_NODES);
        profile.hugepages()
                .ifPresent(size -> Checks.require(
                        size.equals(DataSize.mebibytes(2)) || size.equals(DataSize.gibibytes(1)),
                        size,
                        "epa.hugepages",
                        "must be 2 MiB or 1 GiB"));
        Checks.require(
                profile.pinned() || profile.numaNodes() == 1,
                profile.numaNodes(),
                "epa.numaNodes",
                "needs pinning CORE, THREAD or SHARED: the server places unpinned roles on one node");
        nodes(profile);
        processors(profile);
        profile.memoryAccess()
                .ifPresent(access ->
                        Checks.require(profile.hugepages().isPresent(), access, "epa.memoryAccess", "needs hugepages"));
        profile.cpuModel().ifPresent(model -> word("epa.cpuModel", model));
        profile.machine().ifPresent(machine -> word("epa.machine", machine));
        profile.cpuFeatures().forEach(feature -> {
            word("epa.cpuFeatures", feature);
            Checks.require(profile.cpuModel().isPresent(), feature, "epa.cpuFeatures", "needs a cpuModel");
        });
        profile.ioThreads().ifPresent(count -> Checks.range("epa.ioThreads", count, 1, 64));
    }

    private static void nodes(EpaProfile profile) {
        if (!profile.nodes().isEmpty()) {
            Checks.range("number of epa.nodes", profile.nodes().size(), 1, MOST_NODES);
            Checks.require(
                    profile.pinned(), profile.pinning(), "epa.pinning", "must be CORE, THREAD or SHARED with nodes");
            Checks.require(
                    profile.numaNodes() == 1, profile.numaNodes(), "epa.numaNodes", "must be left out with nodes");
        }
        profile.numaAffinity().ifPresent(node -> {
            Checks.range("epa.numaAffinity", node, 0, 63);
            Checks.require(
                    !profile.pinned(),
                    node,
                    "epa.numaAffinity",
                    "is for unpinned roles: the server places pinned ones");
        });
    }

    private static void processors(EpaProfile profile) {
        profile.cores().ifPresent(count -> Checks.range("epa.cores", count, 1, 1024));
        profile.threads()
                .ifPresent(count -> Checks.require(
                        count == 1 || count == 2 || count == 4 || count == 8,
                        count,
                        "epa.threads",
                        "must be 1, 2, 4 or 8"));
        Checks.require(
                profile.pinned()
                        || profile.cores().isPresent() == profile.threads().isPresent(),
                profile.pinning(),
                "epa.pinning",
                "must not be NONE with only one of cores and threads");
    }

    private static void word(String field, String value) {
        Checks.require(WORD.matcher(value).matches(), value, field, "must be 1 to 64 letters, digits, '.', '_' or '-'");
    }
}
