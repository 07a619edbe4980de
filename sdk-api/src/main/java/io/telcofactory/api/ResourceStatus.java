package io.telcofactory.api;

import java.util.Locale;
import java.util.Map;

/**
 * How one resource is right now.
 *
 * @param ref the resource
 * @param health how it is
 * @param reason why it is not ready, or what is to be known of it; empty if there is nothing to say
 * @param outputs its addresses and ids, as in {@link ApplyReport#outputs}; none if it is missing
 * @since 0.1
 */
public record ResourceStatus(Ref ref, Health health, String reason, Map<String, String> outputs) {

    /** Keeps the outputs unmodifiable. */
    public ResourceStatus {
        outputs = Map.copyOf(outputs);
    }

    /** Returns the status in one line. */
    @Override
    public String toString() {
        return ref + " " + health.name().toLowerCase(Locale.ROOT) + (reason.isEmpty() ? "" : ": " + reason);
    }
}
