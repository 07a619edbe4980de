package io.telcofactory.opennebula.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads numbers from texts of the server without throwing. */
final class Numbers {

    private Numbers() {}

    static OptionalInt integer(String text) {
        try {
            return OptionalInt.of(Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /** Reads {@code 1,2,3} or {@code 1 2 3}. */
    static List<Integer> list(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .flatMap(part -> integer(part).stream().boxed())
                .toList();
    }

    /** Reads seconds since 1970; 0 means never. */
    static Optional<Instant> time(OptionalLong seconds) {
        return seconds.isPresent() && seconds.getAsLong() > 0
                ? Optional.of(Instant.ofEpochSecond(Math.min(seconds.getAsLong(), 253_402_300_799L)))
                : Optional.empty();
    }
}
