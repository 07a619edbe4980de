package io.telcofactory.opennebula.model;

/**
 * State of a host.
 *
 * <p>Source: OpenNebula 6.10 to 7.4.
 *
 * @since 0.1
 */
public enum HostState {
    /** Code 0 of the server. */
    INIT(0),

    /** Code 2 of the server. */
    MONITORED(2),

    /** Code 3 of the server. */
    ERROR(3),

    /** Code 4 of the server. */
    DISABLED(4),

    /** Code 8 of the server. */
    OFFLINE(8),

    /** A code that this SDK does not know. */
    UNKNOWN(Integer.MIN_VALUE);

    private static final HostState[] ALL = values();

    private final int code;

    HostState(int code) {
        this.code = code;
    }

    /**
     * Returns the state of a code.
     *
     * @param code the server's number
     * @return the state, {@link #UNKNOWN} for a code that this SDK does not know
     */
    public static HostState of(int code) {
        for (HostState value : ALL) {
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
