package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.internal.HostNames;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.List;
import java.util.stream.Stream;

/** There are hosts with the clocks and the tuning that a role needs; servers do not know of either, the site document does. */
final class HostsPrepared implements Check {

    @Override
    public String title() {
        return "hosts keep the time and have the tuning that is needed";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        return proposal.inventory().site().stream()
                .flatMap(site -> proposal.desired(Workload.class)
                        .flatMap(workload -> workload.roles().stream()
                                .flatMap(role -> examine(workload, role, site, proposal.inventory()))))
                .toList();
    }

    private static Stream<Finding> examine(Workload workload, Role role, Site site, Inventory inventory) {
        Stream<Finding> clocks = role.timing().stream()
                .sorted()
                .filter(timing -> !areThere(site.hostsWith(timing), inventory))
                .map(timing -> finding(
                        "timing-not-offered",
                        workload,
                        need(role, "whose clocks are kept by " + timing, site, site.hostsWith(timing)),
                        "timing"));
        Stream<Finding> tuning = role.hostTuning().stream()
                .sorted()
                .filter(wanted -> !areThere(site.hostsWith(wanted), inventory))
                .map(wanted -> finding(
                        "tuning-not-offered",
                        workload,
                        need(role, "tuned by " + wanted, site, site.hostsWith(wanted)),
                        "hostTuning"));
        return Stream.concat(clocks, tuning);
    }

    private static boolean areThere(List<String> patterns, Inventory inventory) {
        return inventory.hosts().stream()
                .anyMatch(host -> patterns.stream().anyMatch(pattern -> HostNames.fit(pattern, host.name())));
    }

    private static String need(Role role, String what, Site site, List<String> patterns) {
        return "role " + role.name() + " needs hosts " + what + ", and site '" + site.name() + "' "
                + (patterns.isEmpty()
                        ? "declares none"
                        : "has none of the names it declares, " + String.join(", ", patterns));
    }

    private static Finding finding(String code, Workload workload, String message, String field) {
        return Finding.error(
                code,
                workload.ref(),
                message,
                "declare the hosts under " + field + " in the site document, if there are such, or leave the need out");
    }
}
