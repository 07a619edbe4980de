package io.telcofactory.opennebula.flow;

import io.telcofactory.opennebula.model.Permissions;

/**
 * A service or a service template.
 *
 * @since 0.1
 */
public abstract class FlowDocument {
    final FlowNode document;

    FlowDocument(FlowNode document) {
        this.document = document;
    }

    /**
     * Returns the id, that of the document which OpenNebula keeps it in.
     *
     * @return 0 or more; -1 when the answer has none
     */
    public int id() {
        return document.integer("ID").orElse(-1);
    }

    /**
     * Returns the name; names may repeat.
     *
     * @return empty when the answer has none
     */
    public String name() {
        return document.text("NAME").orElse("");
    }

    /**
     * Returns the owner's id.
     *
     * @return -1 when the answer has none
     */
    public int userId() {
        return document.integer("UID").orElse(-1);
    }

    /**
     * Returns the group's id.
     *
     * @return -1 when the answer has none
     */
    public int groupId() {
        return document.integer("GID").orElse(-1);
    }

    /**
     * Returns who may do what.
     *
     * @return the nine bits
     */
    public Permissions permissions() {
        return new Permissions(digit("OWNER_"), digit("GROUP_"), digit("OTHER_"));
    }

    private int digit(String prefix) {
        String path = "PERMISSIONS/" + prefix;
        return (document.flag(path + 'U') ? 4 : 0)
                + (document.flag(path + 'M') ? 2 : 0)
                + (document.flag(path + 'A') ? 1 : 0);
    }

    /**
     * Returns what OneFlow keeps of it, own keys included.
     *
     * @return the body; empty when there is none
     */
    public FlowNode body() {
        return document.find("TEMPLATE/BODY").orElse(FlowNode.empty());
    }

    /**
     * Returns the whole document.
     *
     * @return as sent by the server
     */
    public FlowNode tree() {
        return document;
    }

    /** Returns kind and id only. */
    @Override
    public String toString() {
        return getClass().getSimpleName() + " " + id();
    }
}
