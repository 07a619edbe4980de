package io.telcofactory.opennebula.model;

/**
 * What an app of a marketplace is.
 *
 * <p>Source: OpenNebula 6.10 to 7.4.
 *
 * @since 0.1
 */
public enum MarketplaceAppType {
    /** Code 1 of the server. */
    IMAGE(1),

    /** Code 2 of the server. */
    VMTEMPLATE(2),

    /** Code 3 of the server. */
    SERVICE_TEMPLATE(3),

    /** A code that this SDK does not know. */
    UNKNOWN(Integer.MIN_VALUE);

    private static final MarketplaceAppType[] ALL = values();

    private final int code;

    MarketplaceAppType(int code) {
        this.code = code;
    }

    /**
     * Returns the state of a code.
     *
     * @param code the server's number
     * @return the state, {@link #UNKNOWN} for a code that this SDK does not know
     */
    public static MarketplaceAppType of(int code) {
        for (MarketplaceAppType value : ALL) {
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
