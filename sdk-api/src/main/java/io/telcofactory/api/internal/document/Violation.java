package io.telcofactory.api.internal.document;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A rule of a value that was broken, as the value's own check tells it: {@code network.gateway = '10.9.0.1' must lie in ...}.
 *
 * @param field what the value's check calls the field
 * @param value the value in question
 * @param rule the rule, beginning with a verb
 */
record Violation(String field, String value, String rule) {
    private static final Pattern FORM = Pattern.compile("(.*?) = '(.*?)' (.*)", Pattern.DOTALL);

    static Violation of(RuntimeException thrown) {
        String message = String.valueOf(thrown.getMessage());
        Matcher form = FORM.matcher(message);
        return form.matches()
                ? new Violation(form.group(1), form.group(2), form.group(3))
                : new Violation("", "", "can't be read: " + message);
    }

    /** Tells the problem at the part of the object that it is about, as far as that can be told from field and value. */
    void report(Node.Mapping object, Trail trail) {
        Optional<Scalars.Found> culprit = culprit(object, trail);
        if (culprit.isPresent()) {
            culprit.get().trail().broken(culprit.get().node(), rule);
        } else {
            trail.problem(object.place(), field.isEmpty() ? rule : field + " = '" + value + "' " + rule);
        }
    }

    private Optional<Scalars.Found> culprit(Node.Mapping object, Trail trail) {
        List<Scalars.Found> sameText = Scalars.in(object, trail)
                .filter(found -> found.node().text().equals(value))
                .toList();
        List<String> words = List.of(field.split("[^A-Za-z0-9]+"));
        Stream<Scalars.Found> underField = sameText.stream()
                .filter(found ->
                        Stream.of(found.trail().path().split("[^A-Za-z0-9]+")).anyMatch(words::contains));
        return underField
                .reduce((first, second) -> second)
                .or(() -> sameText.stream().findFirst())
                .or(() -> Scalars.namesIn(object, trail)
                        .filter(found -> found.node().text().equals(value))
                        .findFirst());
    }
}
