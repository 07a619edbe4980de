package io.telcofactory.testkit.contract;

import io.telcofactory.api.Change;
import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.SecretRef;
import io.telcofactory.api.spi.Backend;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Execution;
import io.telcofactory.api.spi.LockStore;
import io.telcofactory.api.spi.Observation;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Rendering;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.api.spi.SharedState;
import io.telcofactory.api.spi.Time;
import io.telcofactory.testkit.ProcessKilled;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A backend whose process dies before one of the steps that it announces. The dead do nothing more, and release nothing. */
final class MortalBackend implements Backend {
    private final Backend living;
    private final int lastStep;
    private int steps;
    private boolean dead;

    /**
     * Gives a backend a mortal process.
     *
     * @param living what works until then
     * @param lastStep the number, counted from 1, of the step before which it dies
     */
    MortalBackend(Backend living, int lastStep) {
        this.living = living;
        this.lastStep = lastStep;
    }

    int steps() {
        return steps;
    }

    private Backend alive() {
        if (dead) {
            throw new ProcessKilled("the process is dead since step " + lastStep);
        }
        return living;
    }

    @Override
    public String name() {
        return living.name();
    }

    @Override
    public Set<String> kinds() {
        return living.kinds();
    }

    @Override
    public List<Check> checks() {
        return living.checks();
    }

    @Override
    public Observation observe(Scope scope) {
        return alive().observe(scope);
    }

    @Override
    public Observation observe(Scope scope, SharedState shared) {
        return alive().observe(scope, shared);
    }

    @Override
    public Rendering render(Resource resource, Scope scope) {
        return living.render(resource, scope);
    }

    @Override
    public Map<String, String> ensure(Resource resource, Change change, Execution execution) {
        return alive().ensure(resource, change, new MortalExecution(execution));
    }

    @Override
    public void remove(Change change, Execution execution) {
        alive().remove(change, new MortalExecution(execution));
    }

    @Override
    public Optional<LockStore> locks() {
        return living.locks().map(MortalLocks::new);
    }

    @Override
    public void close() {
        living.close();
    }

    private final class MortalLocks implements LockStore {
        private final LockStore store;

        MortalLocks(LockStore store) {
            this.store = store;
        }

        private LockStore alive() {
            MortalBackend.this.alive();
            return store;
        }

        @Override
        public Map<String, Held> list(String prefix) {
            return alive().list(prefix);
        }

        @Override
        public Optional<Held> create(String name, String holder, String nonce) {
            return alive().create(name, holder, nonce);
        }

        @Override
        public Optional<Held> find(String name) {
            return alive().find(name);
        }

        @Override
        public boolean renew(String id, String nonce) {
            return alive().renew(id, nonce);
        }

        @Override
        public boolean delete(String id) {
            return alive().delete(id);
        }
    }

    private final class MortalExecution implements Execution {
        private final Execution execution;

        MortalExecution(Execution execution) {
            this.execution = execution;
        }

        @Override
        public void proceed(String step) {
            alive();
            execution.proceed(step);
            if (++steps == lastStep) {
                dead = true;
                throw new ProcessKilled("killed before step " + lastStep + ", " + step);
            }
        }

        @Override
        public void waiting(String state) {
            execution.waiting(state);
        }

        @Override
        public Scope scope() {
            return execution.scope();
        }

        @Override
        public Time time() {
            return execution.time();
        }

        @Override
        public String output(Ref ref, String output) {
            return execution.output(ref, output);
        }

        @Override
        public String secret(SecretRef place) {
            return execution.secret(place);
        }

        @Override
        public <T> T shared(Class<T> type, Supplier<T> make) {
            return execution.shared(type, make);
        }

        @Override
        public Optional<Owned> current() {
            return execution.current();
        }

        @Override
        public Map<Ref, Owned> owned() {
            return execution.owned();
        }
    }
}
