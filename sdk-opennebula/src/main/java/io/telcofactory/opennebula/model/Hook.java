package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;

/**
 * A hook: a command that runs on a call or a state.
 *
 * @since 0.1
 */
public final class Hook extends OneObject {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public Hook(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns what it waits for.
     *
     * @return {@code api} or {@code state}
     */
    public String type() {
        return text("TYPE");
    }

    /**
     * Returns its runs.
     *
     * @return empty in pools
     */
    public List<HookExecution> executions() {
        return tree.list("HOOKLOG/HOOK_EXECUTION_RECORD").stream()
                .map(HookExecution::new)
                .toList();
    }
}
