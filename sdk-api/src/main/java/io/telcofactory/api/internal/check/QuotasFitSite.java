package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.site.GpuOffer;
import io.telcofactory.api.site.Host;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.tenant.Quota;
import io.telcofactory.api.tenant.Tenant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The quotas of all tenants of the factory together should not promise more than the site has. */
final class QuotasFitSite implements Check {

    @Override
    public String title() {
        return "quotas promise no more than the site has";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        Set<Tenant> desired = proposal.desired(Tenant.class).collect(Collectors.toSet());
        if (desired.isEmpty()) {
            return List.of();
        }
        List<Quota> quotas = quotas(proposal);
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

    /** Those of the desired tenants, and of all others that the factory made. */
    private static List<Quota> quotas(Proposal proposal) {
        Map<Ref, Quota> quotas = new TreeMap<>();
        for (Owned owned : proposal.owned().values()) {
            if (owned.applied().orElse(null) instanceof Tenant tenant) {
                quotas.put(tenant.ref(), tenant.quota());
            }
        }
        proposal.desired(Tenant.class).forEach(tenant -> quotas.put(tenant.ref(), tenant.quota()));
        return List.copyOf(quotas.values());
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
