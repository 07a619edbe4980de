package io.telcofactory.api;

import io.telcofactory.api.internal.ValueStyle;
import java.util.Set;
import org.immutables.value.Value;

/**
 * How to apply a plan.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface ApplyOptions permits ImmutableApplyOptions {

    /**
     * Returns which resources may be replaced or deleted. Plans of {@link AiFactory#planDestroy} need no permission.
     *
     * @return references, none by default
     */
    Set<Ref> allowDisruption();

    /**
     * Returns who hears of the progress.
     *
     * @return the listener, {@link ProgressListener#NONE} by default
     */
    @Value.Default
    default ProgressListener listener() {
        return ProgressListener.NONE;
    }

    /**
     * Returns how many changes are worked on at a time.
     *
     * @return 1 to 64, 4 by default; 1 works on the calling thread
     */
    @Value.Default
    default int concurrency() {
        return 4;
    }

    /**
     * Starts options.
     *
     * @return a builder with the defaults
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects options. */
    final class Builder extends ImmutableApplyOptions.Builder {
        Builder() {}
    }
}
