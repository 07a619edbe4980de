package io.telcofactory.testkit.steering;

import java.util.List;
import java.util.Optional;

/**
 * What a MEC platform does with a packet, and why.
 *
 * @param action the action of the rule, for example {@code FORWARD_DECAPSULATED}; empty if no rule decides, so that the packet
 *     goes on as if there were no platform
 * @param destinations where it goes, one text for each interface of the rule
 * @param rule application and rule that decided, as {@code APPLICATION/RULE}
 * @param why the reason in words
 * @since 0.1
 */
public record MecVerdict(Optional<String> action, List<String> destinations, Optional<String> rule, String why) {
    /** Keeps the list unmodifiable. */
    public MecVerdict {
        destinations = List.copyOf(destinations);
    }

    /** Returns action, destinations and reason. */
    @Override
    public String toString() {
        return action.orElse("not touched")
                + (destinations.isEmpty() ? "" : " to " + String.join(" and ", destinations)) + ": " + why;
    }
}
