package io.telcofactory.upf.mec;

import java.util.Objects;

/**
 * Whether a rule is in force. What this release does not know is kept as it came.
 *
 * @param value the text on the wire
 * @since 0.1
 */
public record RuleState(String value) {
    /** It is. */
    public static final RuleState ACTIVE = new RuleState("ACTIVE");
    /** It is not. */
    public static final RuleState INACTIVE = new RuleState("INACTIVE");

    /** Checks that there is a text. */
    public RuleState {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
