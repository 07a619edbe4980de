package io.telcofactory.api.internal.document;

/**
 * The way from the document's root to the node at hand, and where to tell what is wrong with it.
 *
 * @param path for example {@code services[0].roles[1].gpu}, empty at the root
 * @param problems of the whole document
 */
record Trail(String path, Problems problems) {

    Trail field(String name) {
        return new Trail(path.isEmpty() ? name : path + "." + name, problems);
    }

    Trail item(int index) {
        return new Trail(path + "[" + index + "]", problems);
    }

    /** Notes that the node breaks a rule, given in words that begin with a verb. */
    void broken(Node node, String rule) {
        String at = path.isEmpty() ? "the document" : path;
        problems.add(node.place(), at + " = " + node.summary() + " " + rule);
    }

    /** Notes anything else at a place. */
    void problem(Place place, String text) {
        problems.add(place, path.isEmpty() ? text : path + ": " + text);
    }
}
