package io.telcofactory.opennebula.model;

/**
 * What a datastore holds.
 *
 * <p>Source: OpenNebula 6.10 to 7.4.
 *
 * @since 0.1
 */
public enum DatastoreType {
    /** Code 0 of the server. */
    IMAGE(0),

    /** Code 1 of the server. */
    SYSTEM(1),

    /** Code 2 of the server. */
    FILE(2),

    /** Code 3 of the server. */
    BACKUP(3),

    /** A code that this SDK does not know. */
    UNKNOWN(Integer.MIN_VALUE);

    private static final DatastoreType[] ALL = values();

    private final int code;

    DatastoreType(int code) {
        this.code = code;
    }

    /**
     * Returns the state of a code.
     *
     * @param code the server's number
     * @return the state, {@link #UNKNOWN} for a code that this SDK does not know
     */
    public static DatastoreType of(int code) {
        for (DatastoreType value : ALL) {
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
