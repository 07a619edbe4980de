package io.telcofactory.api.network;

import io.telcofactory.api.Ref;
import io.telcofactory.api.internal.Checks;
import java.util.Optional;

/**
 * Where a virtual router is connected to a network of its tenant.
 *
 * @param network the network
 * @param address its address there, among those that the network gives to virtual machines; the server's choice if empty
 * @since 0.1
 */
public record RouterInterface(Ref network, Optional<IpAddress> address) {

    /** Checks that it is a network. */
    public RouterInterface {
        Checks.require(network.kind().equals(Ref.NETWORK), network, "router.interfaces", "must name a network");
    }
}
