package io.telcofactory.api.internal.apply;

import io.telcofactory.api.spi.SharedState;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What one backend keeps during one apply. */
final class ApplyState implements SharedState {
    private final Map<Class<?>, Object> kept = new ConcurrentHashMap<>();

    @Override
    public <T> T shared(Class<T> type, Supplier<T> make) {
        return type.cast(kept.computeIfAbsent(type, absent -> make.get()));
    }
}
