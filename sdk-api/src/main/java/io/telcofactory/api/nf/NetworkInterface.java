package io.telcofactory.api.nf;

import io.telcofactory.api.Ref;
import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.ValueStyle;
import io.telcofactory.api.network.Bandwidth;
import io.telcofactory.api.network.Handoff;
import io.telcofactory.api.network.Segment;
import io.telcofactory.api.service.Attachment;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * An interface of a network function. Hosts and cards check nothing on it unless they are told to: the packets of devices that pass it
 * have other senders than the function itself. The security rules of a network do not hold at N6 either.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface NetworkInterface permits ImmutableNetworkInterface {

    /**
     * Returns the interface's standard name.
     *
     * @return the name; several interfaces of a function may have one, in different networks
     */
    InterfaceName name();

    /**
     * Returns what the interface is connected to.
     *
     * @return a network of the function's tenant; with {@link InterfaceName#N6} also a breakout of any tenant, which stands for its network
     */
    Ref to();

    /**
     * Returns what the interface is and what it is trusted with.
     *
     * @return {@link Handoff.Port#VIRTIO} without spoof check by default
     */
    @Value.Default
    default Handoff handoff() {
        return new Handoff(Handoff.Port.VIRTIO, false, false);
    }

    /**
     * Returns whose traffic the interface carries apart from each other.
     *
     * @return VRFs with different names, with {@link InterfaceName#N6} on a network of the function's tenant; none if the interface carries
     *     the traffic of one network
     */
    List<Vrf> vrfs();

    /**
     * Returns how much the interface may receive.
     *
     * @return the limit, or empty for that of the network
     */
    Optional<Bandwidth> inbound();

    /**
     * Returns how much the interface may send.
     *
     * @return the limit, or empty for that of the network
     */
    Optional<Bandwidth> outbound();

    /**
     * Returns what the interface must know of its network.
     *
     * @return what a plan filled in, or empty if there is nothing special
     */
    Optional<Segment> segment();

    /**
     * Returns the interface as one of a role.
     *
     * @return the same in other words
     */
    default Attachment attachment() {
        return Attachment.builder(to())
                .handoff(handoff())
                .guarded(name() != InterfaceName.N6)
                .inbound(inbound())
                .outbound(outbound())
                .segment(segment())
                .build();
    }

    /** Checks what the interface is connected to. */
    @Value.Check
    default void check() {
        Checks.require(
                to().kind().equals(Ref.NETWORK) || (to().kind().equals(Ref.BREAKOUT) && name() == InterfaceName.N6),
                to(),
                "interface.to",
                "must name a network, or a breakout with N6");
        if (!vrfs().isEmpty()) {
            Checks.require(
                    name() == InterfaceName.N6 && to().kind().equals(Ref.NETWORK),
                    name(),
                    "interface.vrfs",
                    "are for N6 on a network of the function's own");
            Set<String> names = new HashSet<>();
            vrfs().forEach(vrf ->
                    Checks.require(names.add(vrf.name()), vrf.name(), "interface.vrfs.name", "stands twice"));
        }
    }

    /**
     * Starts an interface.
     *
     * @param name its standard name
     * @param target a network, or a breakout with N6
     * @return a builder
     */
    static Builder builder(InterfaceName name, Ref target) {
        return new Builder().name(name).to(target);
    }

    /**
     * Starts an interface from this one.
     *
     * @return a builder with these values
     */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes of an interface. */
    final class Builder extends ImmutableNetworkInterface.Builder {
        Builder() {}
    }
}
