package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.site.GpuOffer;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.spi.WorkloadRole;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a role claims of GPUs must be something that the site document describes. */
final class GpuClaimsOffered implements Check {

    @Override
    public String title() {
        return "the site offers the claimed GPUs";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        if (proposal.inventory().equals(Inventory.empty())) {
            return List.of();
        }
        Optional<Site> site = proposal.inventory().site();
        return proposal.roles().flatMap(each -> examine(each, site).stream()).toList();
    }

    private static Optional<Finding> examine(WorkloadRole each, Optional<Site> site) {
        Role role = each.role();
        return role.gpu()
                .filter(claim -> site.flatMap(s -> s.offer(claim)).isEmpty())
                .map(claim -> Finding.error(
                        "gpu-not-offered",
                        each.ref(),
                        "role " + role.name() + " claims " + claim + ", which "
                                + site.map(s -> "site " + s.name() + " does not offer; it offers " + offers(s))
                                        .orElse("no site document offers: the backend was given none"),
                        "add the offer to the site document, or claim what is offered"));
    }

    private static String offers(Site site) {
        String offers =
                site.gpus().stream().map(GpuClaimsOffered::name).distinct().collect(Collectors.joining(", "));
        return offers.isEmpty() ? "no GPUs" : offers;
    }

    private static String name(GpuOffer offer) {
        return offer.slice()
                .map(slice -> GpuClaim.migSlice(offer.model(), slice).toString())
                .or(() -> offer.vgpu()
                        .map(type -> GpuClaim.virtualGpu(offer.model(), type).toString()))
                .orElse("whole " + offer.model());
    }
}
