package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.internal.ShortTime;
import io.telcofactory.api.network.LatencyBudget;
import io.telcofactory.api.network.LatencyPart;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.ArrayList;
import java.util.List;

/** What the parts of a way take fits in its budget; what is only assumed is said. */
final class LatencyFits implements Check {

    @Override
    public String title() {
        return "latency budgets hold";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        List<Finding> findings = new ArrayList<>();
        proposal.desired(N6Breakout.class)
                .forEach(breakout -> breakout.latency().ifPresent(budget -> examine(breakout, budget, findings)));
        return findings;
    }

    private static void examine(N6Breakout breakout, LatencyBudget budget, List<Finding> findings) {
        if (budget.sum().compareTo(budget.limit()) > 0) {
            findings.add(Finding.error(
                    "latency-budget-exceeded",
                    breakout.ref(),
                    "the parts of its way take " + ShortTime.print(budget.sum()) + ", more than its budget: " + budget,
                    "shorten a part, or raise the limit"));
        }
        List<String> assumed = budget.parts().stream()
                .filter(part -> part.basis() == LatencyPart.Basis.ASSUMED)
                .map(LatencyPart::name)
                .toList();
        if (!assumed.isEmpty()) {
            findings.add(Finding.warning(
                    "latency-assumed",
                    breakout.ref(),
                    "its latency budget rests on parts that nobody measured: " + String.join(", ", assumed),
                    "measure them at the site"));
        }
    }
}
