package io.telcofactory.examples;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What the job promises; a broken promise is printed where it happened and decides the exit code. */
final class Expectations {
    private final PrintStream out;
    private final List<String> broken = new ArrayList<>();

    Expectations(PrintStream out) {
        this.out = out;
    }

    void expect(boolean holds, String promise) {
        out.println((holds ? "  as expected: " : "  NOT AS EXPECTED: ") + promise);
        if (!holds) {
            broken.add(promise);
        }
    }

    List<String> broken() {
        return List.copyOf(broken);
    }
}
