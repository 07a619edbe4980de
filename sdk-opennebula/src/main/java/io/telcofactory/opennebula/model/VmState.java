package io.telcofactory.opennebula.model;

/**
 * State of a VM.
 *
 * <p>Source: OpenNebula 6.10 to 7.4.
 *
 * @since 0.1
 */
public enum VmState {
    /** Code 0 of the server. */
    INIT(0),

    /** Code 1 of the server. */
    PENDING(1),

    /** Code 2 of the server. */
    HOLD(2),

    /** Code 3 of the server. */
    ACTIVE(3),

    /** Code 4 of the server. */
    STOPPED(4),

    /** Code 5 of the server. */
    SUSPENDED(5),

    /** Code 6 of the server. */
    DONE(6),

    /** Code 8 of the server. */
    POWEROFF(8),

    /** Code 9 of the server. */
    UNDEPLOYED(9),

    /** Code 10 of the server. */
    CLONING(10),

    /** Code 11 of the server. */
    CLONING_FAILURE(11),

    /** A code that this SDK does not know. */
    UNKNOWN(Integer.MIN_VALUE);

    private static final VmState[] ALL = values();

    private final int code;

    VmState(int code) {
        this.code = code;
    }

    /**
     * Returns the state of a code.
     *
     * @param code the server's number
     * @return the state, {@link #UNKNOWN} for a code that this SDK does not know
     */
    public static VmState of(int code) {
        for (VmState value : ALL) {
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
