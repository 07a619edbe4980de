package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A network interface of a VM, an ordinary one or an SR-IOV function.
 *
 * @since 0.1
 */
public final class Nic extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public Nic(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the interface's id within its VM.
     *
     * @return -1 when not known
     */
    public int id() {
        return integer("NIC_ID");
    }

    /**
     * Returns the network's id.
     *
     * @return nothing until the server chose one
     */
    public OptionalInt networkId() {
        return tree.integer("NETWORK_ID");
    }

    /**
     * Returns the network's name.
     *
     * @return empty when not known
     */
    public String network() {
        return text("NETWORK");
    }

    /**
     * Returns the IPv4 address.
     *
     * @return in dotted form, or nothing
     */
    public Optional<String> ip() {
        return tree.text("IP").filter(v -> !v.isEmpty());
    }

    /**
     * Returns the IPv6 address: the fixed, global or unique local one, in this order.
     *
     * @return an address, or nothing
     */
    public Optional<String> ip6() {
        return tree.text("IP6").or(() -> tree.text("IP6_GLOBAL")).or(() -> tree.text("IP6_ULA"));
    }

    /**
     * Returns the MAC address.
     *
     * @return six bytes in hex with colons; empty when not known
     */
    public String mac() {
        return text("MAC");
    }

    /**
     * Returns the VLAN.
     *
     * @return nothing for untagged networks
     */
    public OptionalInt vlanId() {
        return tree.integer("VLAN_ID");
    }

    /**
     * Returns the security groups whose rules hold for the interface.
     *
     * @return ids
     */
    public List<Integer> securityGroupIds() {
        return Numbers.list(text("SECURITY_GROUPS"));
    }

    /**
     * Tells whether it is an SR-IOV function given to the guest.
     *
     * @return true for PCI devices of type NIC
     */
    public boolean passthrough() {
        return tree.name().equals("PCI");
    }
}
