package io.telcofactory.api.compute;

/**
 * How a host is prepared for work with deadlines. Operators do it, when the host boots; servers neither do it nor tell of it. They tell
 * which cores they keep back from virtual machines, and without such cores none of it can be true.
 *
 * @since 0.1
 */
public enum HostTuning {
    /** The kernel's scheduler leaves the virtual machines' cores alone. Source: Linux, {@code isolcpus}, {@code nohz_full}. */
    ISOLATED_CORES,
    /** The emulator's own threads run beside the virtual machines' cores. Source: libvirt, {@code emulatorpin}. */
    EMULATOR_THREADS_APART,
    /** Devices interrupt other cores than the virtual machines'. Source: Linux, {@code irqaffinity}. */
    INTERRUPTS_APART
}
