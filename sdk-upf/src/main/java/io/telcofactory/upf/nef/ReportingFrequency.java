package io.telcofactory.upf.nef;

import java.util.Objects;

/**
 * When measurements are reported. What this release does not know is kept as it came.
 *
 * @param value the text on the wire
 * @since 0.1
 */
public record ReportingFrequency(String value) {
    /** When a threshold is passed. */
    public static final ReportingFrequency EVENT_TRIGGERED = new ReportingFrequency("EVENT_TRIGGERED");
    /** At fixed intervals. */
    public static final ReportingFrequency PERIODIC = new ReportingFrequency("PERIODIC");

    /** Checks that there is a text. */
    public ReportingFrequency {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
