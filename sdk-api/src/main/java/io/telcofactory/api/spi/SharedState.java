package io.telcofactory.api.spi;

import java.util.function.Supplier;

/**
 * What a backend keeps during one apply, for example what it read from its servers: its observation and its work on all changes share it.
 *
 * <p>Threads: safe for concurrent use.
 *
 * @since 0.1
 */
public interface SharedState {

    /**
     * Returns what the backend keeps during the apply.
     *
     * @param <T> what is kept
     * @param type of which a backend keeps one
     * @param make makes it when it is first asked for; must not block
     * @return the one of this apply; outside of an apply a new one each time
     */
    default <T> T shared(Class<T> type, Supplier<T> make) {
        return make.get();
    }
}
