package io.telcofactory.upf.nef;

import java.util.Objects;

/**
 * When the network tells of a change of the data network access. The standard may add values; what this release does not know is kept as it came.
 *
 * @param value the text on the wire
 * @since 0.1
 */
public record DnaiChangeType(String value) {
    /** Before the user plane path is changed. */
    public static final DnaiChangeType EARLY = new DnaiChangeType("EARLY");
    /** Before and after; only in a subscription. */
    public static final DnaiChangeType EARLY_LATE = new DnaiChangeType("EARLY_LATE");
    /** After the new path is set up, before it is used. */
    public static final DnaiChangeType LATE = new DnaiChangeType("LATE");

    /** Checks that there is a text. */
    public DnaiChangeType {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
