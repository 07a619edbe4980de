package io.telcofactory.upf.camara;

import java.util.Objects;

/**
 * How far the operator is with a traffic intent. What this release does not know is kept as it came.
 *
 * @param value the text on the wire
 * @since 0.1
 */
public record IntentState(String value) {
    /** It is asked for. */
    public static final IntentState ORDERED = new IntentState("ordered");
    /** It is known, and traffic goes its old way. */
    public static final IntentState CREATED = new IntentState("created");
    /** Traffic takes the new way. */
    public static final IntentState ACTIVE = new IntentState("active");
    /** It could not be done. */
    public static final IntentState ERROR = new IntentState("error");
    /** It is being undone. */
    public static final IntentState DELETION_IN_PROGRESS = new IntentState("deletion in progress");
    /** It is undone. */
    public static final IntentState DELETED = new IntentState("deleted");

    /** Checks that there is a text. */
    public IntentState {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
