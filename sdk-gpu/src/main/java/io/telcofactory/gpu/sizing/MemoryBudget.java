package io.telcofactory.gpu.sizing;

import io.telcofactory.gpu.catalogue.GpuBoard;
import io.telcofactory.gpu.catalogue.MemoryKind;
import io.telcofactory.gpu.catalogue.MigProfile;
import io.telcofactory.gpu.internal.Errors;

/**
 * The memory a model finds.
 *
 * @param gib what programs can use, in GiB
 * @param estimated whether no listing told it and it is taken from a name: gigabytes of 10^9 bytes, the smaller reading
 * @since 0.1
 */
public record MemoryBudget(double gib, boolean estimated) {
    private static final double GIB_PER_GB = 1e9 / (1L << 30);

    /**
     * Returns the memory of a slice.
     *
     * @param profile the profile
     * @return its memory
     */
    public static MemoryBudget of(MigProfile profile) {
        return profile.memoryGib().isPresent()
                ? new MemoryBudget(profile.memoryGib().getAsDouble(), false)
                : new MemoryBudget(profile.name().memoryGb() * GIB_PER_GB, true);
    }

    /**
     * Returns the memory of a whole GPU that has its own.
     *
     * @param board the board
     * @return its memory
     * @throws io.telcofactory.api.error.UnsupportedFeatureException if the memory is shared with the CPU: what is left of it
     *     must be said, see {@link #unified}
     */
    public static MemoryBudget whole(GpuBoard board) {
        if (board.memoryKind() == MemoryKind.UNIFIED) {
            throw Errors.unsupported(
                    "sizing",
                    board.name(),
                    "%s shares its memory with the CPU, and what CUDA reports as free leaves out the page cache: give"
                            + " MemAvailable of /proc/meminfo to MemoryBudget.unified",
                    board);
        }
        return board.profiles().stream()
                .filter(profile -> profile.maxInstances() == 1
                        && profile.memoryGib().isPresent()
                        && profile.size() == board.axisUnits().orElse(-1))
                .findFirst()
                .map(MemoryBudget::of)
                .orElseGet(() -> new MemoryBudget(board.memoryGb() * GIB_PER_GB, true));
    }

    /**
     * Returns the memory of a GPU that shares it with the CPU.
     *
     * @param availableGib {@code MemAvailable} of the host, in GiB
     * @param reserveGib what the system and other programs shall keep, in GiB
     * @return what is left
     */
    public static MemoryBudget unified(double availableGib, double reserveGib) {
        return new MemoryBudget(Math.max(0, availableGib - reserveGib), false);
    }
}
