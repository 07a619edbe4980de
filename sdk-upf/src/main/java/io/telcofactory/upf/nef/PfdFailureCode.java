package io.telcofactory.upf.nef;

import java.util.Objects;

/**
 * Why packet flow descriptions could not be provisioned. The standard may add values; what this release does not know is kept as it came.
 *
 * @param value the text on the wire
 * @since 0.1
 */
public record PfdFailureCode(String value) {
    /** Something in the network does not work. */
    public static final PfdFailureCode MALFUNCTION = new PfdFailureCode("MALFUNCTION");
    /** There is no room for them. */
    public static final PfdFailureCode RESOURCE_LIMITATION = new PfdFailureCode("RESOURCE_LIMITATION");
    /** They can not be deployed within the allowed delay. */
    public static final PfdFailureCode SHORT_DELAY = new PfdFailureCode("SHORT_DELAY");
    /** Another party holds the application id. */
    public static final PfdFailureCode APP_ID_DUPLICATED = new PfdFailureCode("APP_ID_DUPLICATED");
    /** Some functions of the network did not take them. */
    public static final PfdFailureCode PARTIAL_FAILURE = new PfdFailureCode("PARTIAL_FAILURE");
    /** Another reason. */
    public static final PfdFailureCode OTHER_REASON = new PfdFailureCode("OTHER_REASON");

    /** Checks that there is a text. */
    public PfdFailureCode {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
