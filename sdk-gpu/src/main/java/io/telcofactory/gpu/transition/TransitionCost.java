package io.telcofactory.gpu.transition;

import java.util.Comparator;

/**
 * What a transition disturbs, compared in this order: first what was running and must stop, then slices removed, then
 * slices made.
 *
 * @param restarts occupied slices that are drained
 * @param destroys slices removed
 * @param creates slices made
 * @since 0.1
 */
public record TransitionCost(int restarts, int destroys, int creates) implements Comparable<TransitionCost> {
    private static final Comparator<TransitionCost> ORDER = Comparator.comparingInt(TransitionCost::restarts)
            .thenComparingInt(TransitionCost::destroys)
            .thenComparingInt(TransitionCost::creates);

    @Override
    public int compareTo(TransitionCost other) {
        return ORDER.compare(this, other);
    }

    /** Returns the cost in words, for example {@code 1 restart, 1 destroy, 2 creates}. */
    @Override
    public String toString() {
        return words(restarts, "restart") + ", " + words(destroys, "destroy") + ", " + words(creates, "create");
    }

    private static String words(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
