package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Instances;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.tenant.Quota;
import io.telcofactory.api.tenant.Tenant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** A tenant's services must fit in its quota. */
final class QuotaCovers implements Check {

    @Override
    public String title() {
        return "quotas cover the services";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        Map<String, List<AiService>> services =
                proposal.desired(AiService.class).collect(Collectors.groupingBy(AiService::tenant));
        return proposal.desired(Tenant.class)
                .flatMap(tenant -> examine(tenant, services.getOrDefault(tenant.name(), List.of())).stream())
                .toList();
    }

    private static Optional<Finding> examine(Tenant tenant, List<AiService> services) {
        List<Overrun> least = overruns(tenant.quota(), Usage.of(services, Instances::min));
        if (!least.isEmpty()) {
            return Optional.of(Finding.error(
                    "quota-too-small",
                    tenant.ref(),
                    "its services need more than its quota even with the fewest instances: " + text(least),
                    "raise the quota's " + fields(least) + ", or lower what the services ask"));
        }
        List<Overrun> most = overruns(tenant.quota(), Usage.of(services, Instances::max));
        return most.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        "quota-below-maximum",
                        tenant.ref(),
                        "its services can't grow to the most instances within its quota: " + text(most),
                        "raise the quota's " + fields(most) + ", or lower the bounds"));
    }

    /** Returns what goes over its limit, the tightest first: the one that is exceeded by the largest part. */
    private static List<Overrun> overruns(Quota quota, Usage usage) {
        List<Overrun> found = new ArrayList<>();
        quota.vms().ifPresent(limit -> found.add(new Overrun("vms", usage.vms(), limit, "")));
        quota.vcpus().ifPresent(limit -> found.add(new Overrun("vcpus", usage.vcpus(), limit, "")));
        quota.memory()
                .ifPresent(limit -> found.add(new Overrun("memory", usage.mebibytes(), limit.toMebibytes(), " MiB")));
        quota.gpus().ifPresent(limit -> found.add(new Overrun("gpus", usage.gpus(), limit, "")));
        return found.stream()
                .filter(overrun -> overrun.needed > overrun.limit)
                .sorted(Comparator.comparingDouble(overrun -> (double) overrun.limit / overrun.needed))
                .toList();
    }

    private static String text(List<Overrun> overruns) {
        return overruns.stream().map(Overrun::toString).collect(Collectors.joining("; "));
    }

    private static String fields(List<Overrun> overruns) {
        return overruns.stream().map(Overrun::field).collect(Collectors.joining(", "));
    }

    private record Overrun(String field, long needed, long limit, String unit) {
        @Override
        public String toString() {
            return field + " " + needed + unit + " of " + limit + unit + ", " + (needed - limit) + unit + " too many";
        }
    }

    private record Usage(long vms, long vcpus, long mebibytes, long gpus) {
        static Usage of(List<AiService> services, ToIntFunction<Instances> count) {
            long vms = 0;
            long vcpus = 0;
            long mebibytes = 0;
            long gpus = 0;
            for (AiService service : services) {
                for (var role : service.roles()) {
                    int instances = count.applyAsInt(role.instances());
                    vms += instances;
                    vcpus += (long) instances * role.vcpus();
                    mebibytes += instances * role.memory().toMebibytes();
                    gpus += (long) instances
                            * (role.gpu().map(GpuClaim::count).orElse(0)
                                    + role.devices().size());
                }
            }
            return new Usage(vms, vcpus, mebibytes, gpus);
        }
    }
}
