package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.compute.HostTuning;
import io.telcofactory.api.compute.Timing;
import io.telcofactory.api.internal.HostNames;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.ArrayList;
import java.util.List;

/** There are hosts with the clocks and the tuning that a role needs; servers do not know of either, the site document does. */
final class HostsPrepared implements Check {

    @Override
    public String title() {
        return "hosts keep the time and have the tuning that is needed";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        List<Finding> findings = new ArrayList<>();
        proposal.inventory()
                .site()
                .ifPresent(site -> proposal.desired(Workload.class)
                        .forEach(workload -> workload.roles()
                                .forEach(role -> needs(role, site).stream()
                                        .filter(need -> !need.isMet(proposal))
                                        .forEach(need -> findings.add(need.finding(workload, role, site))))));
        return findings;
    }

    private static List<Need> needs(Role role, Site site) {
        List<Need> needs = new ArrayList<>();
        for (Timing timing : role.timing().stream().sorted().toList()) {
            needs.add(new Need(
                    "timing-not-offered",
                    "timing",
                    "whose clocks are kept by " + timing,
                    "keep it",
                    site.hostsWith(timing)));
        }
        for (HostTuning tuning : role.hostTuning().stream().sorted().toList()) {
            needs.add(new Need(
                    "tuning-not-offered", "hostTuning", "tuned by " + tuning, "have it", site.hostsWith(tuning)));
        }
        return needs;
    }

    /** What hosts must have, in words, where the site document declares it, and of which it does. */
    private record Need(String code, String field, String what, String doIt, List<String> patterns) {

        boolean isMet(Proposal proposal) {
            return proposal.inventory().hosts().stream()
                    .anyMatch(host -> patterns.stream().anyMatch(pattern -> HostNames.fit(pattern, host.name())));
        }

        Finding finding(Workload workload, Role role, Site site) {
            return Finding.error(
                    code,
                    workload.ref(),
                    "role " + role.name() + " needs hosts " + what + ", and site '" + site.name() + "' "
                            + (patterns.isEmpty()
                                    ? "declares none"
                                    : "has none of the names it declares, " + String.join(", ", patterns)),
                    "declare the hosts under " + field + " in the site document, if they " + doIt
                            + ", or leave the need out");
        }
    }
}
