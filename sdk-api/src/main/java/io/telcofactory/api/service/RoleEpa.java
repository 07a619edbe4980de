package io.telcofactory.api.service;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.compute.EpaProfile;
import io.telcofactory.api.compute.NumaShare;
import io.telcofactory.api.internal.Checks;

/** How a profile and the sizes of a role must fit. */
final class RoleEpa {
    private RoleEpa() {}

    static void check(EpaProfile profile, int vcpus, DataSize memory) {
        if (profile.nodes().isEmpty()) {
            equalNodes(profile, vcpus, memory);
        } else {
            explicitNodes(profile, vcpus, memory);
        }
        sockets(profile, vcpus);
    }

    private static void equalNodes(EpaProfile profile, int vcpus, DataSize memory) {
        int nodes = profile.numaNodes();
        Checks.require(
                vcpus % nodes == 0 && memory.toMebibytes() % nodes == 0,
                nodes,
                "role.epa.numaNodes",
                "must divide both vcpus " + vcpus + " and memory " + memory);
        profile.hugepages().ifPresent(page -> wholePages(memory, page, nodes));
    }

    private static void explicitNodes(EpaProfile profile, int vcpus, DataSize memory) {
        int allVcpus = profile.nodes().stream().mapToInt(NumaShare::vcpus).sum();
        Checks.require(allVcpus == vcpus, vcpus, "role.vcpus", "must be the sum of epa.nodes, " + allVcpus);
        DataSize allMemory = new DataSize(profile.nodes().stream()
                .mapToLong(node -> node.memory().bytes())
                .sum());
        Checks.require(allMemory.equals(memory), memory, "role.memory", "must be the sum of epa.nodes, " + allMemory);
        profile.hugepages().ifPresent(page -> profile.nodes().forEach(node -> wholePages(node.memory(), page, 1)));
    }

    private static void wholePages(DataSize memory, DataSize page, int nodes) {
        Checks.require(
                memory.bytes() % (page.bytes() * nodes) == 0,
                memory,
                "role.memory",
                "must be whole hugepages of " + page + " on each NUMA node");
    }

    private static void sockets(EpaProfile profile, int vcpus) {
        int sockets = profile.nodeCount();
        profile.cores().ifPresent(cores -> {
            boolean whole = vcpus % (sockets * cores) == 0;
            int threads = whole ? vcpus / (sockets * cores) : 0;
            Checks.require(
                    profile.threads().map(wanted -> wanted == threads).orElse(Integer.bitCount(threads) == 1),
                    cores,
                    "role.epa.cores",
                    "must make vcpus " + vcpus + " together with " + sockets + " sockets and "
                            + profile.threads().map(Object::toString).orElse("1, 2, 4 or 8") + " threads");
        });
    }
}
