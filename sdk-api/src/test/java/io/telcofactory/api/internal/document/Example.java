package io.telcofactory.api.internal.document;

import java.util.List;
import java.util.Optional;

/** What may stand in a document in a field of a shape, as YAML in one line, the first where several are told. Objects have none: their fields have. */
final class Example {
    private Example() {}

    static Optional<String> of(Shape shape) {
        if (shape instanceof Shape.Text text) {
            return Optional.of(scalar(text.example().split(" or ")[0]));
        }
        if (shape instanceof Shape.Whole whole) {
            return Optional.of(Integer.toString(whole.example()));
        }
        if (shape instanceof Shape.Choice choice) {
            List<String> words = choice.words();
            return Optional.of(words.get(words.size() - 1));
        }
        if (shape instanceof Shape.Flag) {
            return Optional.of("true");
        }
        if (shape instanceof Shape.Items items) {
            return of(items.of()).map(item -> "[" + item + "]");
        }
        if (shape instanceof Shape.Entries entries) {
            return of(entries.of()).map(each -> "{" + entries.name() + ": " + each + "}");
        }
        if (shape instanceof Shape.Any any) {
            return any.shapes().stream().flatMap(each -> of(each).stream()).findFirst();
        }
        return Optional.empty();
    }

    /** In quotes where YAML would read something else. */
    private static String scalar(String text) {
        return text.matches("[A-Za-z0-9/][A-Za-z0-9/.,+ _-]*") ? text : '"' + text + '"';
    }
}
