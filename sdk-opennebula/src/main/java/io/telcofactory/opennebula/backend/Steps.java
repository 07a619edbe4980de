package io.telcofactory.opennebula.backend;

import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.error.OutcomeUnknownException;
import io.telcofactory.api.error.ProtocolException;
import io.telcofactory.api.spi.Execution;
import io.telcofactory.opennebula.backend.read.Pools;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Takes steps so that each may be interrupted before and after its effect: it looks first, acts only if there is something to do, and looks
 * again before it repeats.
 */
final class Steps {
    private static final int ATTEMPTS = 3;

    private final Execution execution;
    private final Pools pools;

    Steps(Execution execution, Pools pools) {
        this.execution = execution;
        this.pools = pools;
    }

    /**
     * Calls until something is reached.
     *
     * @param call native name of the call
     * @param reached looks, by the pools
     * @param act makes the call
     */
    void until(String call, BooleanSupplier reached, Runnable act) {
        for (int attempt = 1; !reached.getAsBoolean(); attempt++) {
            if (attempt > ATTEMPTS) {
                throw new ProtocolException(
                        context(call), "The server accepted " + call + " but nothing came of it; look into its log");
            }
            attempt(call, reached, act, attempt == ATTEMPTS);
        }
    }

    /**
     * Makes a thing unless it is there.
     *
     * @param <T> the thing's view
     * @param call native name of the call
     * @param look finds it, by the pools
     * @param act makes it
     * @return the thing as it is now
     */
    <T> T make(String call, Supplier<Optional<T>> look, Runnable act) {
        until(call, () -> look.get().isPresent(), act);
        return look.get().orElseThrow(() -> vanished(call));
    }

    private void attempt(String call, BooleanSupplier reached, Runnable act, boolean last) {
        execution.proceed(call);
        try {
            act.run();
            pools.changedBy(call);
        } catch (OutcomeUnknownException e) {
            pools.lost(call);
            if (last) {
                throw e;
            }
        } catch (ConflictException | NotFoundException e) {
            // somebody was faster, or an attempt before this one was carried out although its answer was lost
            pools.lost(call);
            if (!reached.getAsBoolean()) {
                throw e;
            }
        } catch (RuntimeException e) {
            pools.lost(call);
            throw e;
        }
    }

    private ErrorContext context(String call) {
        return ErrorContext.of(OpenNebulaBackend.NAME, call, "");
    }

    private ConflictException vanished(String call) {
        return new ConflictException(
                context(call), "What " + call + " made was taken away at once by somebody else; apply again");
    }
}
