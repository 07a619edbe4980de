package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;
import java.util.Optional;

/**
 * An object of OpenNebula that has an id and a name.
 *
 * @since 0.1
 */
public abstract class OneObject extends View {

    OneObject(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the id, unique within its kind and zone.
     *
     * @return 0 or more; -1 when the answer has none
     */
    public int id() {
        return integer("ID");
    }

    /**
     * Returns the name.
     *
     * @return not empty for almost all kinds
     */
    public String name() {
        return text("NAME");
    }

    /**
     * Returns one of the attributes that the object's template carries.
     *
     * @param path for example {@code SCHED_REQUIREMENTS} or {@code TOPOLOGY/PIN_POLICY}
     * @return its text, or nothing
     */
    public Optional<String> attribute(String path) {
        return tree.text("TEMPLATE/" + path);
    }

    /**
     * Returns the object's attributes, to be read or changed and sent back.
     *
     * @return the template; empty when there is none
     */
    public OneTemplate template() {
        return tree.find("TEMPLATE").map(OneTemplate::of).orElse(OneTemplate.empty());
    }

    final List<Integer> ids(String path) {
        return tree.list(path).stream()
                .flatMap(node -> Numbers.integer(node.text()).stream().boxed())
                .toList();
    }
}
