package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A PCI device, as a host reports it or as a VM holds it.
 *
 * @since 0.1
 */
public final class PciDevice extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public PciDevice(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the device's id within its VM.
     *
     * @return nothing on a host
     */
    public OptionalInt id() {
        return tree.integer("PCI_ID");
    }

    /**
     * Returns the vendor's id.
     *
     * @return four hex digits
     */
    public String vendor() {
        return text("VENDOR");
    }

    /**
     * Returns the device's id.
     *
     * @return four hex digits
     */
    public String device() {
        return text("DEVICE");
    }

    /**
     * Returns the class.
     *
     * @return four hex digits; 0302 is a GPU
     */
    public String deviceClass() {
        return text("CLASS");
    }

    /**
     * Returns the device's name.
     *
     * @return empty when not known
     */
    public String deviceName() {
        return text("DEVICE_NAME");
    }

    /**
     * Returns the vendor's name.
     *
     * @return empty when not known
     */
    public String vendorName() {
        return text("VENDOR_NAME");
    }

    /**
     * Returns the address as oned writes it.
     *
     * @return for example {@code 0000:81:00:1}, all colons
     */
    public String address() {
        return text("ADDRESS");
    }

    /**
     * Returns the address as lspci writes it.
     *
     * @return for example {@code 81:00.1}; empty for a VM that is not placed
     */
    public String shortAddress() {
        return text("SHORT_ADDRESS");
    }

    /**
     * Returns the host's NUMA node that the device hangs on.
     *
     * @return nothing when not known
     */
    public OptionalInt numaNode() {
        return tree.integer("NUMA_NODE");
    }

    /**
     * Returns the part that the device plays in SR-IOV.
     *
     * @return {@code no}, {@code pf}, {@code vf}; empty before 7.4
     */
    public String sriov() {
        return text("SRIOV");
    }

    /**
     * Returns the host's name of a network function.
     *
     * @return nothing for other devices, and before 7.4
     */
    public Optional<String> interfaceName() {
        return tree.text("IFNAME").filter(v -> !v.isEmpty() && !v.equals("-"));
    }

    /**
     * Returns the vGPU or MIG profiles that the device can take.
     *
     * @return as the driver writes them
     */
    public List<String> profiles() {
        return Texts.list(text("PROFILES"));
    }

    /**
     * Returns the profile that a VM asked for.
     *
     * @return nothing on a host
     */
    public Optional<String> profile() {
        return tree.text("PROFILE").filter(v -> !v.isEmpty());
    }

    /**
     * Returns the VM that holds the device.
     *
     * @return nothing when free
     */
    public OptionalInt vmId() {
        return tree.integer("VMID").stream()
                .filter(id -> id >= 0)
                .mapToObj(OptionalInt::of)
                .findFirst()
                .orElse(OptionalInt.empty());
    }
}
