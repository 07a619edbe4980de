package io.telcofactory.opennebula.xml;

import io.telcofactory.opennebula.internal.XmlText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * One element of an answer, with everything below it. Paths name elements from here downwards, separated by slashes:
 * {@code TEMPLATE/NIC}. What is missing is empty, never an error: elements come and go with the server's releases.
 *
 * <p>Shape: all elements of an object share three arrays, about 16 bytes an element beside its text. Threads: immutable.
 *
 * @since 0.1
 */
public final class XmlNode {
    static final int TEXT_START = 0;
    static final int TEXT_END = 1;
    static final int SUBTREE_END = 2;
    static final int STRIDE = 3;

    private final String[] names;
    private final int[] layout;
    private final byte[] text;
    private final int index;

    private XmlNode(String[] names, int[] layout, byte[] text, int index) {
        this.names = names;
        this.layout = layout;
        this.text = text;
        this.index = index;
    }

    static XmlNode root(String[] names, int[] layout, byte[] text) {
        return new XmlNode(names, layout, text, 0);
    }

    /**
     * Returns the element's name.
     *
     * @return as written, for example {@code NIC}
     */
    public String name() {
        return names[index];
    }

    /**
     * Returns the element's own text.
     *
     * @return exactly as sent; empty when the element has children or nothing
     */
    public String text() {
        return textOf(index);
    }

    /**
     * Returns the text of the first element on a path.
     *
     * @param path for example {@code TEMPLATE/CPU}
     * @return its text, empty text included; nothing when there is no such element
     */
    public Optional<String> text(String path) {
        int found = first(index, path, 0);
        return found < 0 ? Optional.empty() : Optional.of(textOf(found));
    }

    /**
     * Returns the text of the first element on a path, or another text.
     *
     * @param path for example {@code TEMPLATE/CPU}
     * @param otherwise given when the element is missing or empty
     * @return the text
     */
    public String text(String path, String otherwise) {
        int found = first(index, path, 0);
        if (found < 0 || layout[at(found) + TEXT_START] == layout[at(found) + TEXT_END]) {
            return otherwise;
        }
        return textOf(found);
    }

    /**
     * Returns a whole number of 32 bits.
     *
     * @param path the element
     * @return its value; nothing when it is missing, empty, no number or out of range
     */
    public OptionalInt integer(String path) {
        OptionalLong value = whole(path);
        if (value.isEmpty() || value.getAsLong() != (int) value.getAsLong()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) value.getAsLong());
    }

    /**
     * Returns a whole number of 32 bits, or another one.
     *
     * @param path the element
     * @param otherwise given when the element is missing, empty or no number
     * @return the number
     */
    public int integer(String path, int otherwise) {
        return integer(path).orElse(otherwise);
    }

    /**
     * Returns a whole number of 64 bits.
     *
     * @param path the element
     * @return its value; nothing when it is missing, empty, no number or out of range
     */
    public OptionalLong whole(String path) {
        int found = first(index, path, 0);
        return found < 0
                ? OptionalLong.empty()
                : Numbers.whole(text, layout[at(found) + TEXT_START], layout[at(found) + TEXT_END]);
    }

    /**
     * Returns a number.
     *
     * @param path the element
     * @return its value; nothing when it is missing, empty or no finite number
     */
    public OptionalDouble number(String path) {
        int found = first(index, path, 0);
        return found < 0 ? OptionalDouble.empty() : Numbers.decimal(textOf(found));
    }

    /**
     * Tells whether the element says yes.
     *
     * @param path the element
     * @return true for {@code 1}, {@code YES} and {@code TRUE} in any case
     */
    public boolean flag(String path) {
        String value = text(path, "");
        return value.equals("1") || value.equalsIgnoreCase("yes") || value.equalsIgnoreCase("true");
    }

    /**
     * Returns the first element on a path.
     *
     * @param path for example {@code TEMPLATE/NIC}
     * @return the element, or nothing
     */
    public Optional<XmlNode> find(String path) {
        int found = first(index, path, 0);
        return found < 0 ? Optional.empty() : Optional.of(node(found));
    }

    /**
     * Returns all elements on a path, in the order of the document.
     *
     * @param path for example {@code TEMPLATE/NIC}
     * @return the elements, none when there is no such path
     */
    public List<XmlNode> list(String path) {
        List<XmlNode> result = new ArrayList<>();
        forEach(path, result::add);
        return result;
    }

    /**
     * Visits all elements on a path, in the order of the document.
     *
     * @param path for example {@code TEMPLATE/NIC}
     * @param visitor called for each
     */
    public void forEach(String path, Consumer<XmlNode> visitor) {
        walk(index, path, 0, found -> {
            visitor.accept(node(found));
            return false;
        });
    }

    /**
     * Returns the element's children.
     *
     * @return in the order of the document
     */
    public List<XmlNode> children() {
        List<XmlNode> result = new ArrayList<>();
        int end = layout[at(index) + SUBTREE_END];
        for (int child = index + 1; child < end; child = layout[at(child) + SUBTREE_END]) {
            result.add(node(child));
        }
        return result;
    }

    /**
     * Tells whether there is an element on a path.
     *
     * @param path for example {@code TEMPLATE/GPU}
     * @return true when there is at least one, be it empty
     */
    public boolean has(String path) {
        return first(index, path, 0) >= 0;
    }

    /**
     * Tells whether the element has children.
     *
     * @return true when there is at least one
     */
    public boolean hasChildren() {
        return layout[at(index) + SUBTREE_END] > index + 1;
    }

    /**
     * Returns the element as XML. It may hold secrets: don't log it.
     *
     * @return the document, without a declaration
     */
    public String toXml() {
        StringBuilder out = new StringBuilder();
        append(out);
        return out.toString();
    }

    private void append(StringBuilder out) {
        out.append('<').append(name()).append('>');
        if (hasChildren()) {
            children().forEach(child -> child.append(out));
        } else {
            XmlText.escape(text(), out);
        }
        out.append("</").append(name()).append('>');
    }

    /** Returns the element's name and id only: the rest may hold secrets. */
    @Override
    public String toString() {
        return text("ID").map(id -> name() + " " + id).orElse(name());
    }

    private XmlNode node(int at) {
        return new XmlNode(names, layout, text, at);
    }

    private String textOf(int node) {
        int start = layout[at(node) + TEXT_START];
        return new String(text, start, layout[at(node) + TEXT_END] - start, StandardCharsets.UTF_8);
    }

    private static int at(int node) {
        return node * STRIDE;
    }

    private int first(int from, String path, int start) {
        int slash = path.indexOf('/', start);
        int stop = slash < 0 ? path.length() : slash;
        int end = layout[at(from) + SUBTREE_END];
        for (int child = from + 1; child < end; child = layout[at(child) + SUBTREE_END]) {
            if (isNamed(child, path, start, stop)) {
                int found = slash < 0 ? child : first(child, path, slash + 1);
                if (found >= 0) {
                    return found;
                }
            }
        }
        return -1;
    }

    private boolean walk(int from, String path, int start, IntPredicate visitor) {
        int slash = path.indexOf('/', start);
        int stop = slash < 0 ? path.length() : slash;
        int end = layout[at(from) + SUBTREE_END];
        for (int child = from + 1; child < end; child = layout[at(child) + SUBTREE_END]) {
            if (isNamed(child, path, start, stop)
                    && (slash < 0 ? visitor.test(child) : walk(child, path, slash + 1, visitor))) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamed(int node, String path, int start, int stop) {
        String name = names[node];
        return name.length() == stop - start && path.startsWith(name, start);
    }
}
