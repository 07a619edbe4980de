package io.telcofactory.api.service;

import io.telcofactory.api.Ref;
import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.ValueStyle;
import io.telcofactory.api.network.Bandwidth;
import io.telcofactory.api.network.Handoff;
import io.telcofactory.api.network.Segment;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An interface of each instance of a role.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface Attachment permits ImmutableAttachment {

    /**
     * Returns what the interface is connected to.
     *
     * @return a network, or a breakout that stands for its network
     */
    Ref to();

    /**
     * Returns what the interface is and what it is trusted with.
     *
     * @return the handoff, or empty for the breakout's own, or {@link Handoff#virtio()} on a network
     */
    Optional<Handoff> handoff();

    /**
     * Tells whether the network's security rules hold for the interface.
     *
     * @return true by default; false for the N6 interface of a user plane function, whose traffic is that of the devices
     */
    @Value.Default
    default boolean guarded() {
        return true;
    }

    /**
     * Returns how much the interface may receive.
     *
     * @return the limit, or empty for the uplink of the breakout, or that of the network
     */
    Optional<Bandwidth> inbound();

    /**
     * Returns how much the interface may send.
     *
     * @return the limit, or empty for the downlink of the breakout, or that of the network
     */
    Optional<Bandwidth> outbound();

    /**
     * Returns what the interface must know of its network.
     *
     * @return what a plan filled in, or empty if there is nothing special
     */
    Optional<Segment> segment();

    /**
     * Tells whether the interface is a virtual function.
     *
     * @return true if its handoff is by SR-IOV
     */
    default boolean isSriov() {
        return handoff().filter(Handoff::isSriov).isPresent();
    }

    /** Checks the kind of what is attached to. */
    @Value.Check
    default void check() {
        Checks.require(
                to().kind().equals(Ref.NETWORK) || to().kind().equals(Ref.BREAKOUT),
                to(),
                "role.attachments",
                "must name a network or a breakout");
    }

    /**
     * Returns an ordinary interface.
     *
     * @param target a network or a breakout
     * @return the attachment
     */
    static Attachment of(Ref target) {
        return builder(target).build();
    }

    /**
     * Starts an attachment.
     *
     * @param target a network or a breakout
     * @return a builder
     */
    static Builder builder(Ref target) {
        return new Builder().to(target);
    }

    /**
     * Starts an attachment from this one.
     *
     * @return a builder with these values
     */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes of an attachment. */
    final class Builder extends ImmutableAttachment.Builder {
        Builder() {}
    }
}
