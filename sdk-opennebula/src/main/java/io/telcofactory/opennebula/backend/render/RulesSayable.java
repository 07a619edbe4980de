package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.Finding;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.List;

/** The server says the peer of a rule as an address and a number of 32 bits. */
public final class RulesSayable implements Check {

    @Override
    public String title() {
        return "security rules can be said to the server";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        return proposal.desired(TenantNetwork.class)
                .flatMap(network -> network.securityRules().stream()
                        .filter(rule -> !SecurityRules.sayable(rule))
                        .map(rule -> Finding.error(
                                "rule-peer-too-wide",
                                network.ref(),
                                "a security rule names the peer "
                                        + rule.peer().map(Object::toString).orElse("")
                                        + ": OpenNebula counts the addresses of a peer in 32 bits, /97 is the widest",
                                "leave the peer out, or name narrower ranges")))
                .toList();
    }
}
