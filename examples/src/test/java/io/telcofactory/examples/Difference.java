package io.telcofactory.examples;

import java.util.ArrayList;
import java.util.List;

/** Shows by which lines two texts differ. */
final class Difference {

    private Difference() {}

    static String of(String expected, String actual) {
        List<String> missing = new ArrayList<>(expected.lines().toList());
        List<String> surplus = new ArrayList<>();
        actual.lines().forEach(line -> {
            if (!missing.remove(line)) {
                surplus.add(line);
            }
        });
        StringBuilder text = new StringBuilder();
        missing.forEach(line -> text.append("  - ").append(line).append('\n'));
        surplus.forEach(line -> text.append("  + ").append(line).append('\n'));
        return text.toString();
    }
}
