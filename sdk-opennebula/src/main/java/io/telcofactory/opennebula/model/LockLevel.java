package io.telcofactory.opennebula.model;

import java.util.List;

/**
 * Which operations a lock refuses, to everybody, the owner of the lock included.
 *
 * @since 0.1
 */
public enum LockLevel implements WireArgument {
    /** Operations that need USE, MANAGE or ADMIN. */
    USE(1),

    /** Operations that need MANAGE or ADMIN. */
    MANAGE(2),

    /** Operations that need ADMIN. */
    ADMIN(3),

    /** The same as {@link #USE}. */
    ALL(4);

    private final int code;

    LockLevel(int code) {
        this.code = code;
    }

    @Override
    public List<Object> wireValues() {
        return List.of(code);
    }
}
