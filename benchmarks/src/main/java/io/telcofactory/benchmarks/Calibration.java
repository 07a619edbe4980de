package io.telcofactory.benchmarks;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * Work that says how fast the machine is: a digest of 1 MiB.
 *
 * <p>A group with an absolute target runs this as well and shows {@link #row} beside it, so that a miss on a slow or busy
 * machine can be told from a regression.
 */
public class Calibration extends Microbenchmark {
    private static final int MEBIBYTE = 1 << 20;

    private final byte[] data = new byte[MEBIBYTE];

    /** Fills the data with the same bytes on every run. */
    public Calibration() {
        new Random(1).nextBytes(data);
    }

    /** Digests 1 MiB by SHA-256. */
    @Benchmark
    public byte[] digestOneMebibyte() throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(data);
    }

    /** Returns the row to show beside an absolute target. */
    public static Row row(Results results) {
        return row(results.nanosPerOperation(Calibration.class, "digestOneMebibyte"));
    }

    /** Returns the same row for a group that measures without JMH. */
    static Row measure() throws Exception {
        Calibration work = new Calibration();
        return row(new Interleaved(10, 15)
                .way("digest", () -> (long) work.digestOneMebibyte()[0])
                .medians()
                .of("digest"));
    }

    private static Row row(double nanos) {
        return Row.note("calibration: SHA-256 of 1 MiB", Unit.TIME, nanos);
    }
}
