package io.telcofactory.opennebula.xml;

import java.util.Arrays;

/** Collects one object in growing arrays that serve for the next object again; {@link #build} copies what is used. */
final class TreeBuilder {
    private final XmlLimits limits;
    private String[] names = new String[256];
    private int[] layout = new int[256 * XmlNode.STRIDE];
    private byte[] text = new byte[1 << 12];
    private int[] open = new int[16];
    private int nodes;
    private int textLength;
    private int depth;

    TreeBuilder(XmlLimits limits) {
        this.limits = limits;
    }

    void reset() {
        nodes = 0;
        textLength = 0;
        depth = 0;
    }

    int depth() {
        return depth;
    }

    String openName() {
        return names[open[depth - 1]];
    }

    void start(String name) throws MalformedXmlException {
        if (depth >= limits.maxDepth()) {
            throw new MalformedXmlException("Elements are nested deeper than " + limits.maxDepth());
        }
        if (nodes >= limits.maxNodes()) {
            throw new MalformedXmlException("An object has more than " + limits.maxNodes() + " elements");
        }
        if (nodes == names.length) {
            names = Arrays.copyOf(names, nodes * 2);
            layout = Arrays.copyOf(layout, nodes * 2 * XmlNode.STRIDE);
        }
        if (depth > 0) {
            dropMixedText();
        }
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        names[nodes] = name;
        layout[nodes * XmlNode.STRIDE + XmlNode.TEXT_START] = textLength;
        open[depth++] = nodes++;
    }

    /** Text beside child elements is indentation: OpenNebula has no mixed content. */
    private void dropMixedText() {
        int parent = open[depth - 1];
        if (parent == nodes - 1) {
            textLength = layout[parent * XmlNode.STRIDE + XmlNode.TEXT_START];
        }
    }

    void append(byte[] source, int from, int to) throws MalformedXmlException {
        int length = to - from;
        if (length == 0 || isAfterChild()) {
            return;
        }
        ensureText(length);
        System.arraycopy(source, from, text, textLength, length);
        textLength += length;
    }

    void append(int codePoint) throws MalformedXmlException {
        if (isAfterChild()) {
            return;
        }
        ensureText(4);
        if (codePoint < 0x80) {
            text[textLength++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            text[textLength++] = (byte) (0xC0 | (codePoint >> 6));
            text[textLength++] = (byte) (0x80 | (codePoint & 0x3F));
        } else if (codePoint < 0x10000) {
            text[textLength++] = (byte) (0xE0 | (codePoint >> 12));
            text[textLength++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
            text[textLength++] = (byte) (0x80 | (codePoint & 0x3F));
        } else {
            text[textLength++] = (byte) (0xF0 | (codePoint >> 18));
            text[textLength++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
            text[textLength++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
            text[textLength++] = (byte) (0x80 | (codePoint & 0x3F));
        }
    }

    private boolean isAfterChild() {
        return open[depth - 1] != nodes - 1;
    }

    private void ensureText(int more) throws MalformedXmlException {
        if (more > limits.maxObjectBytes() - textLength) {
            throw new MalformedXmlException("An object has more than " + limits.maxObjectBytes() + " bytes of text");
        }
        if (textLength + more > text.length) {
            text = Arrays.copyOf(text, Math.max(textLength + more, (int) Math.min(text.length * 2L, 1 << 30)));
        }
    }

    void end() {
        int node = open[--depth];
        int at = node * XmlNode.STRIDE;
        boolean leaf = node == nodes - 1;
        layout[at + XmlNode.TEXT_END] = leaf ? textLength : layout[at + XmlNode.TEXT_START];
        layout[at + XmlNode.SUBTREE_END] = nodes;
    }

    XmlNode build() {
        return XmlNode.root(
                Arrays.copyOf(names, nodes),
                Arrays.copyOf(layout, nodes * XmlNode.STRIDE),
                Arrays.copyOf(text, textLength));
    }
}
