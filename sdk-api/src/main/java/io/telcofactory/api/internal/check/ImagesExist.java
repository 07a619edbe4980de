package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.site.Inventory.Image;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.spi.WorkloadRole;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A role's image must be there, once, and usable. */
final class ImagesExist implements Check {

    @Override
    public String title() {
        return "images are there";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        if (proposal.inventory().equals(Inventory.empty())) {
            return List.of();
        }
        return proposal.roles()
                .flatMap(each -> each.role().image().stream()
                        .flatMap(name -> examine(each, name, proposal.inventory()).stream()))
                .toList();
    }

    private static Optional<Finding> examine(WorkloadRole each, String name, Inventory inventory) {
        Role role = each.role();
        String image = "image '" + name + "' of role " + role.name();
        List<Image> found = inventory.images().stream()
                .filter(candidate -> candidate.name().equals(name))
                .toList();
        if (found.isEmpty()) {
            return Optional.of(Finding.error(
                    "image-missing",
                    each.ref(),
                    image + " is not at the site",
                    "upload it, or name one of " + names(inventory)));
        }
        if (found.size() > 1) {
            return Optional.of(Finding.error(
                    "image-ambiguous",
                    each.ref(),
                    image + " is there " + found.size() + " times: ids "
                            + found.stream().map(i -> Integer.toString(i.id())).collect(Collectors.joining(", ")),
                    "rename all but one of them"));
        }
        return found.get(0).ready()
                ? Optional.empty()
                : Optional.of(Finding.error(
                        "image-not-ready",
                        each.ref(),
                        image + " (id " + found.get(0).id() + ") can't be used now",
                        "wait until it is uploaded, or enable it, and plan again"));
    }

    private static String names(Inventory inventory) {
        String names = inventory.images().stream()
                .map(Image::name)
                .distinct()
                .sorted()
                .limit(10)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "those that are there (now none)" : names;
    }
}
