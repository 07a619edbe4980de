package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.nf.NetworkFunction;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** vGPUs of one card take turns: whoever has a deadline waits for the others. MIG slices and whole cards do not. */
final class TimeSharedGpus implements Check {
    private static final int MOST_NAMED = 10;

    @Override
    public String title() {
        return "work with deadlines takes no turns on a GPU";
    }

    /**
     * A role with a vGPU.
     *
     * @param several whether it may have instances that take turns with each other
     */
    private record Sharer(Workload workload, Role role, GpuClaim claim, boolean several) {
        static Stream<Sharer> of(Workload workload) {
            return workload.roles().stream()
                    .flatMap(role -> role.gpu().stream()
                            .filter(GpuClaim.VirtualGpu.class::isInstance)
                            .map(claim -> new Sharer(
                                    workload, role, claim, role.instances().max() > 1)));
        }

        boolean is(Sharer other) {
            return workload.ref().equals(other.workload.ref()) && role.name().equals(other.role.name());
        }
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        Map<String, List<Sharer>> byModel = proposal.all(Workload.class)
                .flatMap(Sharer::of)
                .collect(Collectors.groupingBy(sharer -> sharer.claim().model()));
        if (byModel.isEmpty()) {
            return List.of();
        }
        Set<Ref> urgent = proposal.desired(N6Breakout.class)
                .filter(breakout -> breakout.latency().isPresent())
                .map(N6Breakout::networkRef)
                .collect(Collectors.toSet());
        return proposal.desired(Workload.class)
                .flatMap(Sharer::of)
                .filter(sharer -> sharer.workload() instanceof NetworkFunction
                        || sharer.role().targets().stream().anyMatch(urgent::contains))
                .flatMap(sharer ->
                        examine(sharer, byModel.getOrDefault(sharer.claim().model(), List.of())).stream())
                .toList();
    }

    private static Optional<Finding> examine(Sharer sharer, List<Sharer> all) {
        Stream<String> own = sharer.several() ? Stream.of("its other instances") : Stream.empty();
        Stream<String> others = all.stream()
                .filter(other -> !other.is(sharer))
                .map(other -> "role " + other.role().name() + " of "
                        + other.workload().ref())
                .sorted();
        String beside = Stream.concat(own, others).limit(MOST_NAMED).collect(Collectors.joining(", "));
        return beside.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        "time-shared-gpu",
                        sharer.workload().ref(),
                        "role " + sharer.role().name() + " has a deadline and claims " + sharer.claim()
                                + ", a part of a card that is shared in time; on the same card may be " + beside,
                        "claim a MIG slice or a whole card for it, or give the others another model"));
    }
}
