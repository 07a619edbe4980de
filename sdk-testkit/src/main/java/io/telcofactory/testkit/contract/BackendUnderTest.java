package io.telcofactory.testkit.contract;

import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.spi.Backend;
import io.telcofactory.api.spi.Time;
import io.telcofactory.testkit.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A backend and the system it works on, as {@link BackendContract} needs them. Only the connection and the resources are
 * mandatory; tests for which something is not given are skipped and say what they miss.
 *
 * <pre>{@code
 * BackendUnderTest.builder(faults -> new MyBackend(faults.on(server.transport())))
 *         .resources(acme, cameras)
 *         .change("routes", cameras.toBuilder().routes(List.of()).build())
 *         .drift("routes by hand", cameras.ref(), () -> server.setRoutes("none"), "routes")
 *         .build();
 * }</pre>
 *
 * @since 0.1
 */
public final class BackendUnderTest {

    /** Another content of one of the resources. */
    record Variation(String name, Resource resource) {}

    /** What somebody does to one of the resources behind the backend's back. */
    record Drift(String name, Ref ref, Runnable action, List<String> paths) {}

    /** What somebody adds to one of the resources, and that is none of the backend's business. */
    record Foreign(String name, Runnable action, BooleanSupplier there) {}

    private final Function<Faults, ? extends Backend> connection;
    private final List<Resource> resources;
    private final List<Variation> changes;
    private final List<Drift> drifts;
    private final List<Foreign> foreigners;
    private final Set<String> constants;
    private final Optional<Supplier<String>> snapshot;
    private final Time time;
    private final Duration lockLease;
    private final String factory;
    private final int deaths;

    private BackendUnderTest(Builder builder) {
        this.connection = builder.connection;
        this.resources = List.copyOf(builder.resources);
        this.changes = List.copyOf(builder.changes);
        this.drifts = List.copyOf(builder.drifts);
        this.foreigners = List.copyOf(builder.foreigners);
        this.constants = Set.copyOf(builder.constants);
        this.snapshot = builder.snapshot;
        this.time = builder.time;
        this.lockLease = builder.lockLease;
        this.factory = builder.factory;
        this.deaths = builder.deaths;
    }

    /**
     * Starts the description of a backend.
     *
     * @param connection connects to the system as a new process does, each time it is called. If the backend's calls go through an
     *     {@link io.telcofactory.api.spi.HttpTransport}, it wraps that by {@link Faults#on}: then the process dies before and after
     *     every single call of it, and answers get lost. Otherwise it leaves the faults alone, and the process dies before every step
     *     that it announces by {@link io.telcofactory.api.spi.Execution#proceed}
     * @return a builder
     */
    public static Builder builder(Function<Faults, ? extends Backend> connection) {
        return new Builder(connection);
    }

    Backend connect(Faults faults) {
        return connection.apply(faults);
    }

    Blueprint blueprint() {
        return Blueprint.of("contract", resources);
    }

    List<Variation> changes() {
        return changes;
    }

    List<Drift> drifts() {
        return drifts;
    }

    List<Foreign> foreigners() {
        return foreigners;
    }

    Set<String> constants() {
        return constants;
    }

    String snapshot() {
        return snapshot.map(Supplier::get).orElse("");
    }

    Time time() {
        return time;
    }

    Duration lockLease() {
        return lockLease;
    }

    String factory() {
        return factory;
    }

    int deaths() {
        return deaths;
    }

    /** Collects what the contract needs. */
    public static final class Builder {
        private final Function<Faults, ? extends Backend> connection;
        private List<Resource> resources = List.of();
        private final List<Variation> changes = new ArrayList<>();
        private final List<Drift> drifts = new ArrayList<>();
        private final List<Foreign> foreigners = new ArrayList<>();
        private final Set<String> constants = new HashSet<>();
        private Optional<Supplier<String>> snapshot = Optional.empty();
        private Time time = Time.system();
        private Duration lockLease = Duration.ofSeconds(60);
        private String factory = "contract";
        private int deaths = Integer.MAX_VALUE;

        private Builder(Function<Faults, ? extends Backend> connection) {
            this.connection = Objects.requireNonNull(connection, "connection");
        }

        /**
         * Sets what is made. Those of kinds that the backend does not make are taken as made by somebody else.
         *
         * @param all one resource of each kind at least, together a valid blueprint
         * @return this builder
         */
        public Builder resources(Resource... all) {
            this.resources = List.of(all);
            return this;
        }

        /**
         * Adds a change to make, and to take back. Together the changes must change every field that can be set in place, but
         * those that are {@linkplain #constant constant}.
         *
         * @param name for the test's name
         * @param changed one of the resources with other content
         * @return this builder
         */
        public Builder change(String name, Resource changed) {
            changes.add(new Variation(name, changed));
            return this;
        }

        /**
         * Names fields that are the same whatever the resources say, such as who owns them.
         *
         * @param paths as in the rendering
         * @return this builder
         */
        public Builder constant(String... paths) {
            constants.addAll(List.of(paths));
            return this;
        }

        /**
         * Adds something that a person does to a resource of ours, and that an apply repairs.
         *
         * @param name for the test's name
         * @param ref the resource
         * @param action does it, behind the backend's back
         * @param paths the fields that the plan then shows, and no others
         * @return this builder
         */
        public Builder drift(String name, Ref ref, Runnable action, String... paths) {
            drifts.add(new Drift(name, ref, action, List.of(paths)));
            return this;
        }

        /**
         * Adds something that a person adds to a resource of ours where the backend sets nothing: it must neither show in
         * a plan nor get lost by an apply.
         *
         * @param name for the test's name
         * @param action does it, behind the backend's back
         * @param there whether it is still there
         * @return this builder
         */
        public Builder foreign(String name, Runnable action, BooleanSupplier there) {
            foreigners.add(new Foreign(name, action, there));
            return this;
        }

        /**
         * Sets how to look at the whole system past the backend, to find what it forgot.
         *
         * @param text everything on it in stable lines, without ids and times that differ between two equal runs
         * @return this builder
         */
        public Builder snapshot(Supplier<String> text) {
            this.snapshot = Optional.of(text);
            return this;
        }

        /**
         * Sets the clock the system lives on.
         *
         * @param source the time of the machine by default
         * @return this builder
         */
        public Builder time(Time source) {
            this.time = source;
            return this;
        }

        /**
         * Sets how long the lock of a dead process is respected.
         *
         * @param lease 60 s by default; less on the time of the machine spares waiting
         * @return this builder
         */
        public Builder lockLease(Duration lease) {
            this.lockLease = lease;
            return this;
        }

        /**
         * Sets the name under which it is made, on a system that others use too.
         *
         * @param id id of the factory, {@code contract} by default; a second one has {@code -other} behind it
         * @return this builder
         */
        public Builder factory(String id) {
            this.factory = id;
            return this;
        }

        /**
         * Sets at how many of the places where a process can die it does, on a slow system; they are spread evenly.
         *
         * @param atMost for each of apply, change and destroy; all by default
         * @return this builder
         */
        public Builder deaths(int atMost) {
            this.deaths = atMost;
            return this;
        }

        /**
         * Finishes.
         *
         * @return the backend under test
         * @throws IllegalArgumentException if there are no resources, or something is said about a resource that is not among them
         */
        public BackendUnderTest build() {
            if (resources.isEmpty()) {
                throw new IllegalArgumentException("a backend under test needs resources to make: call resources(...)");
            }
            changes.forEach(change -> requireKnown(change.resource().ref(), "change '" + change.name() + "'"));
            drifts.forEach(drift -> requireKnown(drift.ref(), "drift '" + drift.name() + "'"));
            return new BackendUnderTest(this);
        }

        private void requireKnown(Ref ref, String what) {
            List<Ref> known = resources.stream().map(Resource::ref).toList();
            if (!known.contains(ref)) {
                throw new IllegalArgumentException(what + " is about " + ref + ", which is not among " + known);
            }
        }
    }
}
