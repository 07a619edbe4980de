package io.telcofactory.gpu.geometry;

import io.telcofactory.gpu.catalogue.ProfileName;
import io.telcofactory.gpu.internal.Errors;
import java.util.List;
import java.util.Map;

/**
 * How a GPU instance can be divided further: its compute instances share the memory and the engines of the slice and
 * own compute slices each. A program runs on a compute instance; one that spans the whole slice is the usual case.
 *
 * <p><i>Source</i>: NVIDIA MIG User Guide, <i>Compute Instances</i>.
 *
 * @since 0.1
 */
public final class ComputeInstances {
    private static final Map<Integer, List<Integer>> SIZES = Map.of(
            1, List.of(1),
            2, List.of(1, 2),
            3, List.of(1, 2, 3),
            4, List.of(1, 2, 4),
            7, List.of(1, 2, 3, 4, 7));

    private final ProfileName gpuInstance;

    private ComputeInstances(ProfileName gpuInstance) {
        this.gpuInstance = gpuInstance;
    }

    /**
     * Returns the ways to divide slices of a profile.
     *
     * @param profile the profile of the GPU instance
     * @return its compute instances
     */
    public static ComputeInstances of(ProfileName profile) {
        return new ComputeInstances(profile.gpuInstance());
    }

    /**
     * Returns the sizes on offer, in compute slices: 1, 2, 4 for 4g; 1, 2, 3, 4, 7 for 7g.
     *
     * @return ascending, the whole slice last
     */
    public List<Integer> sizes() {
        int slices = gpuInstance.gpuSlices();
        return SIZES.getOrDefault(slices, List.of(1, slices));
    }

    /**
     * Returns how many compute instances of one size exist together.
     *
     * @param size one of {@link #sizes()}
     * @return at least 1
     * @throws io.telcofactory.api.error.InvalidRequestException if the size is not on offer
     */
    public int maxInstances(int size) {
        requireOffered(size);
        return gpuInstance.gpuSlices() / size;
    }

    /**
     * Returns the name of a compute instance.
     *
     * @param size one of {@link #sizes()}
     * @return for example {@code 1c.3g.40gb}, or the name of the slice for the one that spans it
     * @throws io.telcofactory.api.error.InvalidRequestException if the size is not on offer
     */
    public ProfileName name(int size) {
        requireOffered(size);
        return ProfileName.parse(size + "c." + gpuInstance);
    }

    /**
     * Tells whether compute instances of these sizes exist together.
     *
     * @param sizes the sizes, each one of {@link #sizes()}
     * @return true if the slice has the compute slices for all of them
     * @throws io.telcofactory.api.error.InvalidRequestException if a size is not on offer
     */
    public boolean fit(List<Integer> sizes) {
        sizes.forEach(this::requireOffered);
        return sizes.stream().mapToInt(Integer::intValue).sum() <= gpuInstance.gpuSlices();
    }

    private void requireOffered(int size) {
        if (!sizes().contains(size)) {
            throw Errors.invalid(
                    "compute instance",
                    gpuInstance.toString(),
                    "a %s slice has no compute instance of %d slices, only of %s",
                    gpuInstance,
                    size,
                    sizes());
        }
    }
}
