package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.Finding;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.api.spi.WorkloadRole;
import java.util.List;
import java.util.Optional;

/** Checks that the server takes the names: those of VM templates are made of four parts. */
public final class NameLengths implements Check {
    private static final int LONGEST = 128;

    @Override
    public String title() {
        return "names are short enough for the server";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        return proposal.roles()
                .flatMap(each -> examine(each, proposal.scope()).stream())
                .toList();
    }

    private static Optional<Finding> examine(WorkloadRole each, Scope scope) {
        String name = ServiceRendering.templateName(
                scope.nativeName(each.ref()), each.role().name());
        return name.length() <= LONGEST
                ? Optional.empty()
                : Optional.of(Finding.error(
                        "name-too-long",
                        each.ref(),
                        "the VM template '" + name + "' would have a name of " + name.length()
                                + " characters, the server takes " + LONGEST,
                        "shorten the names of factory, tenant, service or role"));
    }
}
