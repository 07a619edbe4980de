package io.telcofactory.api.internal.document;

import java.util.Optional;

/**
 * How values of one type stand in a document. Writing a value and reading it again gives an equal value.
 *
 * @param <T> the type
 */
interface Form<T> {

    /** Reads a value, or notes at least one problem and gives nothing. */
    Optional<T> read(Node node, Trail trail);

    /** Writes a value in the one canonical way: equal values give equal nodes. */
    Node write(T value);

    /** Describes the form to those who write documents. */
    Shape shape();
}
