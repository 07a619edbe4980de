package io.telcofactory.opennebula.flow;

import java.util.List;
import java.util.OptionalInt;

/**
 * A role of a service.
 *
 * @since 0.1
 */
public final class ServiceRole {
    private final FlowNode node;

    ServiceRole(FlowNode node) {
        this.node = node;
    }

    /**
     * Returns the name, unique within the service.
     *
     * @return letters, digits and underscores
     */
    public String name() {
        return node.text("name").orElse("");
    }

    /**
     * Returns the state.
     *
     * @return never null
     */
    public RoleState state() {
        return RoleState.of(node.integer("state").orElse(-1));
    }

    /**
     * Returns how many VMs the role should have.
     *
     * @return 0 or more
     */
    public int cardinality() {
        return node.integer("cardinality").orElse(0);
    }

    /**
     * Returns how many VMs it must not go below.
     *
     * @return nothing when there is no such bound
     */
    public OptionalInt minVms() {
        return node.integer("min_vms");
    }

    /**
     * Returns how many VMs it must not go above.
     *
     * @return nothing when there is no such bound
     */
    public OptionalInt maxVms() {
        return node.integer("max_vms");
    }

    /**
     * Returns the VM template.
     *
     * @return its id, -1 when not known
     */
    public int templateId() {
        return node.integer("template_id").orElse(-1);
    }

    /**
     * Returns the roles that must run first.
     *
     * @return names
     */
    public List<String> parents() {
        return node.texts("parents");
    }

    /**
     * Returns the VMs that the role has.
     *
     * @return ids, oldest first
     */
    public List<Integer> vmIds() {
        return node.items("nodes").stream()
                .flatMap(vm -> vm.integer("deploy_id").stream().boxed())
                .toList();
    }

    /**
     * Returns everything about the role.
     *
     * @return as sent by the server
     */
    public FlowNode tree() {
        return node;
    }

    /** Returns name, state and cardinality. */
    @Override
    public String toString() {
        return name() + " " + state() + " " + cardinality();
    }
}
