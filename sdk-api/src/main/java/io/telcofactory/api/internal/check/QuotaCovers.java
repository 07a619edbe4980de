package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.service.Attachment;
import io.telcofactory.api.service.Instances;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.tenant.Quota;
import io.telcofactory.api.tenant.Tenant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
        Map<String, List<Workload>> services =
                proposal.desired(Workload.class).collect(Collectors.groupingBy(Workload::tenant));
        return proposal.desired(Tenant.class)
                .flatMap(tenant ->
                        examine(tenant, services.getOrDefault(tenant.name(), List.of()), proposal.inventory()).stream())
                .toList();
    }

    private static Optional<Finding> examine(Tenant tenant, List<Workload> services, Inventory inventory) {
        List<Overrun> least = overruns(tenant.quota(), Usage.of(services, Instances::min, inventory), inventory);
        if (!least.isEmpty()) {
            return Optional.of(Finding.error(
                    "quota-too-small",
                    tenant.ref(),
                    "its services need more than its quota even with the fewest instances: " + text(least),
                    "raise the quota's " + fields(least) + ", or lower what the services ask"));
        }
        List<Overrun> most = overruns(tenant.quota(), Usage.of(services, Instances::max, inventory), inventory);
        return most.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        "quota-below-maximum",
                        tenant.ref(),
                        "its services can't grow to the most instances within its quota: " + text(most),
                        "raise the quota's " + fields(most) + ", or lower the bounds"));
    }

    /** Returns what goes over its limit, the tightest first: the one that is exceeded by the largest part. */
    private static List<Overrun> overruns(Quota quota, Usage usage, Inventory inventory) {
        List<Overrun> found = machines("", quota, usage);
        inventory
                .site()
                .map(Site::cluster)
                .ifPresent(cluster -> Optional.ofNullable(quota.clusters().get(cluster))
                        .ifPresent(limits -> found.addAll(machines("clusters." + cluster + ".", limits, usage))));
        new TreeMap<>(quota.gpuModels())
                .forEach(
                        (model, limit) -> found.add(new Overrun("gpuModels." + model, usage.gpusOf(model), limit, "")));
        new TreeMap<>(quota.leases())
                .forEach((network, limit) ->
                        found.add(new Overrun("leases." + network, usage.leasesOf(network), limit, "")));
        return found.stream()
                .filter(overrun -> overrun.needed > overrun.limit)
                .sorted(Comparator.comparingDouble(overrun -> (double) overrun.limit / overrun.needed))
                .toList();
    }

    /** Every instance of a service runs, so that running limits hold for all of them. */
    private static List<Overrun> machines(String prefix, Quota quota, Usage usage) {
        List<Overrun> found = new ArrayList<>();
        count(prefix + "vms", quota.vms(), usage.vms, found);
        count(prefix + "runningVms", quota.runningVms(), usage.vms, found);
        count(prefix + "vcpus", quota.vcpus(), usage.vcpus, found);
        count(prefix + "runningVcpus", quota.runningVcpus(), usage.vcpus, found);
        size(prefix + "memory", quota.memory(), usage.mebibytes, found);
        size(prefix + "runningMemory", quota.runningMemory(), usage.mebibytes, found);
        count(prefix + "gpus", quota.gpus(), usage.gpus, found);
        count(prefix + "runningGpus", quota.runningGpus(), usage.gpus, found);
        count(prefix + "sriovInterfaces", quota.sriovInterfaces(), usage.sriovInterfaces, found);
        size(prefix + "systemDisk", quota.systemDisk(), usage.diskMebibytes, found);
        return found;
    }

    private static void count(String field, Optional<Integer> limit, long needed, List<Overrun> found) {
        limit.ifPresent(most -> found.add(new Overrun(field, needed, most, "")));
    }

    private static void size(String field, Optional<DataSize> limit, long needed, List<Overrun> found) {
        limit.ifPresent(most -> found.add(new Overrun(field, needed, most.toMebibytes(), " MiB")));
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

    /** What instances of roles take together. The disk of an instance is a copy of its image. */
    private static final class Usage {
        private long vms;
        private long vcpus;
        private long mebibytes;
        private long gpus;
        private long sriovInterfaces;
        private long diskMebibytes;
        private final Map<String, Long> gpusByModel = new TreeMap<>();
        private final Map<String, Long> leases = new TreeMap<>();

        static Usage of(List<Workload> services, ToIntFunction<Instances> count, Inventory inventory) {
            Map<String, Long> disks = inventory.images().stream()
                    .collect(Collectors.toMap(Inventory.Image::name, Usage::mebibytes, Math::max));
            Usage usage = new Usage();
            for (Workload service : services) {
                for (var role : service.roles()) {
                    long instances = count.applyAsInt(role.instances());
                    usage.vms += instances;
                    usage.vcpus += instances * role.vcpus();
                    usage.mebibytes += instances * role.memory().toMebibytes();
                    usage.gpus += instances * role.devices().size();
                    usage.sriovInterfaces += instances
                            * role.attachments().stream()
                                    .filter(Attachment::isSriov)
                                    .count();
                    usage.diskMebibytes += instances
                            * role.image()
                                    .map(name -> disks.getOrDefault(name, 0L))
                                    .orElse(0L);
                    role.gpu().ifPresent(claim -> {
                        usage.gpus += instances * claim.count();
                        usage.gpusByModel.merge(claim.model(), instances * claim.count(), Long::sum);
                    });
                    role.providerNetworks().forEach(network -> usage.leases.merge(network, instances, Long::sum));
                }
            }
            return usage;
        }

        private static long mebibytes(Inventory.Image image) {
            return image.size().map(DataSize::toMebibytes).orElse(0L);
        }

        long gpusOf(String model) {
            return gpusByModel.getOrDefault(model, 0L);
        }

        long leasesOf(String network) {
            return leases.getOrDefault(network, 0L);
        }
    }
}
