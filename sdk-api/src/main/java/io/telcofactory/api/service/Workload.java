package io.telcofactory.api.service;

import io.telcofactory.api.Resource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What runs in virtual machines: roles that come up in the order of their dependencies and are changed together.
 *
 * @since 0.1
 */
public interface Workload extends Resource {

    /**
     * Returns the workload's name.
     *
     * @return a DNS label of at most 40 characters, unique among the tenant's workloads of its kind
     */
    String name();

    /**
     * Returns the owner.
     *
     * @return name of the tenant
     */
    String tenant();

    /**
     * Returns the parts.
     *
     * @return roles with different names, at least one
     */
    List<Role> roles();

    /**
     * Returns when an instance counts as ready.
     *
     * @return whether it has to say so itself
     */
    Readiness readiness();

    /**
     * Returns how long the workload rests after each change of the number of instances.
     *
     * @return whole seconds
     */
    Duration cooldown();

    /**
     * Returns what shall become of instances when their host fails.
     *
     * @return the wish, or empty if whatever the site does is right
     */
    default Optional<HostFailure> hostFailure() {
        return Optional.empty();
    }

    /**
     * Returns how instances of different roles stand to each other when hosts are chosen for them.
     *
     * @return rules that do not contradict each other
     */
    List<AffinityRule> affinity();

    /**
     * Returns one role.
     *
     * @param name the role's name
     * @return the role
     * @throws IllegalArgumentException if there is no such role
     */
    default Role role(String name) {
        return roles().stream()
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(ref() + " has no role '" + name + "', only "
                        + roles().stream().map(Role::name).toList()));
    }
}
