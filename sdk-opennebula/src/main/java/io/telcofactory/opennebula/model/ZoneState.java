package io.telcofactory.opennebula.model;

/**
 * State of a zone.
 *
 * <p>Source: OpenNebula 6.10 to 7.4.
 *
 * @since 0.1
 */
public enum ZoneState {
    /** Code 0 of the server. */
    ENABLED(0),

    /** Code 1 of the server. */
    DISABLED(1),

    /** A code that this SDK does not know. */
    UNKNOWN(Integer.MIN_VALUE);

    private static final ZoneState[] ALL = values();

    private final int code;

    ZoneState(int code) {
        this.code = code;
    }

    /**
     * Returns the state of a code.
     *
     * @param code the server's number
     * @return the state, {@link #UNKNOWN} for a code that this SDK does not know
     */
    public static ZoneState of(int code) {
        for (ZoneState value : ALL) {
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
