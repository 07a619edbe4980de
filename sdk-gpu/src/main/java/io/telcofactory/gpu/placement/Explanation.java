package io.telcofactory.gpu.placement;

import java.util.List;
import java.util.Optional;

/**
 * Why a claim is accepted or refused.
 *
 * @param accepted whether it fits
 * @param lines the reasons, a sentence each
 * @param nearest for a refusal, the claim that differs least and would be accepted; empty if there is none
 * @since 0.1
 */
public record Explanation(boolean accepted, List<String> lines, Optional<Claim> nearest) {

    /** Keeps the list unmodifiable. */
    public Explanation {
        lines = List.copyOf(lines);
    }

    /** Returns the reasons, one a line. */
    @Override
    public String toString() {
        return String.join(System.lineSeparator(), lines);
    }
}
