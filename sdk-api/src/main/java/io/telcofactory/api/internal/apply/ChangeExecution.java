package io.telcofactory.api.internal.apply;

import io.telcofactory.api.ProgressListener;
import io.telcofactory.api.Ref;
import io.telcofactory.api.SecretRef;
import io.telcofactory.api.error.CancelledException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.spi.Execution;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.api.spi.SharedState;
import io.telcofactory.api.spi.Time;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a backend sees of the apply while it works on one change. */
record ChangeExecution(
        Scope scope,
        Time time,
        Ref ref,
        Map<Ref, Owned> owned,
        Outputs outputs,
        Secrets secrets,
        SharedState state,
        Optional<TenantLock> lock,
        ProgressListener listener)
        implements Execution {

    @Override
    public String output(Ref other, String output) {
        String value = outputs.of(other).get(output);
        if (value == null) {
            throw new IllegalStateException(ref + " needs output '" + output + "' of " + other
                    + ", which is not known yet; known are " + outputs.of(other).keySet());
        }
        return value;
    }

    @Override
    public String secret(SecretRef place) {
        return secrets.get(place);
    }

    @Override
    public Optional<Owned> current() {
        return Optional.ofNullable(owned.get(ref));
    }

    @Override
    public <T> T shared(Class<T> type, Supplier<T> make) {
        return state.shared(type, make);
    }

    @Override
    public void proceed(String step) {
        stopIfInterrupted(step);
        lock.ifPresent(TenantLock::confirm);
        listener.step(ref, step);
    }

    @Override
    public void waiting(String what) {
        stopIfInterrupted(what);
        lock.ifPresent(TenantLock::keep);
        listener.waiting(ref, what);
    }

    private void stopIfInterrupted(String step) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancelledException(
                    ErrorContext.of("factory", "apply", ref.toString()),
                    "Cancelled before '" + step + "'; what is done stays done, apply again to go on");
        }
    }
}
