package io.telcofactory.testkit.steering;

import java.util.Optional;

/**
 * Where a packet went, and why.
 *
 * @param exit where it left the 5G network: a DNAI behind a NEF, a zone behind a CAMARA gateway; empty for the central anchor
 * @param rule the subscription or intent that decided, empty for none
 * @param why the reason in words
 * @since 0.1
 */
public record PacketPath(Optional<String> exit, Optional<String> rule, String why) {

    /** Returns a way through the central anchor without a rule. */
    static PacketPath central(String why) {
        return new PacketPath(Optional.empty(), Optional.empty(), why);
    }

    /** Returns a way out at an edge. */
    static PacketPath local(String exit, String rule, String why) {
        return new PacketPath(Optional.of(exit), Optional.of(rule), why);
    }

    /** Returns place and reason. */
    @Override
    public String toString() {
        return exit.map(place -> "local at " + place).orElse("central anchor") + ": " + why;
    }
}
