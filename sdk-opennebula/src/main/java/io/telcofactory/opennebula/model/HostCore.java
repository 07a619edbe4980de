package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;

/**
 * A core of a host, with the VMs pinned to its threads.
 *
 * @since 0.1
 */
public final class HostCore extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public HostCore(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the core's id.
     *
     * @return 0 or more
     */
    public int id() {
        return integer("ID");
    }

    /**
     * Returns how many of its threads are free.
     *
     * @return 0 when full
     */
    public int free() {
        return tree.integer("FREE", 0);
    }

    /**
     * Tells whether one VM has the whole core.
     *
     * @return true for pin policy CORE
     */
    public boolean dedicated() {
        return tree.flag("DEDICATED");
    }

    /**
     * Returns its threads.
     *
     * @return ids of CPUs
     */
    public List<Integer> cpus() {
        return assignments().stream().map(Assignment::cpu).distinct().toList();
    }

    /**
     * Returns what each thread holds.
     *
     * @return one entry per thread and VM; -1 for free, -2 for isolated
     */
    public List<Assignment> assignments() {
        return Texts.list(text("CPUS")).stream()
                .map(entry -> entry.split(":", 2))
                .filter(parts -> parts.length == 2)
                .flatMap(parts -> Numbers.integer(parts[0]).stream()
                        .boxed()
                        .flatMap(cpu -> Numbers.integer(parts[1]).stream().mapToObj(vm -> new Assignment(cpu, vm))))
                .toList();
    }

    /**
     * A thread and what it holds.
     *
     * @param cpu id of the thread
     * @param vmId a VM, -1 for free, -2 for isolated
     * @since 0.1
     */
    public record Assignment(int cpu, int vmId) {}
}
