package io.telcofactory.opennebula.model;

/**
 * State of a network. It can be used once it is {@link #READY}.
 *
 * <p>Source: OpenNebula 6.10 to 7.4.
 *
 * @since 0.1
 */
public enum NetworkState {
    /** Code 0 of the server. */
    INIT(0),

    /** Code 1 of the server. */
    READY(1),

    /** Code 2 of the server. */
    LOCK_CREATE(2),

    /** Code 3 of the server. */
    LOCK_DELETE(3),

    /** Code 4 of the server. */
    DONE(4),

    /** Code 5 of the server. */
    ERROR(5),

    /** Code 6 of the server. */
    UPDATE_FAILURE(6),

    /** A code that this SDK does not know. */
    UNKNOWN(Integer.MIN_VALUE);

    private static final NetworkState[] ALL = values();

    private final int code;

    NetworkState(int code) {
        this.code = code;
    }

    /**
     * Returns the state of a code.
     *
     * @param code the server's number
     * @return the state, {@link #UNKNOWN} for a code that this SDK does not know
     */
    public static NetworkState of(int code) {
        for (NetworkState value : ALL) {
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
