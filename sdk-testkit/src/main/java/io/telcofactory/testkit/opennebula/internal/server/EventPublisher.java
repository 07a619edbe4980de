package io.telcofactory.testkit.opennebula.internal.server;

import io.telcofactory.testkit.opennebula.HookEvent;
import java.net.URI;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** Publishes the event stream on a free loopback port, in two frames. The only class that needs JeroMQ. */
public final class EventPublisher implements Consumer<HookEvent>, AutoCloseable {
    private static final String LOOPBACK = "tcp://127.0.0.1";

    private final ReentrantLock lock = new ReentrantLock(); // sockets of ZeroMQ are for one thread at a time
    private final ZContext context = new ZContext();
    private final ZMQ.Socket socket = context.createSocket(SocketType.PUB);
    private final URI address;
    private boolean closed;

    public EventPublisher() {
        context.setLinger(0);
        address = URI.create(LOOPBACK + ":" + socket.bindToRandomPort(LOOPBACK));
    }

    public URI address() {
        return address;
    }

    @Override
    public void accept(HookEvent event) {
        lock.lock();
        try {
            if (!closed) {
                socket.sendMore(event.topic());
                socket.send(event.content());
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            context.close();
        } finally {
            lock.unlock();
        }
    }
}
