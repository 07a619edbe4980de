package io.telcofactory.api.internal.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A document, or a part of one, that knows where it stands. */
sealed interface Node {

    Place place();

    /** What a reader sees, for messages. */
    String summary();

    /** How a scalar is to be written; a reader makes no use of it, since a text may come without quotes. */
    enum Type {
        TEXT,
        NUMBER,
        BOOLEAN
    }

    /** A text or a number, as its raw characters: what YAML 1.1 takes for an octal number or a truth value stays what was written. */
    record Scalar(Place place, String text, Type type) implements Node {
        static Scalar text(String text) {
            return new Scalar(Place.NONE, text, Type.TEXT);
        }

        static Scalar number(int number) {
            return new Scalar(Place.NONE, Integer.toString(number), Type.NUMBER);
        }

        static Scalar truth(boolean value) {
            return new Scalar(Place.NONE, Boolean.toString(value), Type.BOOLEAN);
        }

        @Override
        public String summary() {
            return "'" + text + "'";
        }
    }

    /** A key whose value was left out, or null. */
    record Blank(Place place) implements Node {
        @Override
        public String summary() {
            return "nothing";
        }
    }

    /** A list. */
    record Sequence(Place place, List<Node> items) implements Node {
        @Override
        public String summary() {
            return "a list";
        }
    }

    /** Fields by their names, in the order of the document. */
    record Mapping(Place place, Map<String, Entry> fields) implements Node {
        Optional<String> text(String field) {
            return Optional.ofNullable(fields.get(field))
                    .map(Entry::value)
                    .filter(Scalar.class::isInstance)
                    .map(scalar -> ((Scalar) scalar).text());
        }

        @Override
        public String summary() {
            return "an object";
        }
    }

    /** A field of a mapping; its place is that of the name. */
    record Entry(Place place, Node value) {}
}
