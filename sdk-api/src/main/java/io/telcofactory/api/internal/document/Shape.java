package io.telcofactory.api.internal.document;

import java.util.List;

/** What a form accepts, described for schemas and for people. */
sealed interface Shape {

    /** A text or number of a certain syntax, as in the example; {@code pattern} is a regular expression that JSON Schema and Java share. */
    record Text(String meaning, String pattern, String example) implements Shape {}

    /** A whole number between two bounds, both included. */
    record Whole(int min, int max, int example) implements Shape {}

    /** One of several words. */
    record Choice(List<String> words) implements Shape {}

    /** True or false. */
    record Flag() implements Shape {}

    /** A list. */
    record Items(Shape of) implements Shape {}

    /** Freely named values, with a name such as may stand there. */
    record Entries(String meaning, String name, Shape of) implements Shape {}

    /** An object with known fields. */
    record Fields(String name, String meaning, List<? extends Property<?, ?, ?>> properties) implements Shape {}

    /** Any of several shapes. */
    record Any(List<Shape> shapes) implements Shape {}
}
