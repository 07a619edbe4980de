package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;

/**
 * A proposal of the scheduler to move VMs within a cluster.
 *
 * @since 0.1
 */
public final class PlacementPlan extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public PlacementPlan(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the state.
     *
     * @return never null
     */
    public PlanState state() {
        return PlanState.of(integer("STATE"));
    }

    /**
     * Returns the moves.
     *
     * @return in order
     */
    public List<PlanAction> actions() {
        return tree.list("ACTION").stream().map(PlanAction::new).toList();
    }
}
