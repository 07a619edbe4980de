package io.telcofactory.api.service;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the affinity rules of a service must be, all together. */
final class AffinityRules {
    private AffinityRules() {}

    static void check(Workload service) {
        for (AffinityRule rule : service.affinity()) {
            rule.roles().forEach(service::role);
        }
        for (AffinityRule rule : service.affinity()) {
            if (rule.affinity() == Affinity.AFFINED) {
                Set<String> together = closure(service.affinity(), rule.roles());
                apart(service, together).ifPresent(other -> {
                    throw new IllegalArgumentException("service.affinity = '" + rule + "' contradicts '" + other
                            + "': the roles " + together + " share one host");
                });
            }
        }
    }

    /** All roles that share the host of some by rules that overlap. */
    private static Set<String> closure(List<AffinityRule> rules, Set<String> roles) {
        Set<String> together = new TreeSet<>(roles);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (AffinityRule rule : rules) {
                if (rule.affinity() == Affinity.AFFINED && rule.roles().stream().anyMatch(together::contains)) {
                    grown |= together.addAll(rule.roles());
                }
            }
        }
        return together;
    }

    /** What keeps instances apart that share a host. */
    private static Optional<String> apart(Workload service, Set<String> together) {
        Optional<String> between = service.affinity().stream()
                .filter(rule -> rule.affinity() == Affinity.ANTI_AFFINED)
                .filter(rule -> rule.roles().stream().filter(together::contains).count() > 1)
                .map(AffinityRule::toString)
                .findFirst();
        return between.or(() -> together.stream()
                .filter(role -> service.role(role).affinity().equals(Optional.of(Affinity.ANTI_AFFINED)))
                .map(role -> "the instances of " + role + " on different hosts")
                .findFirst());
    }
}
