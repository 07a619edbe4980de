package io.telcofactory.opennebula.model;

import java.util.Arrays;
import java.util.List;

/** Reads lists from texts of the server. */
final class Texts {

    private Texts() {}

    static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
