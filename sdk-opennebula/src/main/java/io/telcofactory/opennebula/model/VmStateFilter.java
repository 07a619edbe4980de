package io.telcofactory.opennebula.model;

import java.util.List;

/**
 * Which VMs a pool shows. Ended VMs never leave the database, so {@link #ANY} grows for ever.
 *
 * @param code as sent: -2, -1, or the number of a state
 * @since 0.1
 */
public record VmStateFilter(int code) implements WireArgument {

    /** All VMs, ended ones too. */
    public static final VmStateFilter ANY = new VmStateFilter(-2);

    /** All VMs that have not ended. */
    public static final VmStateFilter NOT_DONE = new VmStateFilter(-1);

    /**
     * VMs in one state.
     *
     * @param state a known state
     * @return the filter
     */
    public static VmStateFilter in(VmState state) {
        if (state == VmState.UNKNOWN) {
            throw new IllegalArgumentException("UNKNOWN is no state of the server");
        }
        return new VmStateFilter(state.code());
    }

    @Override
    public List<Object> wireValues() {
        return List.of(code);
    }
}
