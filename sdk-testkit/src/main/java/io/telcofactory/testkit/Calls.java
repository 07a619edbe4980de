package io.telcofactory.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.telcofactory.api.spi.HttpCall;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Picks calls: by operation, by an object that they name, by their number among those, or by chance.
 *
 * <pre>{@code
 * Calls.number(7)                                             // the seventh call
 * Calls.of("one.vn.allocate").naming("shopfloor").numbers(2, 4)
 * Calls.all().randomly(0.01, 42)                              // each hundredth, the same ones for each seed
 * }</pre>
 *
 * @since 0.1
 */
public final class Calls {
    private static final int FOR_EVER = Integer.MAX_VALUE;

    private final Optional<String> operation;
    private final Predicate<HttpCall> which;
    private final String words;
    private final int first;
    private final int last;
    private final double probability;
    private final OptionalLong seed;

    private Calls(
            Optional<String> operation,
            Predicate<HttpCall> which,
            String words,
            int first,
            int last,
            double probability,
            OptionalLong seed) {
        this.operation = operation;
        this.which = which;
        this.words = words;
        this.first = first;
        this.last = last;
        this.probability = probability;
        this.seed = seed;
    }

    /**
     * Picks every call.
     *
     * @return the selection
     */
    public static Calls all() {
        return new Calls(Optional.empty(), call -> true, "every call", 1, FOR_EVER, 1, OptionalLong.empty());
    }

    /**
     * Picks one call.
     *
     * @param number counted from 1, over everything that the process calls
     * @return the selection
     */
    public static Calls number(int number) {
        return all().numbers(number, number);
    }

    /**
     * Picks the calls of one operation.
     *
     * @param operation as in {@link Operations#of}
     * @return the selection
     */
    public static Calls of(String operation) {
        return new Calls(Optional.of(operation), call -> true, operation, 1, FOR_EVER, 1, OptionalLong.empty());
    }

    /**
     * Keeps those calls whose address or content names an object.
     *
     * @param object a name or a part of it
     * @return the narrower selection
     */
    public Calls naming(String object) {
        return when(
                call -> call.uri().toString().contains(object) || new String(call.body(), UTF_8).contains(object),
                "naming " + object);
    }

    /**
     * Keeps those calls that a test of one's own picks. Calls that were made before the fault was planned count as picked.
     *
     * @param test decides
     * @param description for people
     * @return the narrower selection
     */
    public Calls when(Predicate<HttpCall> test, String description) {
        return new Calls(operation, which.and(test), words + " " + description, first, last, probability, seed);
    }

    /**
     * Keeps some of those picked so far, by their number among them.
     *
     * @param from the first, counted from 1
     * @param to the last
     * @return the narrower selection
     */
    public Calls numbers(int from, int to) {
        if (from < 1 || to < from) {
            throw new IllegalArgumentException("calls are counted from 1, were " + from + " to " + to);
        }
        return new Calls(operation, which, words, from, to, probability, seed);
    }

    /**
     * Keeps each call with a probability.
     *
     * @param chance 0 to 1
     * @param random equal seeds pick equal calls
     * @return the narrower selection
     */
    public Calls randomly(double chance, long random) {
        return new Calls(operation, which, words, first, last, chance, OptionalLong.of(random));
    }

    /** How many of these calls match as far as their operations tell. */
    int countIn(List<String> operations) {
        return (int) operations.stream()
                .filter(name -> operation.isEmpty() || operation.get().equals(name))
                .count();
    }

    boolean matches(HttpCall call, String name) {
        return (operation.isEmpty() || operation.get().equals(name)) && which.test(call);
    }

    /** Whether the call with this number, among those that match, is picked. */
    boolean picks(int number) {
        if (number < first || number > last) {
            return false;
        }
        return seed.isEmpty()
                || new SplittableRandom(Objects.hash(seed.getAsLong(), number)).nextDouble() < probability;
    }

    @Override
    public String toString() {
        String range = last == FOR_EVER ? "" : first == last ? " #" + first : " #" + first + "-" + last;
        return words + range + (seed.isEmpty() ? "" : " with probability " + probability);
    }
}
