package io.telcofactory.opennebula.backend.render;

import io.telcofactory.opennebula.flow.FlowDocument;
import io.telcofactory.opennebula.model.OwnedObject;
import io.telcofactory.opennebula.model.Permissions;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How an object of ours is lent to the tenant: it keeps its owner, the tenant's group may use but not change it.
 *
 * @param groupId the group
 * @param permissions three octal digits
 */
public record Lending(int groupId, String permissions) {
    public static final Permissions USABLE_BY_GROUP = Permissions.ofOctal("640");

    /** What the server gives a new object: nobody but its owner may use it. */
    private static final String PRIVATE = "600";

    public static Lending of(OwnedObject object) {
        return new Lending(object.groupId(), object.permissions().octal());
    }

    public static Lending of(FlowDocument document) {
        return new Lending(document.groupId(), document.permissions().octal());
    }

    /** The fields, none for an object that was not lent yet. */
    public Map<String, String> fields(String groupPath, String permissionsPath) {
        Map<String, String> fields = new LinkedHashMap<>();
        boolean lent = !permissions.equals(PRIVATE);
        if (groupId != 0 || lent) {
            fields.put(groupPath, Integer.toString(groupId));
        }
        if (lent) {
            fields.put(permissionsPath, permissions);
        }
        return fields;
    }

    public boolean usable() {
        return permissions.equals(USABLE_BY_GROUP.octal());
    }
}
