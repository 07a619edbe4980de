package io.telcofactory.opennebula.model;

import java.util.List;

/**
 * What an operator wants of a host.
 *
 * @since 0.1
 */
public enum HostStatus implements WireArgument {
    /** Monitored, and VMs may be placed on it. */
    ENABLED(0),

    /** Monitored, but nothing is placed on it. */
    DISABLED(1),

    /** Neither monitored nor used. */
    OFFLINE(2);

    private final int code;

    HostStatus(int code) {
        this.code = code;
    }

    @Override
    public List<Object> wireValues() {
        return List.of(code);
    }
}
