package io.telcofactory.gpu.catalogue;

/**
 * The number that {@code nvidia-smi mig -lgip} prints in its column ID and that {@code -cgi} accepts. It is not the
 * {@linkplain NvmlProfile NVML enumeration}: a plain 1g slice of a board with seven slices has the id 19 and the
 * enumeration value 0.
 *
 * @param value the number, at least 0
 * @since 0.1
 */
public record ProfileId(int value) implements Comparable<ProfileId> {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public ProfileId {
        if (value < 0) {
            throw new IllegalArgumentException("a profile id is at least 0, not " + value);
        }
    }

    @Override
    public int compareTo(ProfileId other) {
        return Integer.compare(value, other.value);
    }

    /** Returns the number as {@code nvidia-smi} prints it. */
    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
