package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.service.Metric;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.spi.WorkloadRole;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A rule on a metric that nobody reports never fires, and nothing tells so. Source: OpenNebula 7.4 measures GPUs by {@code nvidia-smi} in
 * the guest, which has no utilisation for a MIG slice.
 */
final class MetricsReported implements Check {
    private static final Set<Metric> OF_GPUS = Set.of(
            Metric.GPU_UTILIZATION, Metric.GPU_MEMORY_UTILIZATION, Metric.GPU_MEMORY_FREE, Metric.GPU_POWER_USAGE);
    private static final Set<Metric> NOT_OF_SLICES = Set.of(Metric.GPU_UTILIZATION, Metric.GPU_MEMORY_UTILIZATION);

    @Override
    public String title() {
        return "what scales roles is reported";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        return proposal.roles().flatMap(each -> examine(each)).toList();
    }

    private static Stream<Finding> examine(WorkloadRole each) {
        Role role = each.role();
        return role.scaling().stream()
                .flatMap(rule -> rule.when().metrics().stream())
                .distinct()
                .flatMap(metric -> missing(metric, role)
                        .map(why -> Finding.error(
                                "metric-not-reported",
                                each.ref(),
                                "role " + role.name() + " is scaled by " + metric + ", " + why
                                        + ", so that the rule would never be followed",
                                "let the guests push a metric of another name through OneGate and name that one"))
                        .stream());
    }

    private static Optional<String> missing(Metric metric, Role role) {
        if (OF_GPUS.contains(metric) && role.gpu().isEmpty()) {
            return Optional.of("but has no GPU");
        }
        boolean slice = role.gpu().filter(GpuClaim.MigSlice.class::isInstance).isPresent();
        return slice && NOT_OF_SLICES.contains(metric)
                ? Optional.of("which is not reported inside a MIG slice")
                : Optional.empty();
    }
}
