package io.telcofactory.testkit.steering;

import java.util.Optional;

/**
 * Where a packet went, and why.
 *
 * @param dnai the access to the data network at which it left the 5G network; empty for the central anchor
 * @param rule the subscription that decided, empty for none
 * @param why the reason in words
 * @since 0.1
 */
public record PacketPath(Optional<String> dnai, Optional<String> rule, String why) {

    /** Returns place and reason. */
    @Override
    public String toString() {
        return dnai.map(d -> "local at " + d).orElse("central anchor") + ": " + why;
    }
}
