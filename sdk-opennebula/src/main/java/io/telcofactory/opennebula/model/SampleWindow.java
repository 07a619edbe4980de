package io.telcofactory.opennebula.model;

import java.time.Duration;
import java.util.List;

/**
 * Which monitoring samples to read.
 *
 * @param code as sent: -1, 0, or seconds
 * @since 0.1
 */
public record SampleWindow(int code) implements WireArgument {

    /** All that are kept. */
    public static final SampleWindow ALL = new SampleWindow(-1);

    /** The newest of each object. */
    public static final SampleWindow LATEST = new SampleWindow(0);

    /**
     * Those of the last time.
     *
     * @param span at least a second
     * @return the window
     */
    public static SampleWindow last(Duration span) {
        if (span.toSeconds() < 1) {
            throw new IllegalArgumentException("A window is at least a second, was " + span);
        }
        return new SampleWindow(Math.toIntExact(span.toSeconds()));
    }

    @Override
    public List<Object> wireValues() {
        return List.of(code);
    }
}
