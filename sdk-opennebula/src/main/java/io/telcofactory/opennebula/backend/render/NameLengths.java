package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.Finding;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.List;

/** Checks that the server takes the names: those of VM templates are made of four parts. */
public final class NameLengths implements Check {
    private static final int LONGEST = 128;

    @Override
    public String title() {
        return "names are short enough for the server";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        return proposal.desired(Workload.class)
                .flatMap(service -> service.roles().stream()
                        .map(role ->
                                ServiceRendering.templateName(proposal.scope().nativeName(service.ref()), role.name()))
                        .filter(name -> name.length() > LONGEST)
                        .map(name -> Finding.error(
                                "name-too-long",
                                service.ref(),
                                "the VM template '" + name + "' would have a name of " + name.length()
                                        + " characters, the server takes " + LONGEST,
                                "shorten the names of factory, tenant, service or role")))
                .toList();
    }
}
