package io.telcofactory.testkit.opennebula.internal.flow;

import java.util.EnumSet;
import java.util.Set;

/** The states of a service; those of a role have the same numbers up to COOLDOWN. */
public enum FlowState {
    PENDING(0),
    DEPLOYING(1),
    RUNNING(2),
    UNDEPLOYING(3),
    WARNING(4),
    DONE(5),
    FAILED_UNDEPLOYING(6),
    FAILED_DEPLOYING(7),
    SCALING(8),
    FAILED_SCALING(9),
    COOLDOWN(10),
    DEPLOYING_NETS(11),
    UNDEPLOYING_NETS(12),
    FAILED_DEPLOYING_NETS(13),
    FAILED_UNDEPLOYING_NETS(14),
    HOLD(15);

    private static final Set<FlowState> FAILED = EnumSet.of(
            FAILED_UNDEPLOYING, FAILED_DEPLOYING, FAILED_SCALING, FAILED_DEPLOYING_NETS, FAILED_UNDEPLOYING_NETS);
    private static final Set<FlowState> TRANSIENT =
            EnumSet.of(DEPLOYING, UNDEPLOYING, SCALING, COOLDOWN, DEPLOYING_NETS, UNDEPLOYING_NETS);

    private final int number;

    FlowState(int number) {
        this.number = number;
    }

    public static FlowState of(int number) {
        for (FlowState state : values()) {
            if (state.number == number) {
                return state;
            }
        }
        throw new IllegalArgumentException("OneFlow has no state " + number);
    }

    /** The number by which documents say it. */
    public int number() {
        return number;
    }

    boolean isFailed() {
        return FAILED.contains(this);
    }

    boolean isTransient() {
        return TRANSIENT.contains(this);
    }
}
