package io.telcofactory.upf.steering;

import io.telcofactory.api.Finding;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.upf.flow.FlowDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Steering without an interface: many private cores expose none and break out by a data network with a local anchor. The
 * SDK then says exactly what the core must have, checks what it can see, and reports the rest as assumed.
 *
 * <p>Give it to a factory as a check, and declare breakouts as provided.
 *
 * @since 0.1
 */
public final class CoreProvisioned implements Check {

    /** Makes the check. */
    public CoreProvisioned() {}

    /**
     * Says what the core must have for a breakout.
     *
     * @param breakout the breakout
     * @return one sentence for each setting
     */
    public static List<String> requirements(N6Breakout breakout) {
        List<String> all = new ArrayList<>();
        String dnn = breakout.dnn().map(d -> "DNN " + d).orElse("each DNN of these UEs");
        String slice = breakout.snssai().map(s -> " in slice " + s).orElse("");
        all.add("SMF: " + dnn + slice + " is served by the UPF at DNAI " + breakout.dnai()
                + ", as its only anchor or by an uplink classifier");
        all.add(forwarding(breakout));
        all.add("UPF: its N6 interface "
                + (breakout.returnRoutes().isEmpty()
                        ? "is"
                        : "has address "
                                + breakout.returnRoutes().stream()
                                        .map(route -> route.nextHop().toString())
                                        .distinct()
                                        .collect(Collectors.joining(" and ")))
                + " in network " + breakout.networkRef()
                + ", in a VRF of this tenant");
        all.add("subscriptions: the UEs are allowed " + dnn + slice);
        return all;
    }

    private static String forwarding(N6Breakout breakout) {
        String flows = BreakoutFlows.of(breakout).stream()
                .map(FlowDescription::toString)
                .collect(Collectors.joining(", "));
        return switch (breakout.mode()) {
            case ROUTED ->
                "UPF: it assigns UE addresses from " + breakout.uePools() + " and forwards " + flows
                        + " to N6 without NAT";
            case NAT -> "UPF: it forwards " + flows + " to N6 with its own address in place of the UE's";
            case ETHERNET -> "UPF: it forwards the frames of Ethernet sessions to N6 as they are";
        };
    }

    @Override
    public String title() {
        return "the core is provisioned for the breakouts";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        List<Finding> findings = new ArrayList<>(new DevicesForMatches().examine(proposal));
        proposal.desired(N6Breakout.class).forEach(breakout -> {
            if (breakout.dnn().isEmpty()) {
                findings.add(Finding.error(
                        "core-needs-dnn",
                        breakout.ref(),
                        "without an interface the core steers by data network only, and the breakout names none",
                        "name the DNN that the operator dedicates to these UEs"));
            }
            findings.add(Finding.warning(
                    "assumed-of-core",
                    breakout.ref(),
                    "nothing verifies that the core has: " + String.join("; ", requirements(breakout)),
                    "hand this to the operator"));
        });
        return findings;
    }
}
