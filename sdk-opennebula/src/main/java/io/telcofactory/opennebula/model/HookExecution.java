package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.time.Instant;
import java.util.Optional;

/**
 * One run of a hook.
 *
 * @since 0.1
 */
public final class HookExecution extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public HookExecution(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the hook.
     *
     * @return -1 when not known
     */
    public int hookId() {
        return integer("HOOK_ID");
    }

    /**
     * Returns the run's number within its hook.
     *
     * @return 0 or more
     */
    public int executionId() {
        return integer("EXECUTION_ID");
    }

    /**
     * Returns when it ran.
     *
     * @return to the second
     */
    public Optional<Instant> time() {
        return Numbers.time(tree.whole("TIMESTAMP"));
    }

    /**
     * Returns what the command returned.
     *
     * @return 0 for success
     */
    public int returnCode() {
        return tree.integer("RC", tree.integer("EXECUTION_RESULT/CODE", -1));
    }
}
