package io.telcofactory.testkit.opennebula.internal.oned;

import java.util.List;

/** The numbers of machine states, and their names in messages. */
public final class VmState {

    static final int PENDING = 1;
    public static final int HOLD = 2;
    public static final int ACTIVE = 3;
    static final int STOPPED = 4;
    static final int SUSPENDED = 5;
    public static final int DONE = 6;
    public static final int POWEROFF = 8;
    static final int UNDEPLOYED = 9;
    static final int CLONING = 10;

    static final int LCM_INIT = 0;
    static final int PROLOG = 1;
    static final int BOOT = 2;
    static final int RUNNING = 3;
    static final int MIGRATE = 4;
    static final int SAVE_STOP = 5;
    static final int SAVE_SUSPEND = 6;
    static final int SAVE_MIGRATE = 7;
    static final int PROLOG_MIGRATE = 8;
    static final int PROLOG_RESUME = 9;
    static final int EPILOG_STOP = 10;
    static final int EPILOG = 11;
    static final int SHUTDOWN = 12;
    static final int CLEANUP_RESUBMIT = 15;
    public static final int UNKNOWN = 16;
    static final int HOTPLUG = 17;
    static final int SHUTDOWN_POWEROFF = 18;
    static final int BOOT_POWEROFF = 20;
    static final int BOOT_SUSPENDED = 21;
    static final int BOOT_STOPPED = 22;
    static final int CLEANUP_DELETE = 23;
    static final int HOTPLUG_SNAPSHOT = 24;
    static final int HOTPLUG_NIC = 25;
    static final int HOTPLUG_SAVEAS = 26;
    static final int HOTPLUG_SAVEAS_POWEROFF = 27;
    static final int HOTPLUG_SAVEAS_SUSPENDED = 28;
    static final int SHUTDOWN_UNDEPLOY = 29;
    static final int EPILOG_UNDEPLOY = 30;
    static final int PROLOG_UNDEPLOY = 31;
    static final int BOOT_UNDEPLOY = 32;
    static final int HOTPLUG_PROLOG_POWEROFF = 33;
    static final int HOTPLUG_EPILOG_POWEROFF = 34;
    static final int BOOT_MIGRATE = 35;
    public static final int BOOT_FAILURE = 36;
    static final int PROLOG_MIGRATE_POWEROFF = 43;
    static final int PROLOG_MIGRATE_SUSPEND = 45;
    static final int DISK_SNAPSHOT_POWEROFF = 51;
    static final int DISK_SNAPSHOT_REVERT_POWEROFF = 52;
    static final int DISK_SNAPSHOT_DELETE_POWEROFF = 53;
    static final int DISK_SNAPSHOT_SUSPENDED = 54;
    static final int DISK_SNAPSHOT_DELETE_SUSPENDED = 56;
    static final int DISK_SNAPSHOT = 57;
    static final int DISK_SNAPSHOT_DELETE = 59;
    static final int DISK_RESIZE = 62;
    static final int DISK_RESIZE_POWEROFF = 63;
    static final int DISK_RESIZE_UNDEPLOYED = 64;

    private static final List<String> NAMES = List.of(
            "INIT",
            "PENDING",
            "HOLD",
            "ACTIVE",
            "STOPPED",
            "SUSPENDED",
            "DONE",
            "",
            "POWEROFF",
            "UNDEPLOYED",
            "CLONING",
            "CLONING_FAILURE");

    /** By number; an empty name stands for a number that is not used. */
    private static final List<String> LCM_NAMES = List.of(
            ("LCM_INIT PROLOG BOOT RUNNING MIGRATE SAVE_STOP SAVE_SUSPEND SAVE_MIGRATE PROLOG_MIGRATE PROLOG_RESUME"
                            + " EPILOG_STOP EPILOG SHUTDOWN   CLEANUP_RESUBMIT UNKNOWN HOTPLUG SHUTDOWN_POWEROFF"
                            + " BOOT_UNKNOWN BOOT_POWEROFF BOOT_SUSPENDED BOOT_STOPPED CLEANUP_DELETE HOTPLUG_SNAPSHOT"
                            + " HOTPLUG_NIC HOTPLUG_SAVEAS HOTPLUG_SAVEAS_POWEROFF HOTPLUG_SAVEAS_SUSPENDED"
                            + " SHUTDOWN_UNDEPLOY EPILOG_UNDEPLOY PROLOG_UNDEPLOY BOOT_UNDEPLOY"
                            + " HOTPLUG_PROLOG_POWEROFF HOTPLUG_EPILOG_POWEROFF BOOT_MIGRATE BOOT_FAILURE"
                            + " BOOT_MIGRATE_FAILURE PROLOG_MIGRATE_FAILURE PROLOG_FAILURE EPILOG_FAILURE"
                            + " EPILOG_STOP_FAILURE EPILOG_UNDEPLOY_FAILURE PROLOG_MIGRATE_POWEROFF"
                            + " PROLOG_MIGRATE_POWEROFF_FAILURE PROLOG_MIGRATE_SUSPEND PROLOG_MIGRATE_SUSPEND_FAILURE"
                            + " BOOT_UNDEPLOY_FAILURE BOOT_STOPPED_FAILURE PROLOG_RESUME_FAILURE"
                            + " PROLOG_UNDEPLOY_FAILURE DISK_SNAPSHOT_POWEROFF DISK_SNAPSHOT_REVERT_POWEROFF"
                            + " DISK_SNAPSHOT_DELETE_POWEROFF DISK_SNAPSHOT_SUSPENDED  DISK_SNAPSHOT_DELETE_SUSPENDED"
                            + " DISK_SNAPSHOT  DISK_SNAPSHOT_DELETE PROLOG_MIGRATE_UNKNOWN"
                            + " PROLOG_MIGRATE_UNKNOWN_FAILURE DISK_RESIZE DISK_RESIZE_POWEROFF DISK_RESIZE_UNDEPLOYED"
                            + " HOTPLUG_NIC_POWEROFF HOTPLUG_RESIZE HOTPLUG_SAVEAS_UNDEPLOYED HOTPLUG_SAVEAS_STOPPED"
                            + " BACKUP BACKUP_POWEROFF RESTORE")
                    .split(" "));

    private VmState() {}

    /** The state as messages say it: an active machine is named by its life-cycle state. */
    static String name(int state, int lcm) {
        return state == ACTIVE ? LCM_NAMES.get(lcm) : NAMES.get(state);
    }

    /** The state itself, as events and hooks name it. */
    static String stateName(int state) {
        return NAMES.get(state);
    }

    /** The life-cycle state, as events and hooks name it. */
    static String lifeCycleName(int lcm) {
        return LCM_NAMES.get(lcm);
    }

    static boolean isState(String name) {
        return !name.isEmpty() && NAMES.contains(name);
    }

    static boolean isLifeCycleState(String name) {
        return !name.isEmpty() && LCM_NAMES.contains(name);
    }
}
