package io.telcofactory.gpu.catalogue;

import java.util.Arrays;
import java.util.Optional;

/**
 * The profile enumeration of the NVML library ({@code NVML_GPU_INSTANCE_PROFILE_*}), by which programs ask for a
 * profile. The number that {@code nvidia-smi} prints is a {@link ProfileId}; confusing the two asks for another slice.
 *
 * <p><i>Source</i>: {@code nvml.h} as wrapped by NVIDIA/go-nvml.
 *
 * @since 0.1
 */
public enum NvmlProfile {
    /** One slice. */
    ONE_SLICE(0, 1),
    /** Two slices. */
    TWO_SLICE(1, 2),
    /** Three slices. */
    THREE_SLICE(2, 3),
    /** Four slices. */
    FOUR_SLICE(3, 4),
    /** Seven slices. */
    SEVEN_SLICE(4, 7),
    /** Eight slices. */
    EIGHT_SLICE(5, 8),
    /** Six slices. */
    SIX_SLICE(6, 6),
    /** One slice with the media engines: {@code 1g+me}. */
    ONE_SLICE_MEDIA(7, 1),
    /** Two slices with the media engines: {@code 2g+me}. */
    TWO_SLICE_MEDIA(8, 2),
    /** One slice with double memory. */
    ONE_SLICE_DOUBLE_MEMORY(9, 1),
    /** One slice with graphics. */
    ONE_SLICE_GRAPHICS(10, 1),
    /** Two slices with graphics. */
    TWO_SLICE_GRAPHICS(11, 2),
    /** Four slices with graphics. */
    FOUR_SLICE_GRAPHICS(12, 4),
    /** One slice without media engines: {@code 1g-me}. */
    ONE_SLICE_NO_MEDIA(13, 1),
    /** Two slices without media engines: {@code 2g-me}. */
    TWO_SLICE_NO_MEDIA(14, 2),
    /** One slice with all media engines: {@code 1g+me.all}. */
    ONE_SLICE_ALL_MEDIA(15, 1),
    /** Two slices with all media engines: {@code 2g+me.all}. */
    TWO_SLICE_ALL_MEDIA(16, 2),
    /** Three slices with graphics. */
    THREE_SLICE_GRAPHICS(17, 3);

    private final int value;
    private final int slices;

    NvmlProfile(int value, int slices) {
        this.value = value;
        this.slices = slices;
    }

    /**
     * Returns the number NVML uses.
     *
     * @return 0 to 17
     */
    public int value() {
        return value;
    }

    /**
     * Returns the compute slices of the profile.
     *
     * @return 1 to 8
     */
    public int slices() {
        return slices;
    }

    /**
     * Finds the constant for a number of NVML.
     *
     * @param value the number
     * @return the constant, or empty for a number of a newer driver
     */
    public static Optional<NvmlProfile> of(int value) {
        return Arrays.stream(values()).filter(p -> p.value == value).findFirst();
    }
}
