package io.telcofactory.api.network;

import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Lets traffic in or out of a network's virtual machines; what no rule lets through is dropped.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface SecurityRule permits ImmutableSecurityRule {

    /** Which way the traffic flows, seen from the virtual machine. */
    enum Direction {
        /** Into the virtual machine. */
        INBOUND,
        /** Out of the virtual machine. */
        OUTBOUND
    }

    /**
     * Returns which way the traffic flows.
     *
     * @return the direction
     */
    Direction direction();

    /**
     * Returns the protocol.
     *
     * @return {@link Protocol#ANY} by default
     */
    @Value.Default
    default Protocol protocol() {
        return Protocol.ANY;
    }

    /**
     * Returns the other end's addresses.
     *
     * @return a range, or empty for any
     */
    Optional<Cidr> peer();

    /**
     * Returns the destination ports.
     *
     * @return ports, or empty for all; only with TCP or UDP
     */
    Optional<PortRange> ports();

    /** Checks that ports and peer go with the protocol. */
    @Value.Check
    default void check() {
        ports().ifPresent(p ->
                Checks.require(protocol().hasPorts(), p, "security rule ports", "need protocol TCP or UDP"));
        peer().ifPresent(range -> Checks.require(
                protocol().carries(range), range, "security rule peer", "is of another family than " + protocol()));
    }

    /**
     * Lets everything out.
     *
     * @return the rule
     */
    static SecurityRule allowOutbound() {
        return builder().direction(Direction.OUTBOUND).build();
    }

    /**
     * Starts a rule for traffic into the virtual machines.
     *
     * @return a builder for any protocol from anywhere
     */
    static Builder inbound() {
        return builder().direction(Direction.INBOUND);
    }

    /**
     * Starts a rule.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes of a rule. */
    final class Builder extends ImmutableSecurityRule.Builder {
        Builder() {}
    }
}
