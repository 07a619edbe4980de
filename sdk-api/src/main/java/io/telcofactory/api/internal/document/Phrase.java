package io.telcofactory.api.internal.document;

import java.util.stream.Collectors;

/** Says in a few words what a shape accepts. */
final class Phrase {
    private Phrase() {}

    static String of(Shape shape) {
        if (shape instanceof Shape.Text text) {
            return text.example().isEmpty() ? text.meaning() : text.meaning() + " such as " + text.example();
        }
        if (shape instanceof Shape.Whole whole) {
            return whole.max() == Integer.MAX_VALUE
                    ? "a whole number, at least " + whole.min()
                    : "a whole number, " + whole.min() + " to " + whole.max();
        }
        if (shape instanceof Shape.Choice choice) {
            return "one of " + String.join(", ", choice.words());
        }
        if (shape instanceof Shape.Flag) {
            return "true or false";
        }
        if (shape instanceof Shape.Items items) {
            return "a list, each item " + of(items.of());
        }
        if (shape instanceof Shape.Entries entries) {
            return entries.meaning();
        }
        if (shape instanceof Shape.Any any) {
            return any.shapes().stream().map(Phrase::of).collect(Collectors.joining(", or "));
        }
        return "an object: " + ((Shape.Fields) shape).meaning();
    }
}
