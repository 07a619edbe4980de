package io.telcofactory.api.network;

import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which uplink traffic of a UE is meant, by where it goes to; the answers to it are meant as well.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface TrafficMatch permits ImmutableTrafficMatch {

    /**
     * Returns where the traffic goes to.
     *
     * @return a range of server addresses
     */
    Cidr destination();

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
     * Returns the server's ports.
     *
     * @return ports, or empty for all; only with TCP or UDP
     */
    Optional<PortRange> ports();

    /** Checks that ports and destination go with the protocol. */
    @Value.Check
    default void check() {
        ports().ifPresent(p -> Checks.require(protocol().hasPorts(), p, "match.ports", "need protocol TCP or UDP"));
        Checks.require(
                protocol().carries(destination()),
                destination(),
                "match.destination",
                "is of another family than " + protocol());
    }

    /**
     * Matches all traffic to a range.
     *
     * @param range for example {@code 10.60.0.0/24}
     * @return the match
     */
    static TrafficMatch destination(String range) {
        return builder().destination(Cidr.parse(range)).build();
    }

    /**
     * Returns this match, for one TCP port only.
     *
     * @param port 1 to 65535
     * @return the narrower match
     */
    default TrafficMatch tcp(int port) {
        return new Builder()
                .from(this)
                .protocol(Protocol.TCP)
                .ports(new PortRange(port, port))
                .build();
    }

    /**
     * Returns this match, for one UDP port only.
     *
     * @param port 1 to 65535
     * @return the narrower match
     */
    default TrafficMatch udp(int port) {
        return new Builder()
                .from(this)
                .protocol(Protocol.UDP)
                .ports(new PortRange(port, port))
                .build();
    }

    /**
     * Starts a match.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes of a match. */
    final class Builder extends ImmutableTrafficMatch.Builder {
        Builder() {}
    }
}
