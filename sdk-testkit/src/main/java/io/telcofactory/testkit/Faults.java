package io.telcofactory.testkit;

import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.api.spi.Time;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Says what goes wrong, where and when, for everything that one process calls.
 *
 * <pre>{@code
 * Faults faults = Faults.create(time)
 *         .strike(Fault.LOST, Calls.of("one.vn.allocate").numbers(2, 2))
 *         .strike(Fault.KILLED_AFTER, Calls.number(70));
 * HttpTransport transport = faults.on(cloud.transport());   // or on that of a real client
 * }</pre>
 *
 * <p>All transports that it wraps share its counters, so that a loop over N reaches every native call of a program, whatever it
 * talks to. Calls are counted from 1 and from the start, reads and writes alike; a call is struck by the first fault that picks it. The process
 * that was killed can make no call any more; {@link #nextProcess} is the one that is started after it.
 *
 * <p>Threads: safe for concurrent use.
 *
 * @since 0.1
 */
public final class Faults {

    /** How late the answer is that comes {@linkplain Fault#SLOW slowly}. */
    public static final Duration DELAY = Duration.ofSeconds(20);

    /** How long a process {@linkplain Fault#PAUSED stands still}: longer than the lease of a lock. */
    public static final Duration PAUSE = Duration.ofSeconds(90);

    /** How many calls in a row a {@linkplain Fault#STORM storm} refuses: more than a client tries again, for one call after the other. */
    public static final int STORM = 5;

    private static final Duration JUMP = Duration.ofDays(1);

    /**
     * A fault that came to pass.
     *
     * @param number of the call that it struck
     * @param operation what the call was, as in {@link Operations#of}
     * @param fault what happened
     */
    public record Struck(int number, String operation, Fault fault) {

        @Override
        public String toString() {
            return fault + " at call " + number + ", " + operation;
        }
    }

    private final Plan plan;
    private final Time time;
    private final Optional<JumpingClock> clock;
    private volatile boolean dead;

    private Faults(Plan plan, Time time, Optional<JumpingClock> clock) {
        this.plan = plan;
        this.time = time;
        this.clock = clock;
    }

    /**
     * Creates a plan without faults, which only counts, on the time of the machine.
     *
     * @return a new plan
     */
    public static Faults create() {
        return create(Time.system());
    }

    /**
     * Creates a plan without faults.
     *
     * @param time on which slow answers and pauses pass
     * @return a new plan
     */
    public static Faults create(Time time) {
        return new Faults(new Plan(), Objects.requireNonNull(time, "time"), Optional.empty());
    }

    /**
     * Lets something go wrong.
     *
     * @param fault what
     * @param calls where and when
     * @return this plan
     */
    public Faults strike(Fault fault, Calls calls) {
        plan.add(fault, calls);
        return this;
    }

    /**
     * Names the systems that faults of a site strike.
     *
     * @param site for example a fake; each call adds one
     * @return this plan
     */
    public Faults site(FaultySite site) {
        plan.add(site);
        return this;
    }

    /**
     * Starts the next process under the same plan: it shares faults and counters, but not its predecessor's fate.
     *
     * @param own the clock that the process reads
     * @return the faults of that process
     */
    public Faults nextProcess(JumpingClock own) {
        return new Faults(plan, own, Optional.of(own));
    }

    /**
     * Wraps a transport.
     *
     * @param transport what carries the calls
     * @return a transport with these faults; closing it closes the wrapped one
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
        return plan.seen().size();
    }

    /**
     * Lists the operations called so far.
     *
     * @return an unmodifiable copy, oldest first
     */
    public List<String> seen() {
        return plan.seen();
    }

    /**
     * Lists what went wrong so far.
     *
     * @return an unmodifiable copy, oldest first
     */
    public List<Struck> struck() {
        return plan.struck();
    }

    private HttpAnswer exchange(HttpTransport transport, HttpCall call) throws IOException {
        if (dead) {
            throw new ProcessKilled("the process is dead; it cannot call " + call);
        }
        String operation = Operations.of(call);
        Optional<Struck> struck = plan.next(call, operation);
        return struck.isEmpty() ? transport.exchange(call) : disturbed(transport, call, struck.get());
    }

    private HttpAnswer disturbed(HttpTransport transport, HttpCall call, Struck struck) throws IOException {
        return switch (struck.fault().kind()) {
            case EXCHANGE -> broken(transport, call, struck);
            case PROCESS -> stricken(transport, call, struck);
            case SITE -> {
                plan.sites().forEach(site -> site.strike(struck.fault()));
                yield transport.exchange(call);
            }
        };
    }

    private HttpAnswer broken(HttpTransport transport, HttpCall call, Struck struck) throws IOException {
        return switch (struck.fault()) {
            case REFUSED -> throw new ConnectException(struck.toString());
            case RESET -> throw new SocketException("Connection reset; " + struck);
            case SLOW -> {
                HttpAnswer answer = transport.exchange(call);
                pass(DELAY, struck);
                yield answer;
            }
            case TIMED_OUT -> {
                transport.exchange(call).close();
                pass(call.timeout(), struck);
                throw new SocketTimeoutException(struck.toString());
            }
            case LOST -> {
                transport.exchange(call).close();
                throw new SocketException("Connection reset; " + struck);
            }
            case TWICE -> {
                transport.exchange(call).close();
                yield transport.exchange(call);
            }
            case TRUNCATED -> Answers.truncated(transport.exchange(call));
            case GARBLED -> Answers.garbled(transport.exchange(call));
            case FAILED_AFTER -> {
                transport.exchange(call).close();
                yield Answers.instead(struck.fault(), call, struck.operation());
            }
            default -> Answers.instead(struck.fault(), call, struck.operation());
        };
    }

    private HttpAnswer stricken(HttpTransport transport, HttpCall call, Struck struck) throws IOException {
        switch (struck.fault()) {
            case PAUSED -> pass(PAUSE, struck);
            case CLOCK_JUMPS -> clock.ifPresent(own -> own.jump(own.offset().isZero() ? JUMP : JUMP.negated()));
            case KILLED_AFTER -> {
                transport.exchange(call).close();
                throw killed(struck);
            }
            default -> throw killed(struck);
        }
        return transport.exchange(call);
    }

    private ProcessKilled killed(Struck struck) {
        dead = true;
        return new ProcessKilled(struck.toString());
    }

    private void pass(Duration delay, Struck struck) throws InterruptedIOException {
        try {
            time.sleep(delay);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            InterruptedIOException failure = new InterruptedIOException("interrupted while " + struck);
            failure.initCause(interrupted);
            throw failure;
        }
    }

    /** Faults and counters, shared by processes. */
    private static final class Plan {
        private final List<Rule> rules = new ArrayList<>();
        private final List<FaultySite> sites = new ArrayList<>();
        private final List<String> seen = new ArrayList<>();
        private final List<Struck> struck = new ArrayList<>();
        private int stormy;

        synchronized void add(Fault fault, Calls calls) {
            rules.add(new Rule(Objects.requireNonNull(fault, "fault"), calls, calls.countIn(seen)));
        }

        synchronized void add(FaultySite site) {
            sites.add(Objects.requireNonNull(site, "site"));
        }

        synchronized List<FaultySite> sites() {
            return List.copyOf(sites);
        }

        synchronized List<String> seen() {
            return List.copyOf(seen);
        }

        synchronized List<Struck> struck() {
            return List.copyOf(struck);
        }

        /** Counts a call, for all rules, and tells which one strikes it. */
        synchronized Optional<Struck> next(HttpCall call, String operation) {
            seen.add(operation);
            Optional<Struck> first = Optional.empty();
            for (Rule rule : rules) {
                if (rule.picks(call, operation) && first.isEmpty()) {
                    first = Optional.of(new Struck(seen.size(), operation, rule.fault));
                }
            }
            if (first.filter(one -> one.fault() == Fault.STORM).isPresent()) {
                stormy = STORM;
            }
            if (stormy > 0) {
                stormy--;
                first = first.or(() -> Optional.of(new Struck(seen.size(), operation, Fault.STORM)));
            }
            first.ifPresent(struck::add);
            return first;
        }
    }

    /** One fault with the count of the calls that match it. */
    private static final class Rule {
        private final Fault fault;
        private final Calls calls;
        private int matched;

        Rule(Fault fault, Calls calls, int matched) {
            this.fault = fault;
            this.calls = calls;
            this.matched = matched;
        }

        boolean picks(HttpCall call, String operation) {
            return calls.matches(call, operation) && calls.picks(++matched);
        }
    }
}
