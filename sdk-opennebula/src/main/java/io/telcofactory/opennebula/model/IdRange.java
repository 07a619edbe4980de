package io.telcofactory.opennebula.model;

import java.util.List;

/**
 * Which part of a pool to read.
 *
 * @param start first id, or offset of a page, or -1
 * @param end last id, or -1 for no end, or the negated size of a page
 * @since 0.1
 */
public record IdRange(int start, int end) implements WireArgument {

    /** The whole pool. */
    public static final IdRange ALL = new IdRange(-1, -1);

    /**
     * Reads the objects with ids of a range.
     *
     * @param first 0 or more
     * @param last inclusive, not below {@code first}
     * @return the range
     */
    public static IdRange ids(int first, int last) {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("An id range is 0 <= first <= last, was " + first + " to " + last);
        }
        return new IdRange(first, last);
    }

    /**
     * Reads the objects from an id on.
     *
     * @param first 0 or more
     * @return the range
     */
    public static IdRange from(int first) {
        if (first < 0) {
            throw new IllegalArgumentException("The first id is 0 or more, was " + first);
        }
        return new IdRange(first, -1);
    }

    /**
     * Reads one page. A pool that changes meanwhile may repeat or skip objects.
     *
     * @param offset how many objects come before the page, in the pool's order
     * @param size at least 2: the server cannot make pages of one
     * @return the page
     */
    public static IdRange page(int offset, int size) {
        if (offset < 0 || size < 2) {
            throw new IllegalArgumentException(
                    "A page has an offset of 0 or more and at least 2 objects, was " + offset + ", " + size);
        }
        return new IdRange(offset, -size);
    }

    @Override
    public List<Object> wireValues() {
        return List.of(start, end);
    }
}
