package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.List;
import java.util.Set;

/**
 * Keys that a server reads from a virtual machine's own template when it counts quotas. Source: OpenNebula 7.4, where {@code
 * SKIP_GLOBAL_QUOTA} switches quotas off and the others replace what is counted.
 */
final class QuotaSwitches implements Check {
    private static final Set<String> SWITCHES = Set.of("SKIP_GLOBAL_QUOTA", "CLUSTER_ID", "VMS", "PCI_DEV", "PCI_NIC");
    private static final String RUNNING = "RUNNING_";

    @Override
    public String title() {
        return "nothing switches quotas off";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        return proposal.roles()
                .flatMap(each -> each.role().context().keySet().stream()
                        .filter(QuotaSwitches::isSwitch)
                        .sorted()
                        .map(key -> Finding.error(
                                "quota-switch",
                                each.ref(),
                                "context key '" + key + "' of role "
                                        + each.role().name()
                                        + " is one by which a server can be made to miscount quotas",
                                "give the key another name")))
                .toList();
    }

    private static boolean isSwitch(String key) {
        return SWITCHES.contains(key) || key.startsWith(RUNNING);
    }
}
