package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;

/**
 * A typed look at one element of an answer. What has no method of its own is found in {@link #tree()}.
 *
 * <p>Threads: immutable.
 *
 * @since 0.1
 */
public abstract class View {
    final XmlNode tree;

    View(XmlNode tree) {
        this.tree = tree;
    }

    /**
     * Returns the element with everything below it, known to this SDK or not.
     *
     * @return the element
     */
    public XmlNode tree() {
        return tree;
    }

    final String text(String path) {
        return tree.text(path, "");
    }

    final int integer(String path) {
        return tree.integer(path, -1);
    }

    final long whole(String path) {
        return tree.whole(path).orElse(0);
    }

    /** Returns the kind and the id only: the rest may hold secrets. */
    @Override
    public String toString() {
        return tree.toString();
    }
}
