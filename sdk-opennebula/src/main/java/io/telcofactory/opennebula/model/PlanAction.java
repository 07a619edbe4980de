package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;

/**
 * A move of a placement plan.
 *
 * @since 0.1
 */
public final class PlanAction extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public PlanAction(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the VM.
     *
     * @return 0 or more
     */
    public int vmId() {
        return integer("VM_ID");
    }

    /**
     * Returns what is done.
     *
     * @return for example {@code migrate}
     */
    public String operation() {
        return text("OPERATION");
    }

    /**
     * Returns the host to move to.
     *
     * @return -1 when none
     */
    public int hostId() {
        return integer("HOST_ID");
    }

    /**
     * Returns the datastore to move to.
     *
     * @return -1 when none
     */
    public int datastoreId() {
        return integer("DS_ID");
    }

    /**
     * Returns the state.
     *
     * @return never null
     */
    public PlanState state() {
        return PlanState.of(integer("STATE"));
    }
}
