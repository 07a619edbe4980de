package io.telcofactory.api.compute;

import io.telcofactory.api.internal.Checks;

/**
 * What one virtual NUMA node gets of a role.
 *
 * @param vcpus virtual CPUs, 1 to 1024
 * @param memory memory, whole mebibytes
 * @since 0.1
 */
public record NumaShare(int vcpus, DataSize memory) {

    /** Checks the sizes. */
    public NumaShare {
        Checks.range("epa.nodes.vcpus", vcpus, 1, 1024);
        memory.requireWholeMebibytes("epa.nodes.memory");
        Checks.require(memory.bytes() > 0, memory, "epa.nodes.memory", "must be more than nothing");
    }

    /** Returns {@code 4 vcpus with 8 GiB}. */
    @Override
    public String toString() {
        return vcpus + " vcpus with " + memory;
    }
}
