package io.telcofactory.opennebula.model;

import java.util.List;

/**
 * What can be asked of a VM.
 *
 * @since 0.1
 */
public enum VmAction implements WireArgument {
    /** Shuts the guest down and ends the VM. */
    TERMINATE("terminate"),

    /** Ends the VM at once. */
    TERMINATE_HARD("terminate-hard"),

    /** Shuts down and frees the host; disks are kept in the system datastore. */
    UNDEPLOY("undeploy"),

    /** Switches off and frees the host. */
    UNDEPLOY_HARD("undeploy-hard"),

    /** Shuts down; host, cores and devices stay taken. */
    POWEROFF("poweroff"),

    /** Switches off; host, cores and devices stay taken. */
    POWEROFF_HARD("poweroff-hard"),

    /** Asks the guest to restart. */
    REBOOT("reboot"),

    /** Restarts the guest at once. */
    REBOOT_HARD("reboot-hard"),

    /** Keeps a pending VM from being placed. */
    HOLD("hold"),

    /** Lets a held VM be placed. */
    RELEASE("release"),

    /** Saves memory and frees the host. */
    STOP("stop"),

    /** Saves memory and keeps the host. */
    SUSPEND("suspend"),

    /** Starts a stopped, suspended, powered-off or undeployed VM. */
    RESUME("resume"),

    /** Asks the scheduler to move the VM. */
    RESCHED("resched"),

    /** Takes back {@link #RESCHED}. */
    UNRESCHED("unresched");

    private final String text;

    VmAction(String text) {
        this.text = text;
    }

    @Override
    public List<Object> wireValues() {
        return List.of(text);
    }
}
