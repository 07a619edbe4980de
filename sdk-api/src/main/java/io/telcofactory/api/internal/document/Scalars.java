package io.telcofactory.api.internal.document;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Walks over the scalars of a document. */
final class Scalars {
    private Scalars() {}

    /** A scalar and the way to it. */
    record Found(Node.Scalar node, Trail trail) {}

    static Stream<Found> in(Node node, Trail trail) {
        if (node instanceof Node.Scalar scalar) {
            return Stream.of(new Found(scalar, trail));
        }
        if (node instanceof Node.Sequence list) {
            return IntStream.range(0, list.items().size())
                    .boxed()
                    .flatMap(i -> in(list.items().get(i), trail.item(i)));
        }
        if (node instanceof Node.Mapping object) {
            return object.fields().entrySet().stream()
                    .flatMap(field -> in(field.getValue().value(), trail.field(field.getKey())));
        }
        return Stream.of();
    }

    /** Returns the names of the fields, as scalars at their places. */
    static Stream<Found> namesIn(Node node, Trail trail) {
        if (node instanceof Node.Sequence list) {
            return IntStream.range(0, list.items().size())
                    .boxed()
                    .flatMap(i -> namesIn(list.items().get(i), trail.item(i)));
        }
        if (node instanceof Node.Mapping object) {
            return object.fields().entrySet().stream()
                    .flatMap(field -> Stream.concat(
                            Stream.of(name(field.getKey(), field.getValue(), trail)),
                            namesIn(field.getValue().value(), trail.field(field.getKey()))));
        }
        return Stream.of();
    }

    private static Found name(String name, Node.Entry entry, Trail trail) {
        return new Found(new Node.Scalar(entry.place(), name, Node.Type.TEXT), trail.field(name));
    }
}
