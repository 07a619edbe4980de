package io.telcofactory.testkit;

import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.api.spi.Time;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Faults that can be asked for, by the number of the call or by what it says. All transports that one plan wraps share
 * its counter, so that a loop over N reaches every native call of a program, whatever it talks to.
 *
 * <pre>{@code
 * Faults faults = Faults.create().killAt(7, Faults.Moment.AFTER);
 * HttpTransport transport = faults.on(cloud.transport());
 * }</pre>
 *
 * <p>Calls are counted from 1, reads and writes alike. Threads: safe for concurrent use.
 *
 * @since 0.1
 */
public final class Faults {

    /** When a process dies. */
    public enum Moment {
        /** The call never reaches the other side. */
        BEFORE,
        /** The other side has acted; nobody learns the answer. */
        AFTER
    }

    private interface Effect {
        HttpAnswer run(HttpTransport transport, HttpCall call, int number) throws IOException;
    }

    private record Rule(int number, Predicate<HttpCall> which, Effect effect) {

        boolean hits(HttpCall call, int callNumber) {
            return (number == 0 || number == callNumber) && which.test(call);
        }
    }

    private final Object monitor = new Object();
    private final List<Rule> rules = new ArrayList<>();
    private final List<HttpCall> seen = new ArrayList<>();
    private boolean dead;

    private Faults() {}

    /**
     * Creates a plan without faults: it only counts.
     *
     * @return a new plan
     */
    public static Faults create() {
        return new Faults();
    }

    /**
     * Lets the process die at a call; every later call dies as well.
     *
     * @param number the call, from 1
     * @param moment before or after its effect
     * @return this plan
     */
    public Faults killAt(int number, Moment moment) {
        Objects.requireNonNull(moment, "moment");
        return rule(number, call -> true, (transport, call, n) -> {
            if (moment == Moment.AFTER) {
                transport.exchange(call).close();
            }
            synchronized (monitor) {
                dead = true;
            }
            throw new ProcessKilled("killed " + moment + " call " + n + ": " + call);
        });
    }

    /**
     * Loses the answer of a call after its effect.
     *
     * @param number the call, from 1
     * @return this plan
     */
    public Faults dropAnswerAt(int number) {
        return rule(number, call -> true, Faults::dropAnswer);
    }

    /**
     * Loses the answer of every call that a test picks, after its effect.
     *
     * @param which the calls
     * @return this plan
     */
    public Faults dropAnswerWhen(Predicate<HttpCall> which) {
        return rule(0, which, Faults::dropAnswer);
    }

    /**
     * Refuses the connection of a call: it is certainly not sent.
     *
     * @param number the call, from 1
     * @return this plan
     */
    public Faults refuseAt(int number) {
        return rule(number, call -> true, Faults::refuse);
    }

    /**
     * Refuses the connection of every call that a test picks.
     *
     * @param which the calls
     * @return this plan
     */
    public Faults refuseWhen(Predicate<HttpCall> which) {
        return rule(0, which, Faults::refuse);
    }

    /**
     * Lets time pass before every call that a test picks.
     *
     * @param which the calls
     * @param time the clock to wait on
     * @param delay how long
     * @return this plan
     */
    public Faults delayWhen(Predicate<HttpCall> which, Time time, Duration delay) {
        return rule(0, which, (transport, call, n) -> {
            try {
                time.sleep(delay);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                InterruptedIOException failure = new InterruptedIOException("interrupted while delayed: " + call);
                failure.initCause(interrupted);
                throw failure;
            }
            return transport.exchange(call);
        });
    }

    /**
     * Wraps a transport.
     *
     * @param transport what carries the calls that no fault hits
     * @return a transport with this plan's faults; closing it closes the wrapped one
     */
    public HttpTransport on(HttpTransport transport) {
        Objects.requireNonNull(transport, "transport");
        return new HttpTransport() {
            @Override
            public HttpAnswer exchange(HttpCall call) throws IOException {
                return Faults.this.exchange(transport, call);
            }

            @Override
            public void close() {
                transport.close();
            }
        };
    }

    /**
     * Counts the calls so far, over all wrapped transports.
     *
     * @return the number of the last call
     */
    public int calls() {
        synchronized (monitor) {
            return seen.size();
        }
    }

    /**
     * Lists the calls so far.
     *
     * @return an unmodifiable copy, oldest first
     */
    public List<HttpCall> seen() {
        synchronized (monitor) {
            return List.copyOf(seen);
        }
    }

    private Faults rule(int number, Predicate<HttpCall> which, Effect effect) {
        synchronized (monitor) {
            rules.add(new Rule(number, Objects.requireNonNull(which, "which"), effect));
        }
        return this;
    }

    private HttpAnswer exchange(HttpTransport transport, HttpCall call) throws IOException {
        int number;
        Rule hit = null;
        synchronized (monitor) {
            if (dead) {
                throw new ProcessKilled("the process is dead; it cannot call " + call);
            }
            seen.add(call);
            number = seen.size();
            for (Rule rule : rules) {
                if (hit == null && rule.hits(call, number)) {
                    hit = rule;
                }
            }
        }
        return hit == null ? transport.exchange(call) : hit.effect().run(transport, call, number);
    }

    private static HttpAnswer dropAnswer(HttpTransport transport, HttpCall call, int number) throws IOException {
        transport.exchange(call).close();
        throw new IOException("the answer of call " + number + " was lost: " + call);
    }

    private static HttpAnswer refuse(HttpTransport transport, HttpCall call, int number) throws IOException {
        throw new ConnectException("call " + number + " was refused: " + call);
    }
}
