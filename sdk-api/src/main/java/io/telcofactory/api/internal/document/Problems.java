package io.telcofactory.api.internal.document;

import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a document, so that one run tells all of it. */
final class Problems {
    private static final int MOST = 20;

    private final String source;
    private final List<String> lines = new ArrayList<>();
    private int count;

    Problems(String source) {
        this.source = source;
    }

    /** Notes a problem, beginning with the path of the field if there is one. */
    void add(Place place, String text) {
        count++;
        if (lines.size() < MOST) {
            lines.add(source + ":" + place.line() + ":" + place.column() + ": " + text);
        }
    }

    boolean none() {
        return count == 0;
    }

    /** Throws everything collected, if anything was. */
    void raise() {
        if (!none()) {
            throw exception();
        }
    }

    InvalidRequestException exception() {
        String head = count == 1 ? "The document has 1 problem" : "The document has " + count + " problems";
        String tail = count > lines.size() ? "\n  ... and " + (count - lines.size()) + " more" : "";
        return new InvalidRequestException(
                ErrorContext.of("documents", "read", source),
                head + "; correct it and read it again:\n  " + String.join("\n  ", lines) + tail + "\n");
    }
}
