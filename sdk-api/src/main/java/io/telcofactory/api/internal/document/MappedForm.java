package io.telcofactory.api.internal.document;

import java.util.Optional;
import java.util.function.Function;

/** A value that stands in a document as another one does. */
record MappedForm<T, U>(Form<U> form, Function<U, T> toValue, Function<T, U> fromValue) implements Form<T> {

    @Override
    public Optional<T> read(Node node, Trail trail) {
        Optional<U> found = form.read(node, trail);
        try {
            return found.map(toValue);
        } catch (IllegalArgumentException e) {
            trail.broken(node, Violation.of(e).rule());
            return Optional.empty();
        }
    }

    @Override
    public Node write(T value) {
        return form.write(fromValue.apply(value));
    }

    @Override
    public Shape shape() {
        return form.shape();
    }
}
