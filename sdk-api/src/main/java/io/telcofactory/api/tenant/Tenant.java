package io.telcofactory.api.tenant;

import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.ValueStyle;
import java.util.Set;
import java.util.function.Consumer;
import org.immutables.value.Value;

/**
 * A customer of the site: a virtual data centre of its own with a quota, closed to all others, and one service user in
 * whose name the SDK starts and scales its services.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface Tenant extends Resource permits ImmutableTenant {

    /**
     * Returns the tenant's name.
     *
     * @return a DNS label of at most 40 characters
     */
    String name();

    /**
     * Returns the most it may hold.
     *
     * @return limits, none by default
     */
    @Value.Default
    default Quota quota() {
        return Quota.unlimited();
    }

    @Override
    default Ref ref() {
        return Ref.tenant(name());
    }

    @Override
    default Set<Ref> references() {
        return Set.of();
    }

    /** Checks the name. */
    @Value.Check
    default void check() {
        Checks.name("tenant.name", name());
    }

    /**
     * Starts a tenant.
     *
     * @param name a DNS label of at most 40 characters
     * @return a builder without a quota
     */
    static Builder builder(String name) {
        return new Builder().name(name);
    }

    /**
     * Starts a tenant from this one.
     *
     * @return a builder with these values
     */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes of a tenant. */
    final class Builder extends ImmutableTenant.Builder {
        Builder() {}

        /**
         * Sets the quota.
         *
         * @param limits sets the limits wanted
         * @return this builder
         */
        public Builder quota(Consumer<Quota.Builder> limits) {
            Quota.Builder quota = Quota.builder();
            limits.accept(quota);
            return quota(quota.build());
        }
    }
}
