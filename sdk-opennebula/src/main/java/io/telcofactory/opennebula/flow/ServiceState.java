package io.telcofactory.opennebula.flow;

/**
 * State of a service.
 *
 * <p>Source: OneFlow of OpenNebula 6.10 to 7.4.
 *
 * @since 0.1
 */
public enum ServiceState {
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
    DEPLOYING_NETS(11),

    /** Code 12 of the server. */
    UNDEPLOYING_NETS(12),

    /** Code 13 of the server. */
    FAILED_DEPLOYING_NETS(13),

    /** Code 14 of the server. */
    FAILED_UNDEPLOYING_NETS(14),

    /** Code 15 of the server. */
    HOLD(15),

    /** A code that this SDK does not know. */
    UNKNOWN(Integer.MIN_VALUE);

    private static final ServiceState[] ALL = values();

    private final int code;

    ServiceState(int code) {
        this.code = code;
    }

    /**
     * Returns the state of a code.
     *
     * @param code the server's number
     * @return the state, {@link #UNKNOWN} for a code that this SDK does not know
     */
    public static ServiceState of(int code) {
        for (ServiceState value : ALL) {
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
