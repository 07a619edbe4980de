package io.telcofactory.opennebula.model;

import java.util.List;

/**
 * New size of a disk. The one number that OpenNebula wants as text.
 *
 * @param megabytes more than 0
 * @since 0.1
 */
public record DiskSize(long megabytes) implements WireArgument {

    /** Refuses what is no size. */
    public DiskSize {
        if (megabytes <= 0) {
            throw new IllegalArgumentException("A disk's size must be more than 0 MB, was " + megabytes);
        }
    }

    @Override
    public List<Object> wireValues() {
        return List.of(Long.toString(megabytes));
    }
}
