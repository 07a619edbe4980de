package io.telcofactory.opennebula.transport;

import io.telcofactory.api.spi.Time;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends exchanges whose headers are late or whose thread was interrupted: a blocking socket heeds neither. One daemon thread
 * for the whole process looks at the running exchanges 40 times a second; after a second without any it sleeps until the next one begins.
 */
final class CallWatch {
    private static final long PERIOD = Duration.ofMillis(25).toNanos();
    private static final int IDLE_PERIODS = 40;
    private static final Set<Watch> RUNNING = ConcurrentHashMap.newKeySet();
    private static final Thread GUARD = guard();
    private static volatile boolean asleep;

    private CallWatch() {}

    static Watch start(Runnable cancel, Duration timeout, Time time) {
        Watch watch = new Watch(cancel, Thread.currentThread(), timeout, time);
        RUNNING.add(watch);
        if (asleep) {
            LockSupport.unpark(GUARD);
        }
        return watch;
    }

    private static Thread guard() {
        Thread thread = new Thread(CallWatch::look, "telco-factory-call-watch");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void look() {
        int idle = 0;
        for (; ; ) {
            RUNNING.forEach(Watch::look);
            idle = RUNNING.isEmpty() ? idle + 1 : 0;
            if (idle < IDLE_PERIODS) {
                LockSupport.parkNanos(CallWatch.class, PERIOD);
            } else {
                sleep();
                idle = 0;
            }
        }
    }

    private static void sleep() {
        asleep = true;
        if (RUNNING.isEmpty()) { // read after the flag is set, so that no exchange begins unseen
            LockSupport.park(CallWatch.class);
        }
        asleep = false;
    }

    /** One running exchange. */
    static final class Watch {
        private final Runnable cancel;
        private final Duration timeout;
        private final Time time;
        private final long started;
        private volatile Thread reader;
        private volatile boolean waitingForHeaders = true;
        private volatile boolean late;
        private volatile boolean interrupted;

        private Watch(Runnable cancel, Thread reader, Duration timeout, Time time) {
            this.cancel = cancel;
            this.reader = reader;
            this.timeout = timeout;
            this.time = time;
            this.started = time.nanoTime();
        }

        private void look() {
            if (reader.isInterrupted()) {
                interrupted = true;
                cancel.run();
            } else if (waitingForHeaders && time.nanoTime() - started > timeout.toNanos()) {
                late = true;
                cancel.run();
            }
        }

        void headersArrived() {
            waitingForHeaders = false;
        }

        void readBy(Thread thread) {
            if (reader != thread) {
                reader = thread;
            }
        }

        /** Tells why the exchange really ended: a cancelled one only says so. */
        IOException explain(IOException e) {
            if (late) {
                return caused(new SocketTimeoutException("No answer within " + timeout), e);
            }
            return interrupted ? caused(new InterruptedIOException("Interrupted"), e) : e;
        }

        private static IOException caused(IOException meaning, IOException cause) {
            meaning.initCause(cause);
            return meaning;
        }

        void end() {
            RUNNING.remove(this);
        }
    }
}
