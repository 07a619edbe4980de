package io.telcofactory.upf.steering;

import java.util.List;

/**
 * A breakout in the words of one target.
 *
 * @param <T> type of the target's request
 * @param request what to ask of the target
 * @param notes what the target can't say as the breakout says it, and how it is said instead
 * @since 0.1
 */
public record Compiled<T>(T request, List<String> notes) {
    /** Keeps the notes unmodifiable. */
    public Compiled {
        notes = List.copyOf(notes);
    }
}
