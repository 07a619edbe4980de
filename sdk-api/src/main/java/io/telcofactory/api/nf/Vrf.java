package io.telcofactory.api.nf;

import io.telcofactory.api.Ref;
import io.telcofactory.api.internal.Checks;
import java.util.List;

/**
 * Traffic that a network function keeps apart on one interface: a routing table of its own, behind the VLAN of its breakouts' network.
 *
 * @param name a DNS label of at most 40 characters, unique on the interface
 * @param breakouts of one tenant and one network, at least one
 * @since 0.1
 */
public record Vrf(String name, List<Ref> breakouts) {

    /** Checks the name and that there is a breakout, and keeps the list unmodifiable. */
    public Vrf {
        Checks.name("vrf.name", name);
        Checks.require(!breakouts.isEmpty(), "", "vrf.breakouts", "must name at least one breakout");
        breakouts.forEach(
                ref -> Checks.require(ref.kind().equals(Ref.BREAKOUT), ref, "vrf.breakouts", "must name breakouts"));
        breakouts = List.copyOf(breakouts);
    }
}
