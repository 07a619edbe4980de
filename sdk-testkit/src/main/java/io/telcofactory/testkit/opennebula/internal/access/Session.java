package io.telcofactory.testkit.opennebula.internal.access;

import java.util.Set;

/**
 * Who calls.
 *
 * @param uid the user
 * @param gid its primary group, or the group of its token
 * @param userName the user's name
 * @param groups all groups the session counts as, the primary one among them
 * @param scoped whether the session came with a token for one group only
 */
public record Session(int uid, int gid, String userName, Set<Integer> groups, boolean scoped) {

    /** The user oneadmin and every member of its group may do everything. */
    public boolean isAdmin() {
        return uid == 0 || groups.contains(0);
    }
}
