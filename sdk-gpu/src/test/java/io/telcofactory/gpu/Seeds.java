package io.telcofactory.gpu;

import java.util.stream.LongStream;

/** The seeds of randomised tests. */
public final class Seeds {
    private Seeds() {}

    /** Returns the seeds 0, 1, ... or, to replay a failure, the one that the system property {@code seed} names. */
    public static LongStream first(int count) {
        Long replay = Long.getLong("seed");
        return replay == null ? LongStream.range(0, count) : LongStream.of(replay);
    }
}
