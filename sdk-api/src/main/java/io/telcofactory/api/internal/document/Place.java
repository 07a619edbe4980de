package io.telcofactory.api.internal.document;

/**
 * Where something stands in a document.
 *
 * @param line from 1, or 0 for what stands in none
 * @param column from 1, or 0 for what stands in none
 */
record Place(int line, int column) implements Comparable<Place> {
    static final Place NONE = new Place(0, 0);

    @Override
    public int compareTo(Place other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
