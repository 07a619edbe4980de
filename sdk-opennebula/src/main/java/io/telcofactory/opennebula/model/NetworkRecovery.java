package io.telcofactory.opennebula.model;

import java.util.List;

/**
 * How to bring back a network that is stuck.
 *
 * @since 0.1
 */
public enum NetworkRecovery implements WireArgument {
    /** Treats the pending action as failed. */
    FAILURE(0),

    /** Treats the pending action as done. */
    SUCCESS(1),

    /** Deletes the network. */
    DELETE(2),

    /** Repeats the failed action. */
    RETRY(3);

    private final int code;

    NetworkRecovery(int code) {
        this.code = code;
    }

    @Override
    public List<Object> wireValues() {
        return List.of(code);
    }
}
