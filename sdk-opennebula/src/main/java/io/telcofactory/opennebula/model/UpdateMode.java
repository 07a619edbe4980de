package io.telcofactory.opennebula.model;

import java.util.List;

/**
 * What an update does to attributes that it does not name.
 *
 * @since 0.1
 */
public enum UpdateMode implements WireArgument {
    /** They are removed. */
    REPLACE(0),

    /** They stay. */
    MERGE(1);

    private final int code;

    UpdateMode(int code) {
        this.code = code;
    }

    @Override
    public List<Object> wireValues() {
        return List.of(code);
    }
}
