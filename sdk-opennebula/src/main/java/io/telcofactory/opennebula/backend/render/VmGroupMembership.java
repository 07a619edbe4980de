package io.telcofactory.opennebula.backend.render;

import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.xml.XmlNode;

/**
 * What a VM template says of the VM group that places its machines. The group is named, not numbered: its name is as good as a number,
 * since that pool has no two of one owner, and it is known before the group is there.
 *
 * @param group its name
 * @param role which of its roles
 */
record VmGroupMembership(String group, String role) {

    /** What an element {@code VMGROUP} says. */
    static VmGroupMembership of(XmlNode vector) {
        return new VmGroupMembership(
                vector.text("VMGROUP_NAME", "").strip(), vector.text("ROLE", "").strip());
    }

    void write(OneTemplate.Vector vector, int owner) {
        vector.set("VMGROUP_NAME", group)
                .set("VMGROUP_UID", Integer.toString(owner))
                .set("ROLE", role);
    }

    /** Returns the group's name, and the role there. */
    @Override
    public String toString() {
        return group + " as " + role;
    }
}
