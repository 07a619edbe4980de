package io.telcofactory.upf.nef;

import java.util.Objects;

/**
 * What the application made of a notified path change. The standard may add values; what this release does not know is kept as it came.
 *
 * @param value the text on the wire
 * @since 0.1
 */
public record AfResultStatus(String value) {
    /** It is ready, or its relocation is done. */
    public static final AfResultStatus SUCCESS = new AfResultStatus("SUCCESS");
    /** Its relocation failed because of congestion that will pass. */
    public static final AfResultStatus TEMPORARY_CONGESTION = new AfResultStatus("TEMPORARY_CONGESTION");
    /** Its relocation failed because it may not be relocated. */
    public static final AfResultStatus RELOC_NO_ALLOWED = new AfResultStatus("RELOC_NO_ALLOWED");
    /** Its relocation failed for another reason. */
    public static final AfResultStatus OTHER = new AfResultStatus("OTHER");

    /** Checks that there is a text. */
    public AfResultStatus {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
