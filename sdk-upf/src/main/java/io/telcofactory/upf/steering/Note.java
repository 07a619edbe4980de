package io.telcofactory.upf.steering;

import io.telcofactory.api.network.N6Breakout;
import java.util.List;

/**
 * Something that a target can't say as a breakout says it.
 *
 * @param kind what that means for the traffic
 * @param text what is said instead, and why
 * @since 0.1
 */
public record Note(Kind kind, String text) {

    /** What it means for the traffic. */
    public enum Kind {
        /** The same traffic, said in another way. */
        OTHERWISE,
        /** More traffic than the breakout wants. */
        WIDER,
        /** Somebody else has to see to it. */
        UNSAID
    }

    static Note otherwise(String text) {
        return new Note(Kind.OTHERWISE, text);
    }

    static Note wider(String text) {
        return new Note(Kind.WIDER, text);
    }

    static Note unsaid(String text) {
        return new Note(Kind.UNSAID, text);
    }

    /** Notes the matches for which nothing is asked, since none of their family's devices are meant. */
    static List<Note> ofMatchesWithoutDevices(N6Breakout breakout) {
        return BreakoutFlows.namesUes(breakout)
                ? List.of()
                : BreakoutFlows.withoutDevices(breakout).stream()
                        .map(match -> unsaid("nothing is asked for " + match.destination() + ": no device of "
                                + breakout.uePools() + " has an address of its family"))
                        .toList();
    }

    /** Returns kind and text. */
    @Override
    public String toString() {
        return switch (kind) {
            case OTHERWISE -> text;
            case WIDER -> "wider than asked: " + text;
            case UNSAID -> "not said: " + text;
        };
    }
}
