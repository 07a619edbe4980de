package io.telcofactory.opennebula.model;

import java.util.List;

/**
 * Whose objects a pool shows; what the caller may not see never shows.
 *
 * @param code as sent: -1 to -4, or a user's id
 * @since 0.1
 */
public record PoolFilter(int code) implements WireArgument {

    /** The caller's objects and those of the caller's groups. */
    public static final PoolFilter MINE_AND_GROUPS = new PoolFilter(-1);

    /** All objects. */
    public static final PoolFilter ALL = new PoolFilter(-2);

    /** The caller's objects. */
    public static final PoolFilter MINE = new PoolFilter(-3);

    /** The objects of the caller's primary group. */
    public static final PoolFilter PRIMARY_GROUP = new PoolFilter(-4);

    /** Refuses what the server would refuse. */
    public PoolFilter {
        if (code < -4) {
            throw new IllegalArgumentException("A pool filter is -1 to -4 or a user's id, was " + code);
        }
    }

    /**
     * Shows the objects of one user.
     *
     * @param userId 0 or more
     * @return the filter
     */
    public static PoolFilter user(int userId) {
        if (userId < 0) {
            throw new IllegalArgumentException("A user's id is 0 or more, was " + userId);
        }
        return new PoolFilter(userId);
    }

    @Override
    public List<Object> wireValues() {
        return List.of(code);
    }
}
