package io.telcofactory.upf.mec;

import java.util.Optional;

/**
 * A rule with the mark of the state it was read in.
 *
 * @param <T> type of the rule
 * @param value the rule
 * @param etag the mark, to be given back with a change so that nobody else's change is lost; empty if the platform has none
 * @since 0.1
 */
public record Tagged<T>(T value, Optional<String> etag) {}
