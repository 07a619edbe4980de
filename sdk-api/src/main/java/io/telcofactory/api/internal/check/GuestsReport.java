package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.service.Metric;
import io.telcofactory.api.service.Readiness;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Guests that must report that they are ready, or what they measure, need a server that hears them. */
final class GuestsReport implements Check {

    @Override
    public String title() {
        return "guests can report";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        if (proposal.inventory().guestsReport()) {
            return List.of();
        }
        return proposal.desired(Workload.class)
                .flatMap(service -> needs(service)
                        .map(need -> Finding.error(
                                "guests-cannot-report",
                                service.ref(),
                                need + ", but the server hears no guests: it has no OneGate endpoint",
                                "set ONEGATE_ENDPOINT in the server's configuration, or do without"
                                        + " what guests report")))
                .toList();
    }

    private static Stream<String> needs(Workload service) {
        Stream<String> readiness = service.readiness() == Readiness.REPORTED
                ? Stream.of("it waits until its guests report that they are ready")
                : Stream.empty();
        return Stream.concat(readiness, service.roles().stream().flatMap(GuestsReport::pushed));
    }

    private static Stream<String> pushed(Role role) {
        String metrics = role.scaling().stream()
                .flatMap(rule -> rule.when().metrics().stream())
                .filter(Metric::pushed)
                .map(Metric::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return metrics.isEmpty()
                ? Stream.empty()
                : Stream.of("role " + role.name() + " is scaled by " + metrics + ", which its guests must push");
    }
}
