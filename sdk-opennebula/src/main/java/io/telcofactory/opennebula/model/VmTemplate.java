package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A template that VMs are made from.
 *
 * @since 0.1
 */
public final class VmTemplate extends OwnedObject {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public VmTemplate(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns when the template was made.
     *
     * @return to the second
     */
    public Optional<Instant> registered() {
        return Numbers.time(tree.whole("REGTIME"));
    }
}
