package io.telcofactory.upf.steering;

import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.Dnn;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.upf.flow.FlowEnd;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The addresses of the devices that breakouts reach. One that names a data network reaches all its devices, whichever
 * breakout told their ranges; so breakouts of one data network meet, and those of two don't if their ranges don't.
 */
final class DevicePools {
    /** With more ranges a data network counts as one that may hold every address, so that work stays linear. */
    private static final int MOST_RANGES = 16;

    private final Map<Optional<Dnn>, Set<Cidr>> byDnn = new HashMap<>();
    private final Set<Cidr> named = new LinkedHashSet<>();

    DevicePools(List<N6Breakout> breakouts) {
        breakouts.stream().filter(BreakoutFlows::namesUes).forEach(breakout -> {
            byDnn.computeIfAbsent(breakout.dnn(), dnn -> new LinkedHashSet<>()).addAll(breakout.uePools());
            named.addAll(breakout.uePools());
        });
    }

    List<FlowEnd> of(N6Breakout breakout) {
        if (!BreakoutFlows.namesUes(breakout)) {
            return BreakoutFlows.devices(breakout);
        }
        List<FlowEnd> ranges = ofNamed(breakout)
                .limit(MOST_RANGES + 1L)
                .map(BreakoutFlows::end)
                .toList();
        boolean unknown = ranges.isEmpty() || ranges.size() > MOST_RANGES;
        return unknown ? List.of(FlowEnd.ASSIGNED) : ranges;
    }

    private Stream<Cidr> ofNamed(N6Breakout breakout) {
        if (breakout.dnn().isEmpty()) {
            return named.stream(); // a slice may hold the devices of every data network
        }
        return Stream.concat(
                        byDnn.getOrDefault(breakout.dnn(), Set.of()).stream(),
                        byDnn.getOrDefault(Optional.empty(), Set.<Cidr>of()).stream())
                .distinct();
    }
}
