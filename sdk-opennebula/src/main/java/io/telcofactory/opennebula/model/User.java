package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;

/**
 * A user.
 *
 * @since 0.1
 */
public final class User extends OneObject {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public User(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the primary group.
     *
     * @return -1 when not known
     */
    public int groupId() {
        return integer("GID");
    }

    /**
     * Returns the primary group's name.
     *
     * @return empty when not known
     */
    public String groupName() {
        return text("GNAME");
    }

    /**
     * Returns all groups.
     *
     * @return the primary one included
     */
    public List<Integer> groupIds() {
        return ids("GROUPS/ID");
    }

    /**
     * Returns how the user proves who he is.
     *
     * @return for example {@code core}
     */
    public String authDriver() {
        return text("AUTH_DRIVER");
    }

    /**
     * Tells whether the user may log in.
     *
     * @return true when enabled
     */
    public boolean enabled() {
        return tree.flag("ENABLED");
    }

    /**
     * Returns the login tokens.
     *
     * @return expired ones too
     */
    public List<LoginToken> tokens() {
        return tree.list("LOGIN_TOKEN").stream().map(LoginToken::new).toList();
    }

    /**
     * Returns limits and usage.
     *
     * @return of this zone
     */
    public Quotas quotas() {
        return new Quotas(tree);
    }
}
