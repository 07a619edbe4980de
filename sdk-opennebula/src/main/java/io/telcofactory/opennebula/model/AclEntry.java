package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;

/**
 * A rule of the access control list, as the server holds it.
 *
 * @since 0.1
 */
public final class AclEntry extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public AclEntry(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the rule's id.
     *
     * @return 0 or more
     */
    public int id() {
        return integer("ID");
    }

    /**
     * Returns the rule.
     *
     * @return as it would be sent
     */
    public AclRule rule() {
        return AclRule.of(tree);
    }

    /**
     * Returns the rule in the server's notation.
     *
     * @return for example {@code @100 VM/* CREATE #0}
     */
    public String readable() {
        return text("STRING");
    }
}
