package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Finding.Severity;
import io.telcofactory.api.service.Instances;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.List;
import java.util.Optional;

/** There must be hosts with the processors, memory, hugepages and devices that the instances need. */
final class CapacityFits implements Check {

    @Override
    public String title() {
        return "hosts can take all instances";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        if (proposal.inventory().equals(Inventory.empty())) {
            return List.of();
        }
        Demands least = Demands.of(proposal, Instances::min);
        List<Placement.Misfit> misfits = Placement.misfits(proposal.inventory().hosts(), least.placed());
        if (!misfits.isEmpty()) {
            return misfits.stream()
                    .map(misfit -> least.unusedRoom() == 0 ? error(misfit) : unsure(misfit, least.unusedRoom()))
                    .toList();
        }
        Demands most = Demands.of(proposal, Instances::max);
        return Placement.misfits(proposal.inventory().hosts(), most.placed()).stream()
                .map(CapacityFits::cannotGrow)
                .toList();
    }

    private static Finding error(Placement.Misfit misfit) {
        return finding("does-not-fit", Severity.ERROR, misfit, "");
    }

    private static Finding unsure(Placement.Misfit misfit, int leaving) {
        return finding(
                "may-not-fit",
                Severity.WARNING,
                misfit,
                "; room of " + leaving
                        + " instances that go away is not counted, since it is not known where they are");
    }

    private static Finding cannotGrow(Placement.Misfit misfit) {
        return finding("cannot-grow", Severity.WARNING, misfit, "; the fewest instances fit, the most do not");
    }

    private static Finding finding(String code, Severity severity, Placement.Misfit misfit, String addition) {
        Demand demand = misfit.demand();
        String closest =
                misfit.host().map(host -> "closest comes " + host + ": ").orElse("");
        return new Finding(
                code,
                severity,
                Optional.of(demand.ref()),
                "no host can take new instance " + misfit.instance() + " of "
                        + demand.part() + " (" + demand.shape() + "); " + closest
                        + misfit.obstacle().reason() + addition,
                misfit.obstacle().stage().remedy());
    }
}
