package io.telcofactory.testkit.opennebula;

import java.util.Map;

/** The numbers of machine states that the fake uses, and their names in messages. */
final class VmState {

    static final int PENDING = 1;
    static final int HOLD = 2;
    static final int ACTIVE = 3;
    static final int STOPPED = 4;
    static final int SUSPENDED = 5;
    static final int DONE = 6;
    static final int POWEROFF = 8;
    static final int UNDEPLOYED = 9;

    static final int LCM_INIT = 0;
    static final int PROLOG = 1;
    static final int BOOT = 2;
    static final int RUNNING = 3;
    static final int SAVE_STOP = 5;
    static final int SAVE_SUSPEND = 6;
    static final int EPILOG = 11;
    static final int SHUTDOWN = 12;
    static final int HOTPLUG = 17;
    static final int SHUTDOWN_POWEROFF = 18;
    static final int BOOT_POWEROFF = 20;
    static final int BOOT_SUSPENDED = 21;
    static final int HOTPLUG_NIC = 25;
    static final int SHUTDOWN_UNDEPLOY = 29;
    static final int BOOT_FAILURE = 36;

    private static final Map<Integer, String> NAMES = Map.of(
            PENDING, "PENDING",
            HOLD, "HOLD",
            STOPPED, "STOPPED",
            SUSPENDED, "SUSPENDED",
            DONE, "DONE",
            POWEROFF, "POWEROFF",
            UNDEPLOYED, "UNDEPLOYED");

    private static final Map<Integer, String> LCM_NAMES = Map.ofEntries(
            Map.entry(LCM_INIT, "LCM_INIT"),
            Map.entry(PROLOG, "PROLOG"),
            Map.entry(BOOT, "BOOT"),
            Map.entry(RUNNING, "RUNNING"),
            Map.entry(SAVE_STOP, "SAVE_STOP"),
            Map.entry(SAVE_SUSPEND, "SAVE_SUSPEND"),
            Map.entry(EPILOG, "EPILOG"),
            Map.entry(SHUTDOWN, "SHUTDOWN"),
            Map.entry(HOTPLUG, "HOTPLUG"),
            Map.entry(SHUTDOWN_POWEROFF, "SHUTDOWN_POWEROFF"),
            Map.entry(BOOT_POWEROFF, "BOOT_POWEROFF"),
            Map.entry(BOOT_SUSPENDED, "BOOT_SUSPENDED"),
            Map.entry(HOTPLUG_NIC, "HOTPLUG_NIC"),
            Map.entry(SHUTDOWN_UNDEPLOY, "SHUTDOWN_UNDEPLOY"),
            Map.entry(BOOT_FAILURE, "BOOT_FAILURE"));

    private VmState() {}

    /** The state as messages say it: an active machine is named by its life-cycle state. */
    static String name(int state, int lcm) {
        return state == ACTIVE
                ? LCM_NAMES.getOrDefault(lcm, Integer.toString(lcm))
                : NAMES.getOrDefault(state, Integer.toString(state));
    }
}
