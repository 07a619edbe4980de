package io.telcofactory.api.internal.apply;

import io.telcofactory.api.Change;
import io.telcofactory.api.FieldChange;
import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.internal.plan.Symbols;
import io.telcofactory.api.spi.Owned;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges, under the lock, whether a change may still be executed: each of its fields must be as the plan saw it or as
 * the plan wants it, which an interrupted apply leaves; anything else was changed by somebody since.
 */
final class Staleness {

    /** What is to be done with a change. */
    enum Verdict {
        /** Nothing, everything is as wanted. */
        ALREADY_DONE,
        /** It is to be executed. */
        EXECUTE
    }

    private final Symbols symbols;

    Staleness(Symbols symbols) {
        this.symbols = symbols;
    }

    Verdict judge(Change change, @Nullable Owned live) {
        if (change.action() == Change.Action.DELETE) {
            return judgeDeletion(change, live);
        }
        Map<String, String> fields = live == null ? Map.of() : live.fields();
        boolean done = live != null;
        for (FieldChange field : change.fields()) {
            Optional<String> found = Optional.ofNullable(fields.get(field.path()));
            Optional<String> wanted = field.to().map(symbols::resolve);
            boolean reached = found.equals(wanted);
            boolean unresolved = wanted.map(Symbols::in).orElse(false);
            boolean underway = change.action() == Change.Action.REPLACE && found.isEmpty();
            if (!reached && !unresolved && !underway && !found.equals(field.from())) {
                throw stale(change, field, found);
            }
            done &= reached;
        }
        return done ? Verdict.ALREADY_DONE : Verdict.EXECUTE;
    }

    private static Verdict judgeDeletion(Change change, @Nullable Owned live) {
        if (live == null) {
            return Verdict.ALREADY_DONE;
        }
        for (FieldChange field : change.fields()) {
            Optional<String> found = Optional.ofNullable(live.fields().get(field.path()));
            if (found.isPresent() && !found.equals(field.from())) {
                throw stale(change, field, found);
            }
        }
        return Verdict.EXECUTE;
    }

    private static ConflictException stale(Change change, FieldChange field, Optional<String> found) {
        return new ConflictException(
                ErrorContext.of("factory", "apply", change.ref().toString()),
                "The plan is stale: field '" + field.path() + "' of " + change.ref() + " is now '"
                        + found.orElse("(none)")
                        + "', the plan saw '" + field.from().orElse("(none)")
                        + "'. Nothing was changed; plan again and review the new plan");
    }
}
