package io.telcofactory.api.service;

import io.telcofactory.api.internal.Checks;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the instances of different roles stand to each other. How those of one role do, the role itself says.
 *
 * @param affinity together or apart
 * @param roles names of at least two roles of the service
 * @since 0.1
 */
public record AffinityRule(Affinity affinity, Set<String> roles) {

    /** Checks that there are roles to tell apart, and keeps the set sorted and unmodifiable. */
    public AffinityRule {
        Checks.require(
                roles.size() >= 2,
                roles,
                "affinity.roles",
                "must name at least two roles; the affinity within one is a field of the role");
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
    }

    /** Returns the rule in words. */
    @Override
    public String toString() {
        return String.join(" + ", roles) + (affinity == Affinity.AFFINED ? " on one host" : " on different hosts");
    }
}
