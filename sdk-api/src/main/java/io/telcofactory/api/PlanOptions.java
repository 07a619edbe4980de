package io.telcofactory.api;

import io.telcofactory.api.internal.ValueStyle;
import java.util.Map;
import org.immutables.value.Value;

/**
 * How to plan.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface PlanOptions permits ImmutablePlanOptions {

    /**
     * Returns which things that somebody else made shall become resources of the blueprint, instead of new ones. The plan shows what
     * is changed on them; what was adopted is deleted with the blueprint like everything else. An entry whose thing was adopted
     * before has no effect.
     *
     * @return the native id by resource, for example {@code network/acme/cameras} to {@code 42}; none by default
     */
    Map<Ref, String> adopt();

    /**
     * Starts options.
     *
     * @return a builder with the defaults
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects options. */
    final class Builder extends ImmutablePlanOptions.Builder {
        Builder() {}

        /**
         * Adopts a thing.
         *
         * @param ref the resource of the blueprint that it shall be
         * @param nativeId its id on the server
         * @return this builder
         */
        public Builder adopt(Ref ref, String nativeId) {
            putAdopt(ref, nativeId);
            return this;
        }
    }
}
