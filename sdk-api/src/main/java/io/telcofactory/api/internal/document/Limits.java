package io.telcofactory.api.internal.document;

/** What a document may at most be; far beyond any real one, far below what would hurt the reading program. */
final class Limits {
    static final int CHARACTERS = 4 << 20;
    static final int DEPTH = 32;

    private Limits() {}
}
