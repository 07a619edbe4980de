package io.telcofactory.opennebula.model;

import java.util.List;

/**
 * A value that knows how it is sent.
 *
 * @since 0.1
 */
public interface WireArgument {

    /**
     * Returns the values to send, in order.
     *
     * @return Integer, Boolean, String, or a List of Integer
     */
    List<Object> wireValues();
}
