package io.telcofactory.api.service;

import io.telcofactory.api.Ref;
import io.telcofactory.api.SecretRef;
import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.ValueStyle;
import io.telcofactory.api.tenant.Tenant;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.immutables.value.Value;

/**
 * A composite AI service: roles that start in the order of their dependencies and are changed together.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface AiService extends Workload permits ImmutableAiService {

    /**
     * Returns the service's name.
     *
     * @return a DNS label of at most 40 characters, unique among the tenant's services
     */
    @Override
    String name();

    /**
     * Returns the owner.
     *
     * @return name of the tenant
     */
    @Override
    String tenant();

    /**
     * Returns the parts.
     *
     * @return roles with different names, at least one
     */
    @Override
    List<Role> roles();

    /**
     * Returns when an instance counts as ready.
     *
     * @return {@link Readiness#RUNNING} by default
     */
    @Override
    @Value.Default
    default Readiness readiness() {
        return Readiness.RUNNING;
    }

    /**
     * Returns how long the service rests after each change of the number of instances.
     *
     * @return whole seconds, 10 s by default
     */
    @Override
    @Value.Default
    default Duration cooldown() {
        return Duration.ofSeconds(10);
    }

    /**
     * Returns what shall become of instances when their host fails. Sites do it for all machines or none: a plan tells whether this one does.
     *
     * @return the wish, or empty if whatever the site does is right
     */
    @Override
    Optional<HostFailure> hostFailure();

    /**
     * Returns how instances of different roles stand to each other when hosts are chosen for them.
     *
     * @return rules that do not contradict each other
     */
    @Override
    List<AffinityRule> affinity();

    @Override
    @Value.Lazy
    default Ref ref() {
        return new Ref(Ref.SERVICE, tenant(), name());
    }

    @Override
    default Set<SecretRef> secrets() {
        Set<SecretRef> places = new TreeSet<>();
        roles().forEach(role -> places.addAll(role.secrets().values()));
        return places;
    }

    @Override
    @Value.Lazy
    default Set<Ref> references() {
        Set<Ref> references = new TreeSet<>();
        references.add(Ref.tenant(tenant()));
        roles().forEach(role -> references.addAll(role.targets()));
        return Collections.unmodifiableSet(references);
    }

    /** Checks names and that dependencies name roles of this service. */
    @Value.Check
    default void check() {
        Checks.name("service.name", name());
        Checks.name("service.tenant", tenant());
        Checks.require(!roles().isEmpty(), name(), "service", "must have at least one role");
        Checks.seconds("service.cooldown", cooldown());
        Set<String> names = new HashSet<>();
        roles().forEach(role -> Checks.require(
                names.add(role.name()), role.name(), "service.roles.name", "stands twice; names must differ"));
        for (Role role : roles()) {
            role.dependsOn()
                    .forEach(other -> Checks.require(
                            names.contains(other),
                            other,
                            "dependsOn of role " + role.name(),
                            "must name a role of the service; there are " + names));
            role.targets()
                    .forEach(ref -> Checks.require(
                            ref.tenant().equals(tenant()),
                            ref,
                            "attachments of role " + role.name(),
                            "must belong to the service's tenant " + tenant()));
        }
        AffinityRules.check(this);
    }

    /**
     * Starts a service.
     *
     * @param name a DNS label of at most 40 characters
     * @return a builder
     */
    static Builder builder(String name) {
        return new Builder().name(name);
    }

    /**
     * Starts a service from this one.
     *
     * @return a builder with these values
     */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes of a service. */
    final class Builder extends ImmutableAiService.Builder {
        Builder() {}

        /**
         * Sets the owner.
         *
         * @param owner the tenant
         * @return this builder
         */
        public Builder tenant(Tenant owner) {
            return tenant(owner.name());
        }

        /**
         * Keeps the instances of roles on one host.
         *
         * @param roles names of roles of this service
         * @return this builder
         */
        public Builder affined(String... roles) {
            return addAffinity(new AffinityRule(Affinity.AFFINED, Set.of(roles)));
        }

        /**
         * Keeps the instances of one role off the hosts of those of another: an active and a standby, for example.
         *
         * @param roles names of roles of this service
         * @return this builder
         */
        public Builder antiAffined(String... roles) {
            return addAffinity(new AffinityRule(Affinity.ANTI_AFFINED, Set.of(roles)));
        }

        /**
         * Adds a role.
         *
         * @param name a DNS label of at most 40 characters
         * @param attributes sets the role's attributes
         * @return this builder
         */
        public Builder role(String name, Consumer<Role.Builder> attributes) {
            Role.Builder role = Role.builder(name);
            attributes.accept(role);
            return addRoles(role.build());
        }
    }
}
