package io.telcofactory.api.internal.document;

import java.util.Optional;
import java.util.function.Function;

/** A value that stands in a document as one text or number. */
record ScalarForm<T>(Function<String, T> parse, Function<T, Node.Scalar> print, Shape shape) implements Form<T> {

    @Override
    public Optional<T> read(Node node, Trail trail) {
        if (!(node instanceof Node.Scalar scalar)) {
            trail.broken(node, "must be a single value, " + Phrase.of(shape));
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(scalar.text()));
        } catch (IllegalArgumentException e) {
            trail.broken(node, Violation.of(e).rule());
        } catch (ArithmeticException e) {
            trail.broken(node, "is too large");
        }
        return Optional.empty();
    }

    @Override
    public Node write(T value) {
        return print.apply(value);
    }
}
