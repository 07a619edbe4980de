package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.site.GpuOffer;
import io.telcofactory.api.site.Host;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.tenant.Quota;
import io.telcofactory.api.tenant.Tenant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The quotas of all tenants of the factory together should not promise more than the site has. */
final class QuotasFitSite implements Check {

    @Override
    public String title() {
        return "quotas promise no more than the site has";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        if (proposal.desired(Tenant.class).findAny().isEmpty()) {
            return List.of();
        }
        List<Quota> quotas = proposal.all(Tenant.class).map(Tenant::quota).toList();
        Inventory inventory = proposal.inventory();
        List<Finding> findings = new ArrayList<>();
        inventory.capacity().ifPresent(capacity -> {
            add(findings, "vcpus", sum(quotas, Quota::vcpus), capacity.cpus(), "");
            add(
                    findings,
                    "memory",
                    sum(quotas, quota -> quota.memory().map(DataSize::toMebibytes)),
                    capacity.memory().toMebibytes(),
                    " MiB");
        });
        if (!inventory.hosts().isEmpty()) {
            gpus(quotas, inventory, findings);
        }
        return findings;
    }

    private static void gpus(List<Quota> quotas, Inventory inventory, List<Finding> findings) {
        List<GpuOffer> offers =
                inventory.site().stream().flatMap(site -> site.gpus().stream()).toList();
        Set<String> models = new TreeSet<>();
        quotas.forEach(quota -> models.addAll(quota.gpuModels().keySet()));
        for (String model : models) {
            long promised =
                    sum(quotas, quota -> Optional.ofNullable(quota.gpuModels().get(model)));
            add(
                    findings,
                    "gpuModels." + model,
                    promised,
                    devices(
                            inventory,
                            offers.stream()
                                    .filter(offer -> offer.model().equals(model))
                                    .toList()),
                    "");
        }
    }

    /** How many devices any of some offers means, held ones as well. */
    private static long devices(Inventory inventory, Collection<GpuOffer> offers) {
        return inventory.hosts().stream()
                .flatMap(host -> devicesOf(host, offers))
                .count();
    }

    private static Stream<?> devicesOf(Host host, Collection<GpuOffer> offers) {
        return host.pciDevices().stream()
                .filter(device -> offers.stream()
                        .anyMatch(offer -> offer.onHost(host.name())
                                && offer.pci().equals(device.pci())
                                && offer.slice().isPresent() == device.virtualFunction()));
    }

    private static long sum(List<Quota> quotas, Function<Quota, Optional<? extends Number>> limit) {
        return quotas.stream()
                .flatMap(quota -> limit.apply(quota).stream())
                .mapToLong(Number::longValue)
                .sum();
    }

    private static void add(List<Finding> findings, String field, long promised, long there, String unit) {
        if (promised > there) {
            findings.add(new Finding(
                    "quotas-above-capacity",
                    Finding.Severity.WARNING,
                    Optional.empty(),
                    "the quotas of this factory's tenants promise " + field + " " + promised + unit
                            + " together, the site has " + there + unit,
                    "lower some of them, or add hosts, unless not all tenants will need theirs at the same time"));
        }
    }
}
