package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.service.Appliance;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.site.UserInput;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.spi.WorkloadRole;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Appliances must be in a marketplace, once, and be told what they ask for. One that runs may have left the marketplace since. */
final class AppliancesFit implements Check {

    @Override
    public String title() {
        return "appliances are there and get their parameters";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        if (proposal.inventory().equals(Inventory.empty())) {
            return List.of();
        }
        return proposal.roles()
                .flatMap(each ->
                        each.role().appliance().stream().flatMap(appliance -> examine(each, appliance, proposal)))
                .toList();
    }

    private static Stream<Finding> examine(WorkloadRole each, Appliance appliance, Proposal proposal) {
        Role role = each.role();
        String what = "appliance '" + appliance.name() + "' of role " + role.name();
        List<Inventory.App> found = proposal.inventory().apps(appliance);
        if (found.isEmpty()) {
            return proposal.staying(each.ref()).isPresent()
                    ? Stream.empty()
                    : Stream.of(Finding.error(
                            "appliance-missing",
                            each.ref(),
                            what + " is in no marketplace"
                                    + appliance
                                            .marketplace()
                                            .map(name -> " '" + name + "'")
                                            .orElse(""),
                            "correct the name, or name one of " + names(proposal.inventory())));
        }
        if (found.size() > 1) {
            return Stream.of(Finding.error(
                    "appliance-ambiguous",
                    each.ref(),
                    what + " is there " + found.size() + " times: "
                            + found.stream()
                                    .map(app -> "app " + app.id() + " of " + app.marketplace())
                                    .collect(Collectors.joining(", ")),
                    "name the marketplace, or rename all but one of them"));
        }
        Inventory.App app = found.get(0);
        if (!app.usable()) {
            return Stream.of(Finding.error(
                    "appliance-not-usable",
                    each.ref(),
                    what + " (app " + app.id() + ") is not ready, or is not one image with a template for its machine",
                    "enable it or wait until the marketplace is read, or name another one"));
        }
        return parameters(app, appliance, role.secrets().keySet())
                .map(flaw -> Finding.error(
                        "appliance-parameter",
                        each.ref(),
                        what + ": " + flaw,
                        "give what the app asks for: "
                                + app.inputs().stream()
                                        .map(AppliancesFit::words)
                                        .collect(Collectors.joining(", "))));
    }

    private static Stream<String> parameters(Inventory.App app, Appliance appliance, Set<String> secrets) {
        TreeSet<String> unknown = new TreeSet<>(appliance.parameters().keySet());
        app.inputs().stream().map(UserInput::name).forEach(unknown::remove);
        Stream<String> surplus = unknown.stream().map(name -> "it has no parameter " + name);
        Stream<String> wrong = app.inputs().stream()
                .filter(input -> !secrets.contains(input.name()))
                .flatMap(input -> flaw(input, appliance).stream());
        return Stream.concat(surplus, wrong);
    }

    private static Optional<String> flaw(UserInput input, Appliance appliance) {
        String value = appliance.parameters().get(input.name());
        if (value == null) {
            return input.mandatory() && input.initial().isEmpty()
                    ? Optional.of("parameter " + input.name() + " is mandatory and has no default")
                    : Optional.empty();
        }
        return input.type() == UserInput.Type.PASSWORD
                ? Optional.of("parameter " + input.name() + " is a password: name its place among the role's secrets")
                : input.refusal(value)
                        .map(rule -> "parameter " + input.name() + " is '" + value + "' and must be " + rule);
    }

    private static String words(UserInput input) {
        return input.name() + (input.mandatory() ? " (mandatory)" : "");
    }

    private static String names(Inventory inventory) {
        String names = inventory.apps().stream()
                .filter(Inventory.App::usable)
                .map(Inventory.App::name)
                .distinct()
                .sorted()
                .limit(10)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "those that are there (now none)" : names;
    }
}
