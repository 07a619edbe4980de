package io.telcofactory.opennebula.model;

import java.util.List;

/**
 * How a VM is stopped for a migration that is not live.
 *
 * @since 0.1
 */
public enum MigrationType implements WireArgument {
    /** Saves its memory; impossible with PCI devices. */
    SAVE(0),

    /** Shuts it down. */
    POWEROFF(1),

    /** Switches it off. */
    POWEROFF_HARD(2);

    private final int code;

    MigrationType(int code) {
        this.code = code;
    }

    @Override
    public List<Object> wireValues() {
        return List.of(code);
    }
}
