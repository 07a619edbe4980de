package io.telcofactory.opennebula.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Response;

/** The body of an answer; gives its connection back when closed. */
final class WatchedBody extends InputStream {
    private final Response response;
    private final InputStream body;
    private final CallWatch.Watch watch;
    private final Runnable onClose;
    private final AtomicBoolean closed = new AtomicBoolean();

    WatchedBody(Response response, CallWatch.Watch watch, Runnable onClose) {
        this.response = response;
        this.body = response.body().byteStream();
        this.watch = watch;
        this.onClose = onClose;
    }

    @Override
    public int read() throws IOException {
        watch.readBy(Thread.currentThread());
        try {
            return body.read();
        } catch (IOException e) {
            throw watch.explain(e);
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        watch.readBy(Thread.currentThread());
        try {
            return body.read(target, offset, length);
        } catch (IOException e) {
            throw watch.explain(e);
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            watch.end();
            try {
                response.close();
            } finally {
                onClose.run();
            }
        }
    }
}
