package io.telcofactory.opennebula.flow;

/**
 * State of a role. Code 11 is another state here than for a service.
 *
 * <p>Source: OneFlow of OpenNebula 6.10 to 7.4.
 *
 * @since 0.1
 */
public enum RoleState {
    /** Code 0 of the server. */
    PENDING(0),

    /** Code 1 of the server. */
    DEPLOYING(1),

    /** Code 2 of the server. */
    RUNNING(2),

    /** Code 3 of the server. */
    UNDEPLOYING(3),

    /** Code 4 of the server. */
    WARNING(4),

    /** Code 5 of the server. */
    DONE(5),

    /** Code 6 of the server. */
    FAILED_UNDEPLOYING(6),

    /** Code 7 of the server. */
    FAILED_DEPLOYING(7),

    /** Code 8 of the server. */
    SCALING(8),

    /** Code 9 of the server. */
    FAILED_SCALING(9),

    /** Code 10 of the server. */
    COOLDOWN(10),

    /** Code 11 of the server. */
    HOLD(11),

    /** A code that this SDK does not know. */
    UNKNOWN(Integer.MIN_VALUE);

    private static final RoleState[] ALL = values();

    private final int code;

    RoleState(int code) {
        this.code = code;
    }

    /**
     * Returns the state of a code.
     *
     * @param code the server's number
     * @return the state, {@link #UNKNOWN} for a code that this SDK does not know
     */
    public static RoleState of(int code) {
        for (RoleState value : ALL) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }

    /**
     * Returns the server's number.
     *
     * @return negative when the code was not known
     */
    public int code() {
        return code;
    }
}
