package io.telcofactory.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of a command line, taken one option at a time. */
final class Words {
    private final List<String> left;

    Words(String[] args) {
        this.left = new ArrayList<>(List.of(args));
        left.removeIf(String::isBlank);
    }

    boolean flag(String name) {
        return left.remove(name);
    }

    Optional<String> value(String name) {
        int at = left.indexOf(name);
        if (at < 0) {
            return Optional.empty();
        }
        left.remove(at);
        if (at == left.size()) {
            throw new IllegalArgumentException("Option " + name + " needs a value");
        }
        return Optional.of(left.remove(at));
    }

    void requireAllRead() {
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("Unknown option: " + left.get(0));
        }
    }
}
