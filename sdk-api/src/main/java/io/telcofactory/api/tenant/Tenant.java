package io.telcofactory.api.tenant;

import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.SecretRef;
import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.ValueStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * A customer of the site: a virtual data centre of its own with a quota, closed to all others, one service user in
 * whose name the SDK starts and scales its services, and the users that work there.
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

    /**
     * Returns who works there, besides the SDK.
     *
     * @return users with different names, none by default
     */
    List<TenantUser> users();

    /**
     * Returns the VLAN ids that its networks may take. Networks of the blueprint are checked against them when the plan is made; when its
     * users ask the server for a network, the server checks.
     *
     * @return ranges; if there are none, networks of the blueprint may take any
     */
    List<VlanRange> vlans();

    /**
     * Returns the networks of the provider that its machines may be attached to. They are looked up, never changed.
     *
     * @return names on the server, none by default
     */
    Set<String> providerNetworks();

    @Override
    @Value.Lazy
    default Ref ref() {
        return Ref.tenant(name());
    }

    @Override
    default Set<Ref> references() {
        return Set.of();
    }

    @Override
    default Set<SecretRef> secrets() {
        return users().stream().flatMap(user -> user.password().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Checks the names. */
    @Value.Check
    default void check() {
        Checks.name("tenant.name", name());
        Set<String> names = new HashSet<>();
        users().forEach(user ->
                Checks.require(names.add(user.name()), user.name(), "tenant.users", "must be named only once"));
        providerNetworks().forEach(network -> Checks.line("tenant.providerNetworks", network));
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

        /**
         * Adds a user whose password the server keeps.
         *
         * @param name a DNS label of at most 40 characters
         * @param persona what the user does
         * @param password where the password is
         * @return this builder
         */
        public Builder user(String name, Persona persona, SecretRef password) {
            return addUsers(
                    TenantUser.builder(name).persona(persona).password(password).build());
        }

        /**
         * Lets networks take VLAN ids.
         *
         * @param range {@code 100-199} or {@code 500}
         * @return this builder
         */
        public Builder vlans(String range) {
            return addVlans(VlanRange.parse(range));
        }
    }
}
