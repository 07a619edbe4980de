package io.telcofactory.opennebula.xml;

/**
 * What an answer may cost.
 *
 * @param maxDepth nesting of elements at most
 * @param maxNodes elements of one object at most
 * @param maxObjectBytes text of one object at most, in bytes
 * @param maxNameBytes length of an element's name at most, in bytes
 * @since 0.1
 */
public record XmlLimits(int maxDepth, int maxNodes, int maxObjectBytes, int maxNameBytes) {

    /** 64 levels, 4 million elements, 256 MiB, names of 256 bytes: far above what any real object needs. */
    public static final XmlLimits DEFAULT = new XmlLimits(64, 4_000_000, 256 << 20, 256);

    private static final int LONGEST_NAME = 1 << 16;

    /** Refuses what could never hold an answer. */
    public XmlLimits {
        if (maxDepth < 1 || maxNodes < 1 || maxObjectBytes < 1 || maxNameBytes < 1 || maxNameBytes > LONGEST_NAME) {
            throw new IllegalArgumentException("Limits must be at least 1, and maxNameBytes at most " + LONGEST_NAME
                    + "; were " + maxDepth + ", " + maxNodes + ", " + maxObjectBytes + ", " + maxNameBytes);
        }
    }
}
