package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.Optional;

/**
 * A document: attributes of a type that some tool gave a meaning to.
 *
 * @since 0.1
 */
public final class Document extends OwnedObject {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public Document(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the type.
     *
     * @return 100 for OneFlow services, 101 for their templates; own ones from 1000
     */
    public int type() {
        return integer("TYPE");
    }

    /**
     * Returns the text in which most tools keep everything.
     *
     * @return mostly JSON
     */
    public Optional<String> body() {
        return tree.text("TEMPLATE/BODY");
    }
}
