package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was measured of a host at one time.
 *
 * @since 0.1
 */
public final class HostSample extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public HostSample(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the host.
     *
     * @return -1 when not known
     */
    public int hostId() {
        return integer("ID");
    }

    /**
     * Returns when it was measured.
     *
     * @return to the second
     */
    public Optional<Instant> time() {
        return Numbers.time(tree.whole("TIMESTAMP"));
    }

    /**
     * Returns the processor time used, in hundredths of a CPU.
     *
     * @return nothing when not reported
     */
    public OptionalLong usedCpuPercent() {
        return tree.whole("CAPACITY/USED_CPU");
    }

    /**
     * Returns the memory used, in KB.
     *
     * @return nothing when not reported
     */
    public OptionalLong usedMemoryKb() {
        return tree.whole("CAPACITY/USED_MEMORY");
    }

    /**
     * Returns the free memory, in KB.
     *
     * @return nothing when not reported
     */
    public OptionalLong freeMemoryKb() {
        return tree.whole("CAPACITY/FREE_MEMORY");
    }

    /**
     * Returns the bytes received.
     *
     * @return nothing when not reported
     */
    public OptionalLong receivedBytes() {
        return tree.whole("SYSTEM/NETRX");
    }

    /**
     * Returns the bytes sent.
     *
     * @return nothing when not reported
     */
    public OptionalLong sentBytes() {
        return tree.whole("SYSTEM/NETTX");
    }

    /**
     * Returns what was measured of each NUMA node.
     *
     * @return empty when not reported
     */
    public List<NumaSample> numaNodes() {
        return tree.list("NUMA_NODE").stream().map(NumaSample::new).toList();
    }
}
