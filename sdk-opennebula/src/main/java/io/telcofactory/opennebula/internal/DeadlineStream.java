package io.telcofactory.opennebula.internal;

import io.telcofactory.api.spi.Time;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Fails when a body takes longer than its call may, however steadily it trickles. */
public final class DeadlineStream extends FilterInputStream {
    private final Time time;
    private final long start;
    private final Duration remaining;

    /**
     * Wraps a body.
     *
     * @param body the body
     * @param time measures
     * @param remaining the longest time from now
     */
    public DeadlineStream(InputStream body, Time time, Duration remaining) {
        super(body);
        this.time = time;
        this.start = time.nanoTime();
        this.remaining = remaining;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        check();
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        check();
        return read;
    }

    private void check() throws SocketTimeoutException {
        if (time.nanoTime() - start > remaining.toNanos()) {
            throw new SocketTimeoutException("The answer did not end within " + remaining);
        }
    }
}
