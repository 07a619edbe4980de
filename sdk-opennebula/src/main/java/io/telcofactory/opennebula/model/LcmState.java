package io.telcofactory.opennebula.model;

/**
 * What happens to a VM whose state is {@link VmState#ACTIVE}.
 *
 * <p>Source: OpenNebula 6.10 to 7.4.
 *
 * @since 0.1
 */
public enum LcmState {
    /** Code 0 of the server. */
    LCM_INIT(0),

    /** Code 1 of the server. */
    PROLOG(1),

    /** Code 2 of the server. */
    BOOT(2),

    /** Code 3 of the server. */
    RUNNING(3),

    /** Code 4 of the server. */
    MIGRATE(4),

    /** Code 5 of the server. */
    SAVE_STOP(5),

    /** Code 6 of the server. */
    SAVE_SUSPEND(6),

    /** Code 7 of the server. */
    SAVE_MIGRATE(7),

    /** Code 8 of the server. */
    PROLOG_MIGRATE(8),

    /** Code 9 of the server. */
    PROLOG_RESUME(9),

    /** Code 10 of the server. */
    EPILOG_STOP(10),

    /** Code 11 of the server. */
    EPILOG(11),

    /** Code 12 of the server. */
    SHUTDOWN(12),

    /** Code 15 of the server. */
    CLEANUP_RESUBMIT(15),

    /** Code 16 of the server. */
    UNKNOWN(16),

    /** Code 17 of the server. */
    HOTPLUG(17),

    /** Code 18 of the server. */
    SHUTDOWN_POWEROFF(18),

    /** Code 19 of the server. */
    BOOT_UNKNOWN(19),

    /** Code 20 of the server. */
    BOOT_POWEROFF(20),

    /** Code 21 of the server. */
    BOOT_SUSPENDED(21),

    /** Code 22 of the server. */
    BOOT_STOPPED(22),

    /** Code 23 of the server. */
    CLEANUP_DELETE(23),

    /** Code 24 of the server. */
    HOTPLUG_SNAPSHOT(24),

    /** Code 25 of the server. */
    HOTPLUG_NIC(25),

    /** Code 26 of the server. */
    HOTPLUG_SAVEAS(26),

    /** Code 27 of the server. */
    HOTPLUG_SAVEAS_POWEROFF(27),

    /** Code 28 of the server. */
    HOTPLUG_SAVEAS_SUSPENDED(28),

    /** Code 29 of the server. */
    SHUTDOWN_UNDEPLOY(29),

    /** Code 30 of the server. */
    EPILOG_UNDEPLOY(30),

    /** Code 31 of the server. */
    PROLOG_UNDEPLOY(31),

    /** Code 32 of the server. */
    BOOT_UNDEPLOY(32),

    /** Code 33 of the server. */
    HOTPLUG_PROLOG_POWEROFF(33),

    /** Code 34 of the server. */
    HOTPLUG_EPILOG_POWEROFF(34),

    /** Code 35 of the server. */
    BOOT_MIGRATE(35),

    /** Code 36 of the server. */
    BOOT_FAILURE(36),

    /** Code 37 of the server. */
    BOOT_MIGRATE_FAILURE(37),

    /** Code 38 of the server. */
    PROLOG_MIGRATE_FAILURE(38),

    /** Code 39 of the server. */
    PROLOG_FAILURE(39),

    /** Code 40 of the server. */
    EPILOG_FAILURE(40),

    /** Code 41 of the server. */
    EPILOG_STOP_FAILURE(41),

    /** Code 42 of the server. */
    EPILOG_UNDEPLOY_FAILURE(42),

    /** Code 43 of the server. */
    PROLOG_MIGRATE_POWEROFF(43),

    /** Code 44 of the server. */
    PROLOG_MIGRATE_POWEROFF_FAILURE(44),

    /** Code 45 of the server. */
    PROLOG_MIGRATE_SUSPEND(45),

    /** Code 46 of the server. */
    PROLOG_MIGRATE_SUSPEND_FAILURE(46),

    /** Code 47 of the server. */
    BOOT_UNDEPLOY_FAILURE(47),

    /** Code 48 of the server. */
    BOOT_STOPPED_FAILURE(48),

    /** Code 49 of the server. */
    PROLOG_RESUME_FAILURE(49),

    /** Code 50 of the server. */
    PROLOG_UNDEPLOY_FAILURE(50),

    /** Code 51 of the server. */
    DISK_SNAPSHOT_POWEROFF(51),

    /** Code 52 of the server. */
    DISK_SNAPSHOT_REVERT_POWEROFF(52),

    /** Code 53 of the server. */
    DISK_SNAPSHOT_DELETE_POWEROFF(53),

    /** Code 54 of the server. */
    DISK_SNAPSHOT_SUSPENDED(54),

    /** Code 56 of the server. */
    DISK_SNAPSHOT_DELETE_SUSPENDED(56),

    /** Code 57 of the server. */
    DISK_SNAPSHOT(57),

    /** Code 59 of the server. */
    DISK_SNAPSHOT_DELETE(59),

    /** Code 60 of the server. */
    PROLOG_MIGRATE_UNKNOWN(60),

    /** Code 61 of the server. */
    PROLOG_MIGRATE_UNKNOWN_FAILURE(61),

    /** Code 62 of the server. */
    DISK_RESIZE(62),

    /** Code 63 of the server. */
    DISK_RESIZE_POWEROFF(63),

    /** Code 64 of the server. */
    DISK_RESIZE_UNDEPLOYED(64),

    /** Code 65 of the server. */
    HOTPLUG_NIC_POWEROFF(65),

    /** Code 66 of the server. */
    HOTPLUG_RESIZE(66),

    /** Code 67 of the server. */
    HOTPLUG_SAVEAS_UNDEPLOYED(67),

    /** Code 68 of the server. */
    HOTPLUG_SAVEAS_STOPPED(68),

    /** Code 69 of the server. */
    BACKUP(69),

    /** Code 70 of the server. */
    BACKUP_POWEROFF(70),

    /** Code 71 of the server. */
    RESTORE(71),

    /** A code that this SDK does not know; {@link #UNKNOWN} is a state of the server. */
    UNRECOGNIZED(Integer.MIN_VALUE);

    private static final LcmState[] ALL = values();

    private final int code;

    LcmState(int code) {
        this.code = code;
    }

    /**
     * Returns the state of a code.
     *
     * @param code the server's number
     * @return the state, {@link #UNRECOGNIZED} for a code that this SDK does not know
     */
    public static LcmState of(int code) {
        for (LcmState value : ALL) {
            if (value.code == code) {
                return value;
            }
        }
        return UNRECOGNIZED;
    }

    /**
     * Returns the server's number.
     *
     * @return negative when the code was not known
     */
    public int code() {
        return code;
    }
}
