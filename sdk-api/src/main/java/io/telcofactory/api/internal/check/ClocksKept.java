package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.compute.Timing;
import io.telcofactory.api.internal.HostNames;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.ArrayList;
import java.util.List;

/** There are hosts whose clocks are kept by what a role needs; servers do not know of it, the site document does. */
final class ClocksKept implements Check {

    @Override
    public String title() {
        return "hosts keep the time that is needed";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        List<Finding> findings = new ArrayList<>();
        proposal.inventory()
                .site()
                .ifPresent(site -> proposal.desired(Workload.class)
                        .forEach(workload ->
                                workload.roles().forEach(role -> examine(workload, role, site, proposal, findings))));
        return findings;
    }

    private static void examine(Workload workload, Role role, Site site, Proposal proposal, List<Finding> findings) {
        for (Timing timing : role.timing().stream().sorted().toList()) {
            List<String> patterns = site.hostsWith(timing);
            boolean kept = proposal.inventory().hosts().stream()
                    .anyMatch(host -> patterns.stream().anyMatch(pattern -> HostNames.fit(pattern, host.name())));
            if (!kept) {
                findings.add(Finding.error(
                        "timing-not-offered",
                        workload.ref(),
                        "role " + role.name() + " needs hosts whose clocks are kept by " + timing + ", and site '"
                                + site.name() + "' "
                                + (patterns.isEmpty()
                                        ? "declares none"
                                        : "has none of the names it declares, " + String.join(", ", patterns)),
                        "declare the hosts under timing in the site document, if they keep it, or leave the need out"));
            }
        }
    }
}
