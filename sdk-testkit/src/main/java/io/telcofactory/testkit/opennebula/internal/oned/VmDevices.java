package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where the guest sees its devices, and what its context says about them. */
final class VmDevices {

    /** How the buses of the expanders are numbered: one for each NUMA node, with eight ports. */
    private static final int FIRST_PORT = 4;

    private static final int PORTS = 9;

    private VmDevices() {}

    /** Fills the guest addresses of assigned devices, and the context of those that were there from the beginning. */
    static void place(Vm vm) {
        assign(vm);
        List<Vector> contexts = vm.own().vectors("CONTEXT");
        if (!contexts.isEmpty() && Numbers.yes(contexts.get(0).get("NETWORK"))) {
            vm.own().vectors("PCI").forEach(pci -> VmContext.writePci(contexts.get(0), pci));
        }
    }

    /** Fills the guest addresses only: the lowest free port of the expander of the device's NUMA node. */
    static void assign(Vm vm) {
        boolean numa = !vm.own().vectors("NUMA_NODE").isEmpty();
        Set<String> taken = new HashSet<>();
        for (Vector pci : vm.own().vectors("PCI")) {
            if (pci.given("ADDRESS") && pci.given("VM_ADDRESS")) {
                taken.add(pci.get("VM_ADDRESS"));
            }
        }
        for (Vector pci : vm.own().vectors("PCI")) {
            if (pci.given("ADDRESS") && !pci.given("VM_ADDRESS")) {
                int node = Math.max(0, pci.number("NUMA_NODE", 0));
                int port = 0;
                while (!taken.add(address(numa, node, port))) {
                    port++;
                }
                pci.set("VM_ADDRESS", address(numa, node, port));
                if (numa) {
                    pci.set("VM_BUS_INDEX", FIRST_PORT + PORTS * node + port);
                }
            }
        }
    }

    private static String address(boolean numa, int node, int port) {
        return numa
                ? Integer.toHexString(0x21 + 0x10 * node + port) + ":00.0"
                : "01:" + String.format(Locale.ROOT, "%02x", 1 + port) + ".0";
    }

    /** Writes the one thing that a guest learns of a device attached while it runs. */
    static void announce(Vm vm, Vector pci) {
        List<Vector> contexts = vm.own().vectors("CONTEXT");
        if (!contexts.isEmpty() && Numbers.yes(contexts.get(0).get("NETWORK"))) {
            contexts.get(0).set("PCI" + pci.get("PCI_ID") + "_ADDRESS", pci.get("VM_ADDRESS"));
        }
    }
}
