package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.time.YearMonth;

/**
 * What a VM cost in a month.
 *
 * @since 0.1
 */
public final class ShowbackRecord extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public ShowbackRecord(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the VM.
     *
     * @return -1 when not known
     */
    public int vmId() {
        return integer("VMID");
    }

    /**
     * Returns the VM's name.
     *
     * @return empty when not known
     */
    public String vmName() {
        return text("VMNAME");
    }

    /**
     * Returns the owner.
     *
     * @return -1 when not known
     */
    public int userId() {
        return integer("UID");
    }

    /**
     * Returns the owner's group.
     *
     * @return -1 when not known
     */
    public int groupId() {
        return integer("GID");
    }

    /**
     * Returns the month.
     *
     * @return never null
     */
    public YearMonth month() {
        return YearMonth.of(tree.integer("YEAR", 1970), Math.max(1, Math.min(12, tree.integer("MONTH", 1))));
    }

    /**
     * Returns the cost of CPU.
     *
     * @return in the operator's unit
     */
    public double cpuCost() {
        return tree.number("CPU_COST").orElse(0);
    }

    /**
     * Returns the cost of memory.
     *
     * @return in the operator's unit
     */
    public double memoryCost() {
        return tree.number("MEMORY_COST").orElse(0);
    }

    /**
     * Returns the cost of disks.
     *
     * @return in the operator's unit
     */
    public double diskCost() {
        return tree.number("DISK_COST").orElse(0);
    }

    /**
     * Returns the sum.
     *
     * @return in the operator's unit
     */
    public double totalCost() {
        return tree.number("TOTAL_COST").orElse(0);
    }

    /**
     * Returns how long the VM ran.
     *
     * @return in hours
     */
    public double hours() {
        return tree.number("HOURS").orElse(0);
    }
}
