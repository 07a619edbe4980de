package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.Finding;
import io.telcofactory.api.service.Affinity;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The server refuses a VM group in which one role stands in a rule of each kind, even if the rules do not contradict each other. */
public final class AffinitySayable implements Check {

    @Override
    public String title() {
        return "affinity can be said to the server";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        return proposal.desired(Workload.class)
                .flatMap(service -> inBoth(service).stream()
                        .map(role -> Finding.error(
                                "affinity-not-sayable",
                                service.ref(),
                                "role " + role
                                        + " stands in a rule of roles that share a host and in one of roles that stand"
                                        + " apart, which OpenNebula refuses",
                                "give one of the two rules up, or name the hosts by hosts and avoidedHosts")))
                .toList();
    }

    private static Set<String> inBoth(Workload service) {
        Set<String> both = ruled(service, Affinity.AFFINED);
        both.retainAll(ruled(service, Affinity.ANTI_AFFINED));
        return both;
    }

    private static Set<String> ruled(Workload service, Affinity affinity) {
        return service.affinity().stream()
                .filter(rule -> rule.affinity() == affinity)
                .flatMap(rule -> rule.roles().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
