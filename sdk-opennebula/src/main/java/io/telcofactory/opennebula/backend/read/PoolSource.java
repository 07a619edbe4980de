package io.telcofactory.opennebula.backend.read;

import io.telcofactory.opennebula.model.IdRange;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Reads a pool.
 *
 * @param <T> the objects
 * @param since reads those from a number on, or more
 * @param one reads one; empty if the server does not tell single ones
 * @param number an object's number
 */
record PoolSource<T>(IntFunction<Stream<T>> since, Optional<IntFunction<Optional<T>>> one, ToIntFunction<T> number) {

    /** A pool of which the server tells any part. */
    static <T> PoolSource<T> ranged(Function<IdRange, Stream<T>> list, ToIntFunction<T> number) {
        return new PoolSource<>(
                first -> list.apply(first == 0 ? IdRange.ALL : IdRange.from(first)),
                Optional.of(id -> {
                    try (Stream<T> found = list.apply(IdRange.ids(id, id))) {
                        return found.findFirst();
                    }
                }),
                number);
    }

    /** A pool that is told whole or one by one. */
    static <T> PoolSource<T> single(Supplier<Stream<T>> all, IntFunction<Optional<T>> one, ToIntFunction<T> number) {
        return single(first -> all.get(), one, number);
    }

    /** A pool of which those from a number on are told, or single ones. */
    static <T> PoolSource<T> single(
            IntFunction<Stream<T>> since, IntFunction<Optional<T>> one, ToIntFunction<T> number) {
        return new PoolSource<>(since, Optional.of(one), number);
    }

    /** A pool that is told whole only. */
    static <T> PoolSource<T> whole(Supplier<Stream<T>> all, ToIntFunction<T> number) {
        return new PoolSource<>(first -> all.get(), Optional.empty(), number);
    }
}
