package io.telcofactory.opennebula.model;

/**
 * State of an image.
 *
 * <p>Source: OpenNebula 6.10 to 7.4.
 *
 * @since 0.1
 */
public enum ImageState {
    /** Code 0 of the server. */
    INIT(0),

    /** Code 1 of the server. */
    READY(1),

    /** Code 2 of the server. */
    USED(2),

    /** Code 3 of the server. */
    DISABLED(3),

    /** Code 4 of the server. */
    LOCKED(4),

    /** Code 5 of the server. */
    ERROR(5),

    /** Code 6 of the server. */
    CLONE(6),

    /** Code 7 of the server. */
    DELETE(7),

    /** Code 8 of the server. */
    USED_PERSISTENT(8),

    /** Code 9 of the server. */
    LOCKED_USED(9),

    /** Code 10 of the server. */
    LOCKED_USED_PERSISTENT(10),

    /** A code that this SDK does not know. */
    UNKNOWN(Integer.MIN_VALUE);

    private static final ImageState[] ALL = values();

    private final int code;

    ImageState(int code) {
        this.code = code;
    }

    /**
     * Returns the state of a code.
     *
     * @param code the server's number
     * @return the state, {@link #UNKNOWN} for a code that this SDK does not know
     */
    public static ImageState of(int code) {
        for (ImageState value : ALL) {
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
