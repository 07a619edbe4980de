package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An address of a network that is in use.
 *
 * @since 0.1
 */
public final class Lease extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public Lease(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the IPv4 address.
     *
     * @return nothing for networks without
     */
    public Optional<String> ip() {
        return tree.text("IP").filter(v -> !v.isEmpty());
    }

    /**
     * Returns the IPv6 address.
     *
     * @return nothing for networks without
     */
    public Optional<String> ip6() {
        return tree.text("IP6").filter(v -> !v.isEmpty());
    }

    /**
     * Returns the MAC address.
     *
     * @return empty when not known
     */
    public String mac() {
        return text("MAC");
    }

    /**
     * Returns the VM that has the address.
     *
     * @return nothing when something else has it
     */
    public OptionalInt vmId() {
        return held() ? OptionalInt.empty() : tree.integer("VM");
    }

    /**
     * Tells whether an operator keeps the address out of use.
     *
     * @return true when held
     */
    public boolean held() {
        return tree.integer("VM", 0) == -1;
    }

    /**
     * Returns the reservation that has the address.
     *
     * @return nothing when something else has it
     */
    public OptionalInt networkId() {
        return tree.integer("VNET");
    }

    /**
     * Returns the virtual router that has the address.
     *
     * @return nothing when something else has it
     */
    public OptionalInt virtualRouterId() {
        return tree.integer("VROUTER");
    }
}
