package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.compute.PciClaim;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.spi.WorkloadRole;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Devices of one IOMMU group go to one virtual machine together. Source: Linux, VFIO. */
final class IommuGroupsWhole implements Check {

    @Override
    public String title() {
        return "claimed devices make whole IOMMU groups";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        return proposal.inventory().site().stream()
                .filter(site -> !site.iommuGroups().isEmpty())
                .flatMap(site -> proposal.roles().flatMap(each -> examine(each, site)))
                .toList();
    }

    private static Stream<Finding> examine(WorkloadRole each, Site site) {
        Role role = each.role();
        Set<String> claimed = role.devices().stream()
                .filter(PciClaim.At.class::isInstance)
                .map(claim -> ((PciClaim.At) claim).address())
                .collect(Collectors.toCollection(HashSet::new));
        return site.iommuGroups().stream()
                .map(TreeSet::new)
                .filter(group -> group.stream().anyMatch(claimed::contains) && !claimed.containsAll(group))
                .map(group -> {
                    TreeSet<String> missing = new TreeSet<>(group);
                    missing.removeAll(claimed);
                    return Finding.error(
                            "iommu-group-split",
                            each.ref(),
                            "role " + role.name() + " claims a part of the IOMMU group " + String.join(", ", group)
                                    + " and not " + String.join(", ", missing)
                                    + "; its devices can't be given to different machines",
                            "claim " + String.join(", ", missing) + " as well, or none of the group");
                });
    }
}
