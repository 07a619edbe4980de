package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.network.NetworkType;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.site.Fabric;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Each network lies on a fabric that the site has, that keeps it apart from others, and that its packets fit through. */
final class FabricsCarry implements Check {

    @Override
    public String title() {
        return "fabrics carry the networks";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        List<Finding> findings = new ArrayList<>();
        proposal.inventory()
                .site()
                .ifPresent(site -> proposal.desired(TenantNetwork.class)
                        .forEach(network -> site.fabricOf(network)
                                .ifPresentOrElse(
                                        fabric -> examine(network, fabric, findings),
                                        () -> findings.add(unknown(network, site)))));
        return findings;
    }

    private static Finding unknown(TenantNetwork network, Site site) {
        List<String> names = site.fabrics().stream().map(Fabric::name).toList();
        return Finding.error(
                "fabric-unknown",
                network.ref(),
                "it names fabric '" + network.fabric().orElse("") + "', but site '" + site.name() + "' has "
                        + (names.isEmpty() ? "no fabrics" : names),
                "add the fabric to the site document, or name one that is there");
    }

    private static void examine(TenantNetwork network, Fabric fabric, List<Finding> findings) {
        if (!fabric.carries(network.type())) {
            findings.add(Finding.error(
                    "fabric-cannot-carry",
                    network.ref(),
                    "it has type " + network.type().name().toLowerCase(Locale.ROOT) + ", but fabric '" + fabric.name()
                            + "' has driver " + fabric.driver() + ", which "
                            + (network.type() == NetworkType.FLAT
                                    ? "lets a port without a tag see the others"
                                    : "sets no tags: all its networks would be one"),
                    "choose another type or fabric"));
        }
        network.mtu()
                .filter(bytes -> bytes > fabric.mtuFor(network))
                .ifPresent(bytes -> findings.add(Finding.error(
                        "mtu-too-large",
                        network.ref(),
                        "its MTU " + bytes + " is more than the " + fabric.mtuFor(network) + " bytes that fabric '"
                                + fabric.name() + "' leaves to a network of type "
                                + network.type().name().toLowerCase(Locale.ROOT),
                        "lower the MTU, or raise it on the switches and in the site document")));
        if (network.outbound().isPresent() && fabric.driver(network.type()).equals(Fabric.OPEN_VSWITCH)) {
            findings.add(Finding.warning(
                    "bandwidth-not-enforced",
                    network.ref(),
                    "its outbound bandwidth has no effect on fabric '" + fabric.name() + "' with driver "
                            + Fabric.OPEN_VSWITCH,
                    "limit it in the switch, or choose a fabric with driver " + Fabric.TAGGED));
        }
    }
}
