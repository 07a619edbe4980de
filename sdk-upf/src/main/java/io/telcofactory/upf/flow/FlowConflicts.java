package io.telcofactory.upf.flow;

import java.util.List;

/**
 * The pairs of rules that share packets.
 *
 * @param first at most the first 1000
 * @param total how many there are
 * @since 0.1
 */
public record FlowConflicts(List<FlowConflict> first, long total) {
    /** Keeps the list unmodifiable. */
    public FlowConflicts {
        first = List.copyOf(first);
    }
}
