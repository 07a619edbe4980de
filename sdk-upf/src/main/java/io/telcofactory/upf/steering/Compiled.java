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
public record Compiled<T>(T request, List<Note> notes) {
    /** Keeps the notes unmodifiable. */
    public Compiled {
        notes = List.copyOf(notes);
    }

    /**
     * Tells whether the target moves more traffic than the breakout wants.
     *
     * @return true if a note says so
     */
    public boolean isWider() {
        return notes.stream().anyMatch(note -> note.kind() == Note.Kind.WIDER);
    }
}
