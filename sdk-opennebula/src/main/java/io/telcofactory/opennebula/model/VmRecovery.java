package io.telcofactory.opennebula.model;

import java.util.List;

/**
 * How to bring back a VM that is stuck or failed.
 *
 * @since 0.1
 */
public enum VmRecovery implements WireArgument {
    /** Treats the pending action as failed. */
    FAILURE(0),

    /** Treats the pending action as done. */
    SUCCESS(1),

    /** Repeats the failed action. */
    RETRY(2),

    /** Ends the VM at once, whatever its state. */
    DELETE(3),

    /** Ends the VM and starts it anew, with the same id. */
    DELETE_RECREATE(4),

    /** Removes the VM from the database only; nothing is cleaned up. */
    DELETE_DB(5);

    private final int code;

    VmRecovery(int code) {
        this.code = code;
    }

    @Override
    public List<Object> wireValues() {
        return List.of(code);
    }
}
