package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What was measured of a VM at one time. Metrics that the guest or the hypervisor does not report are missing.
 *
 * @since 0.1
 */
public final class VmSample extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public VmSample(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the VM.
     *
     * @return -1 when the sample came within its VM
     */
    public int vmId() {
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
     * @return 100 for one busy CPU
     */
    public OptionalDouble cpuPercent() {
        return tree.number("CPU");
    }

    /**
     * Returns the memory used, in KB.
     *
     * @return nothing when not reported
     */
    public OptionalLong memoryKb() {
        return tree.whole("MEMORY");
    }

    /**
     * Returns the bytes received since the VM started.
     *
     * @return nothing when not reported, as for SR-IOV functions
     */
    public OptionalLong receivedBytes() {
        return tree.whole("NETRX");
    }

    /**
     * Returns the bytes sent since the VM started.
     *
     * @return nothing when not reported, as for SR-IOV functions
     */
    public OptionalLong sentBytes() {
        return tree.whole("NETTX");
    }

    /**
     * Returns the bytes read from disks.
     *
     * @return nothing when not reported
     */
    public OptionalLong diskReadBytes() {
        return tree.whole("DISKRDBYTES");
    }

    /**
     * Returns the bytes written to disks.
     *
     * @return nothing when not reported
     */
    public OptionalLong diskWrittenBytes() {
        return tree.whole("DISKWRBYTES");
    }

    /**
     * Returns how many GPUs the guest sees.
     *
     * @return nothing without a guest agent and nvidia-smi, or before 7.2
     */
    public OptionalInt gpus() {
        return tree.integer("GPU_COUNT");
    }

    /**
     * Returns the mean utilisation of the guest's GPUs.
     *
     * @return 0 to 100; nothing inside a MIG slice
     */
    public OptionalDouble gpuPercent() {
        return tree.number("GPU_UTILIZATION");
    }

    /**
     * Returns the mean utilisation of the memory of the guest's GPUs.
     *
     * @return 0 to 100
     */
    public OptionalDouble gpuMemoryPercent() {
        return tree.number("GPU_MEMORY_UTILIZATION");
    }

    /**
     * Returns the free memory of the guest's GPUs in MiB, summed.
     *
     * @return nothing when not reported
     */
    public OptionalDouble gpuMemoryFreeMib() {
        return tree.number("GPU_MEMORY_FREE");
    }

    /**
     * Returns the power drawn by the guest's GPUs, summed.
     *
     * @return in watts
     */
    public OptionalDouble gpuPowerWatts() {
        return tree.number("GPU_POWER_USAGE");
    }

    /**
     * Returns any metric.
     *
     * @param name as the server names it, for example {@code DISKRDIOPS}
     * @return its value; nothing when it is not reported or no number
     */
    public OptionalDouble metric(String name) {
        return tree.number(name);
    }
}
