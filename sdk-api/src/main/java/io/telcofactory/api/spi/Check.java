package io.telcofactory.api.spi;

import io.telcofactory.api.Finding;
import java.util.List;

/**
 * Looks for one kind of reason why a proposal can't work; a pure function without I/O.
 *
 * @since 0.1
 */
public interface Check {

    /**
     * Returns what is checked, for the plan.
     *
     * @return a few words, for example {@code quota covers the services}
     */
    String title();

    /**
     * Examines a proposal.
     *
     * @param proposal what shall be and what is
     * @return what was found, nothing if all is well
     */
    List<Finding> examine(Proposal proposal);
}
