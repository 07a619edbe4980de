package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.internal.HostNames;
import io.telcofactory.api.network.Segment;
import io.telcofactory.api.service.Attachment;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.site.Fabric;
import io.telcofactory.api.site.Host;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.site.VirtualFunctions;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.spi.WorkloadRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An interface by SR-IOV needs virtual functions that lead into its network's fabric and into no other; limits are kept by the hosts, whom
 * its traffic does not pass.
 */
final class InterfacesFit implements Check {

    @Override
    public String title() {
        return "interfaces lead into their networks";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        List<Finding> findings = new ArrayList<>();
        proposal.roles()
                .forEach(each -> each.role().attachments().stream()
                        .filter(Attachment::isSriov)
                        .forEach(attachment -> examine(each, attachment, proposal, findings)));
        return findings;
    }

    private static void examine(WorkloadRole each, Attachment attachment, Proposal proposal, List<Finding> findings) {
        Role role = each.role();
        String who = "role " + role.name() + " is attached to " + attachment.to() + " by SR-IOV";
        if (attachment.inbound().isPresent() || attachment.outbound().isPresent()) {
            findings.add(Finding.warning(
                    "interface-limit-not-enforced",
                    each.ref(),
                    who + ", so that its bandwidth is not limited: its traffic passes no host",
                    "limit it in the switch or in the user plane function, or choose virtio"));
        }
        proposal.inventory().site().ifPresent(site -> {
            Optional<Fabric> fabric = site.fabric(attachment.segment().flatMap(Segment::fabric));
            if (fabric.isPresent()) { // else another check tells of it
                fabric.get()
                        .virtualFunctions()
                        .ifPresentOrElse(
                                functions -> alike(fabric.get(), functions, site, proposal)
                                        .ifPresent(
                                                other -> findings.add(ambiguous(each.ref(), who, fabric.get(), other))),
                                () -> findings.add(missing(each.ref(), who, fabric.get(), site)));
            }
        });
    }

    private static Finding missing(Ref ref, String who, Fabric fabric, Site site) {
        return Finding.error(
                "virtual-functions-missing",
                ref,
                who + ", but site '" + site.name() + "' declares no virtual functions that lead into fabric '"
                        + fabric.name() + "'",
                "declare them under virtualFunctions in the site document, or choose virtio");
    }

    private static Finding ambiguous(Ref ref, String who, Fabric fabric, Fabric other) {
        return Finding.error(
                "virtual-functions-alike",
                ref,
                who + ", but virtual functions of fabric '" + fabric.name() + "' can't be told from those of fabric '"
                        + other.name() + "': the server takes any free one with these numbers",
                "name hosts that have only one of the two, or the addresses, in the site document");
    }

    /** Finds another fabric into which a function with these numbers may lead on some host. */
    private static Optional<Fabric> alike(Fabric fabric, VirtualFunctions own, Site site, Proposal proposal) {
        return !own.addresses().isEmpty()
                ? Optional.empty()
                : Stream.concat(site.fabric(Optional.empty()).stream(), site.fabrics().stream())
                        .filter(other -> !other.equals(fabric))
                        .filter(other -> other.virtualFunctions()
                                .filter(functions -> functions.pci().equals(own.pci()))
                                .filter(functions -> proposal.inventory().hosts().stream()
                                        .anyMatch(host -> has(host, own) && has(host, functions)))
                                .isPresent())
                        .findFirst();
    }

    private static boolean has(Host host, VirtualFunctions functions) {
        return HostNames.fit(functions.hosts(), host.name());
    }
}
