package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Finding.Severity;
import io.telcofactory.api.Ref;
import io.telcofactory.api.service.Instances;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.site.Host;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Proposal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Instances that must stand on different hosts need as many, those that must stand together one that takes them all. */
final class AffinityFits implements Check {

    @Override
    public String title() {
        return "hosts let instances stand together and apart";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        if (proposal.inventory().hosts().isEmpty()) {
            return List.of();
        }
        HostChoice choice = new HostChoice(proposal);
        return proposal.desired(Workload.class)
                .flatMap(service -> Stream.concat(unknownHosts(service, proposal), misfits(service, proposal, choice)))
                .toList();
    }

    private static Stream<Finding> unknownHosts(Workload service, Proposal proposal) {
        Set<String> named = service.roles().stream()
                .flatMap(role -> Stream.concat(role.hosts().stream(), role.avoidedHosts().stream()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!named.isEmpty()) {
            proposal.inventory().hosts().stream().map(Host::name).forEach(named::remove);
        }
        return named.stream()
                .map(host -> finding(
                        "unknown-host",
                        Severity.ERROR,
                        service.ref(),
                        "it names host '" + host + "', which the site's cluster does not have",
                        "correct the name, or leave the choice of hosts to affinity rules"));
    }

    private static Stream<Finding> misfits(Workload service, Proposal proposal, HostChoice choice) {
        Owned staying = proposal.staying(service.ref()).orElse(null);
        Seating least = new Seating(service, staying, Instances::min, choice);
        List<String> errors = least.misfits();
        return errors.isEmpty()
                ? new Seating(service, staying, Instances::max, choice)
                        .misfits().stream()
                                .map(misfit -> finding(
                                        "affinity-cannot-grow",
                                        Severity.WARNING,
                                        service.ref(),
                                        misfit + "; the fewest instances fit, the most do not",
                                        "add hosts, or ask for fewer instances at most"))
                : errors.stream()
                        .map(misfit -> finding(
                                "affinity-does-not-fit",
                                Severity.ERROR,
                                service.ref(),
                                misfit,
                                "add hosts or free some, ask for fewer instances, or give the affinity up"));
    }

    private static Finding finding(String code, Severity severity, Ref ref, String message, String remedy) {
        return new Finding(code, severity, Optional.of(ref), message, remedy);
    }
}
