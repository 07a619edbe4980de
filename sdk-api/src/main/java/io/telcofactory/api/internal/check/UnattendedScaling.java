package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.List;
import java.util.stream.Stream;

/** What only an apply does - tell secrets, let instances drain - does not happen where the server scales by itself. */
final class UnattendedScaling implements Check {

    @Override
    public String title() {
        return "scaling by the server leaves nothing out";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        return proposal.desired(Workload.class)
                .flatMap(service -> service.roles().stream()
                        .filter(role ->
                                !role.scaling().isEmpty() || !role.schedules().isEmpty())
                        .flatMap(role -> Stream.concat(secrets(service, role), drain(service, role))))
                .toList();
    }

    private static Stream<Finding> secrets(Workload service, Role role) {
        return role.secrets().isEmpty()
                ? Stream.empty()
                : Stream.of(Finding.warning(
                        "secrets-of-scaled-role",
                        service.ref(),
                        "role " + role.name() + " is scaled by the server and has the secrets "
                                + role.secrets().keySet().stream().sorted().toList()
                                + ": instances that the server adds do not know them until the next apply",
                        "let guests wait for what they miss, apply after each scaling, or let them fetch it"
                                + " from a place of their own"));
    }

    private static Stream<Finding> drain(Workload service, Role role) {
        return role
                .drain()
                .map(time -> Finding.warning(
                        "drain-of-scaled-role",
                        service.ref(),
                        "role " + role.name() + " is scaled by the server and drains for " + time.toSeconds()
                                + " s: instances that the server ends are not told to",
                        "let guests drain when they are told to shut down as well, or scale by applying"))
                .stream();
    }
}
