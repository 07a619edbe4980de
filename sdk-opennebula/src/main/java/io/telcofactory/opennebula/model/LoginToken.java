package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A login token. Its text is a secret.
 *
 * @since 0.1
 */
public final class LoginToken extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public LoginToken(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the token.
     *
     * @return a secret
     */
    public String token() {
        return text("TOKEN");
    }

    /**
     * Returns when it ceases to be valid.
     *
     * @return nothing for never
     */
    public Optional<Instant> expires() {
        return Numbers.time(tree.whole("EXPIRATION_TIME"));
    }

    /**
     * Returns the only group that it opens.
     *
     * @return -1 for all of the user's
     */
    public int groupId() {
        return integer("EGID");
    }
}
