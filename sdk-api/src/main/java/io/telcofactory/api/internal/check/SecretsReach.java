package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.List;

/** Secrets are written to machines while applying. Machines that the server adds between two applies have none until the next one. */
final class SecretsReach implements Check {

    @Override
    public String title() {
        return "secrets reach all instances";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        return proposal.desired(Workload.class)
                .flatMap(service -> service.roles().stream()
                        .filter(role -> !role.secrets().isEmpty())
                        .filter(role ->
                                !role.scaling().isEmpty() || !role.schedules().isEmpty())
                        .map(role -> Finding.warning(
                                "secrets-of-scaled-role",
                                service.ref(),
                                "role " + role.name() + " is scaled by the server and has the secrets "
                                        + role.secrets().keySet().stream()
                                                .sorted()
                                                .toList()
                                        + ": instances that the server adds do not know them until the next apply",
                                "let guests wait for what they miss, apply after each scaling, or let them fetch it"
                                        + " from a place of their own")))
                .toList();
    }
}
