package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;
import java.util.Optional;

/**
 * A range of addresses of a network.
 *
 * @since 0.1
 */
public final class AddressRange extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public AddressRange(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the range's id within its network.
     *
     * @return 0 or more, never used twice
     */
    public int id() {
        return integer("AR_ID");
    }

    /**
     * Returns what addresses it has.
     *
     * @return IP4, IP6, IP6_STATIC, IP4_6, IP4_6_STATIC or ETHER
     */
    public String type() {
        return text("TYPE");
    }

    /**
     * Returns the first IPv4 address.
     *
     * @return nothing without IPv4
     */
    public Optional<String> ip() {
        return tree.text("IP").filter(v -> !v.isEmpty());
    }

    /**
     * Returns the last IPv4 address.
     *
     * @return nothing without IPv4
     */
    public Optional<String> ipEnd() {
        return tree.text("IP_END").filter(v -> !v.isEmpty());
    }

    /**
     * Returns the first MAC address.
     *
     * @return six bytes in hex with colons
     */
    public String mac() {
        return text("MAC");
    }

    /**
     * Returns how many addresses there are.
     *
     * @return more than 0
     */
    public long size() {
        return whole("SIZE");
    }

    /**
     * Returns how many are in use.
     *
     * @return 0 or more
     */
    public int used() {
        return tree.integer("USED_LEASES", 0);
    }

    /**
     * Returns the addresses in use.
     *
     * @return empty in pools
     */
    public List<Lease> leases() {
        return tree.list("LEASES/LEASE").stream().map(Lease::new).toList();
    }
}
