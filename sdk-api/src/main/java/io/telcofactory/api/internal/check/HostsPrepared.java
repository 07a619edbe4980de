package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.compute.EpaProfile;
import io.telcofactory.api.compute.HostTuning;
import io.telcofactory.api.internal.HostNames;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.site.Host;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.spi.WorkloadRole;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * There are hosts with the clocks, the tuning and the CPU model that a role needs. Servers do not know of clocks and tuning, the site document
 * does; they know the models, and do not look at them when they choose a host.
 */
final class HostsPrepared implements Check {
    /** What libvirt takes on every host. */
    private static final Set<String> OF_EVERY_HOST = Set.of("host-passthrough", "host-model", "maximum");

    @Override
    public String title() {
        return "hosts keep the time and have the tuning and CPU that are needed";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        HostChoice choice = new HostChoice(proposal);
        return proposal.inventory().site().stream()
                .flatMap(site -> proposal.roles()
                        .flatMap(each ->
                                Stream.concat(examine(each, site, proposal.inventory()), onHosts(each, choice))))
                .toList();
    }

    private static Stream<Finding> examine(WorkloadRole each, Site site, Inventory inventory) {
        Role role = each.role();
        Stream<Finding> clocks = role.timing().stream()
                .sorted()
                .filter(timing -> !areThere(site.hostsWith(timing), inventory))
                .map(timing -> finding(
                        "timing-not-offered",
                        each.ref(),
                        need(role, "whose clocks are kept by " + timing, site, site.hostsWith(timing)),
                        "timing"));
        Stream<Finding> tuning = role.hostTuning().stream()
                .sorted()
                .filter(wanted -> !areThere(site.hostsWith(wanted), inventory))
                .map(wanted -> finding(
                        "tuning-not-offered",
                        each.ref(),
                        need(role, "tuned by " + wanted, site, site.hostsWith(wanted)),
                        "hostTuning"));
        return Stream.concat(clocks, tuning);
    }

    /** What is to be said of the hosts to which servers may bring the role. */
    private static Stream<Finding> onHosts(WorkloadRole each, HostChoice choice) {
        Role role = each.role();
        Optional<String> model = role.epa().flatMap(EpaProfile::cpuModel).filter(name -> !OF_EVERY_HOST.contains(name));
        if (model.isEmpty() && role.hostTuning().isEmpty()) {
            return Stream.empty();
        }
        Set<String> names = choice.reachable(role);
        List<Host> hosts = choice.allowed(role).stream()
                .filter(host -> names.contains(host.name()))
                .toList();
        return Stream.concat(
                model.flatMap(name -> cpuModel(each, name, hosts)).stream(),
                role.hostTuning().isEmpty() ? Stream.empty() : keptBack(each, hosts).stream());
    }

    private static Optional<Finding> cpuModel(WorkloadRole each, String model, List<Host> hosts) {
        Role role = each.role();
        List<String> without = names(
                hosts, host -> !host.cpuModels().isEmpty() && !host.cpuModels().contains(model));
        if (without.isEmpty()) {
            return Optional.empty();
        }
        boolean none = without.size() == hosts.size();
        return Optional.of(new Finding(
                "cpu-model-not-offered",
                none ? Finding.Severity.ERROR : Finding.Severity.WARNING,
                Optional.of(each.ref()),
                "role " + role.name() + " shows its guests the CPU '" + model + "', which "
                        + (none ? "no host knows to which it may be brought: " : "these hosts do not know: ")
                        + String.join(", ", without),
                "name a model that they know, host-passthrough for that of the host, or keep the role off them by"
                        + " avoidedHosts"));
    }

    private static Optional<Finding> keptBack(WorkloadRole each, List<Host> hosts) {
        Role role = each.role();
        List<String> full = names(hosts, Host::keepsNoThread);
        return full.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        "no-core-kept-back",
                        each.ref(),
                        "role " + role.name() + " needs hosts tuned by "
                                + role.hostTuning().stream()
                                        .sorted()
                                        .map(HostTuning::name)
                                        .collect(Collectors.joining(", "))
                                + ", and the server gives machines every core of " + String.join(", ", full)
                                + ": none is left for what shall be kept beside them",
                        "keep cores back there (ISOLCPUS of the host), or correct hostTuning in the site document"));
    }

    private static List<String> names(List<Host> hosts, Predicate<Host> which) {
        return hosts.stream().filter(which).map(Host::name).sorted().toList();
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

    private static Finding finding(String code, Ref ref, String message, String field) {
        return Finding.error(
                code,
                ref,
                message,
                "declare the hosts under " + field + " in the site document, if there are such, or leave the need out");
    }
}
