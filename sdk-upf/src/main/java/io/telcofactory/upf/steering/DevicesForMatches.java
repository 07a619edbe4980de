package io.telcofactory.upf.steering;

import io.telcofactory.api.Finding;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.N6Mode;
import io.telcofactory.api.network.TrafficMatch;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.List;
import java.util.stream.Stream;

/** Finds matches of a family of which no device is: IPv6 servers for devices that have IPv4 addresses only. */
final class DevicesForMatches implements Check {

    @Override
    public String title() {
        return "each match has devices of its address family";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        return proposal.desired(N6Breakout.class)
                .flatMap(DevicesForMatches::examine)
                .toList();
    }

    /** With DNN or slice traffic is steered all the same, but where addresses are routed back, answers get lost. */
    private static Stream<Finding> examine(N6Breakout breakout) {
        boolean steered = BreakoutFlows.namesUes(breakout);
        return steered && breakout.mode() != N6Mode.ROUTED
                ? Stream.empty()
                : BreakoutFlows.withoutDevices(breakout).stream().map(match -> finding(breakout, match, steered));
    }

    private static Finding finding(N6Breakout breakout, TrafficMatch match, boolean steered) {
        String message =
                "match " + match.destination() + " is " + (match.destination().isIpv6() ? "IPv6" : "IPv4")
                        + ", and none of the device ranges " + breakout.uePools() + " is: "
                        + (steered ? "answers would not find the way back" : "nothing selects such traffic");
        String advice = "add a device range of its family with its next hop, or remove the match";
        return steered
                ? Finding.warning("match-without-devices", breakout.ref(), message, advice)
                : Finding.error("match-without-devices", breakout.ref(), message, advice);
    }
}
