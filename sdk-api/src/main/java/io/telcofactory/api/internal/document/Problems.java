package io.telcofactory.api.internal.document;

import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.InvalidRequestException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Collects what is wrong with a document, so that one run tells all of it. */
final class Problems {
    private static final int MOST = 20;

    private final String source;
    private final List<Problem> first = new ArrayList<>();
    private int count;

    private record Problem(Place place, String text) {}

    Problems(String source) {
        this.source = source;
    }

    /** Notes a problem, beginning with the path of the field if there is one. */
    void add(Place place, String text) {
        count++;
        if (first.size() < MOST) {
            first.add(new Problem(place, text));
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
        String tail = count > first.size() ? "\n  ... and " + (count - first.size()) + " more" : "";
        String lines = first.stream()
                .sorted(Comparator.comparing(Problem::place))
                .map(problem -> "\n  " + source + ":" + problem.place() + ": " + problem.text())
                .collect(Collectors.joining());
        return new InvalidRequestException(
                ErrorContext.of("documents", "read", source),
                head + "; correct it and read it again:" + lines + tail + "\n");
    }
}
