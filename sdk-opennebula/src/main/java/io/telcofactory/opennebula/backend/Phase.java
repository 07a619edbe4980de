package io.telcofactory.opennebula.backend;

import io.telcofactory.opennebula.flow.Service;

/** What the state of a OneFlow service means for the work on it. */
enum Phase {
    /** It is being made. */
    COMING,
    /** It runs, or rests after a scaling: everything that was asked is there. */
    UP,
    /** Its number of machines changes. */
    SCALING,
    /** It once ran, and now something is missing. */
    IMPAIRED,
    /** Making it failed; only taking it away helps. */
    STILLBORN,
    /** It is being taken away. */
    LEAVING,
    /** Taking it away failed. */
    STUCK;

    static Phase of(Service service) {
        return switch (service.state()) {
            case RUNNING, COOLDOWN -> UP;
            case SCALING -> SCALING;
            case WARNING, FAILED_SCALING -> IMPAIRED;
            case FAILED_DEPLOYING, FAILED_DEPLOYING_NETS -> STILLBORN;
            case UNDEPLOYING, UNDEPLOYING_NETS, DONE -> LEAVING;
            case FAILED_UNDEPLOYING, FAILED_UNDEPLOYING_NETS -> STUCK;
            case PENDING, DEPLOYING, DEPLOYING_NETS, HOLD, UNKNOWN -> COMING;
        };
    }

    /** Whether its roles have the machines that they once were given. */
    boolean populated() {
        return this == UP || this == SCALING || this == IMPAIRED;
    }
}
