package io.telcofactory.api.internal.document;

/**
 * Where something stands in a document.
 *
 * @param line from 1, or 0 for what stands in none
 * @param column from 1, or 0 for what stands in none
 */
record Place(int line, int column) {
    static final Place NONE = new Place(0, 0);
}
