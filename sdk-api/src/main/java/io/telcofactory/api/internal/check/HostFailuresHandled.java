package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Finding.Severity;
import io.telcofactory.api.service.HostFailure;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.List;
import java.util.Optional;

/** What becomes of machines when their host fails is the same for a whole site: a service's wish can be checked, not applied. */
final class HostFailuresHandled implements Check {

    @Override
    public String title() {
        return "the site does what services wish when hosts fail";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        Optional<HostFailure> done = proposal.inventory().hostFailure();
        return proposal.desired(Workload.class)
                .filter(service -> service.hostFailure().isPresent()
                        && done.isPresent()
                        && !service.hostFailure().equals(done))
                .map(service -> finding(service, done.get()))
                .toList();
    }

    private static Finding finding(Workload service, HostFailure done) {
        return done == HostFailure.LEAVE
                ? new Finding(
                        "host-failure-unhandled",
                        Severity.ERROR,
                        Optional.of(service.ref()),
                        "its instances are to be started elsewhere when their host fails, but the site leaves them"
                                + " where they are",
                        "have the server run a hook for hosts in state ERROR that does it, or do without")
                : new Finding(
                        "host-failure-unwanted",
                        Severity.WARNING,
                        Optional.of(service.ref()),
                        "its instances are to wait when their host fails, but the site starts them elsewhere",
                        "take the hook for hosts in state ERROR away, or accept it");
    }
}
