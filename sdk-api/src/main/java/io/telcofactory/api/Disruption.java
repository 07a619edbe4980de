package io.telcofactory.api;

/**
 * What a change costs those who use the resource, from nothing to everything.
 *
 * @since 0.1
 */
public enum Disruption {
    /** Nothing that exists is interrupted. */
    NONE,
    /** The resource is removed and made again. */
    REPLACE,
    /** The resource is removed. */
    DELETE
}
