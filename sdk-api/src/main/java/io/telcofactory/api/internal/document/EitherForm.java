package io.telcofactory.api.internal.document;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A value that stands in a document as one text, or as an object. */
record EitherForm<T>(Form<T> scalar, Form<T> object, Predicate<T> writtenAsScalar) implements Form<T> {

    @Override
    public Optional<T> read(Node node, Trail trail) {
        return (node instanceof Node.Mapping ? object : scalar).read(node, trail);
    }

    @Override
    public Node write(T value) {
        return (writtenAsScalar.test(value) ? scalar : object).write(value);
    }

    @Override
    public Shape shape() {
        return new Shape.Any(List.of(scalar.shape(), object.shape()));
    }
}
