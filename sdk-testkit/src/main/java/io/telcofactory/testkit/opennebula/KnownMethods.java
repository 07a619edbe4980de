package io.telcofactory.testkit.opennebula;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The methods that OpenNebula 7.4 registers, whether the fake serves them or not. */
final class KnownMethods {

    private static final Set<String> NAMES = read();

    private KnownMethods() {}

    static boolean isKnown(String name) {
        return NAMES.contains(name);
    }

    static Set<String> all() {
        return NAMES;
    }

    private static Set<String> read() {
        String name = "methods.txt";
        try (InputStream in = Objects.requireNonNull(KnownMethods.class.getResourceAsStream(name), name)) {
            return new TreeSet<>(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }
}
