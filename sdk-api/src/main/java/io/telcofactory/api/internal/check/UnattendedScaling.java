package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.spi.WorkloadRole;
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
        return proposal.roles()
                .filter(each -> !each.role().scaling().isEmpty()
                        || !each.role().schedules().isEmpty())
                .flatMap(each -> Stream.concat(secrets(each), drain(each)))
                .toList();
    }

    private static Stream<Finding> secrets(WorkloadRole each) {
        Role role = each.role();
        return role.secrets().isEmpty()
                ? Stream.empty()
                : Stream.of(Finding.warning(
                        "secrets-of-scaled-role",
                        each.ref(),
                        "role " + role.name() + " is scaled by the server and has the secrets "
                                + role.secrets().keySet().stream().sorted().toList()
                                + ": instances that the server adds do not know them until the next apply",
                        "let guests wait for what they miss, apply after each scaling, or let them fetch it"
                                + " from a place of their own"));
    }

    private static Stream<Finding> drain(WorkloadRole each) {
        Role role = each.role();
        return role
                .drain()
                .map(time -> Finding.warning(
                        "drain-of-scaled-role",
                        each.ref(),
                        "role " + role.name() + " is scaled by the server and drains for " + time.toSeconds()
                                + " s: instances that the server ends are not told to",
                        "let guests drain when they are told to shut down as well, or scale by applying"))
                .stream();
    }
}
