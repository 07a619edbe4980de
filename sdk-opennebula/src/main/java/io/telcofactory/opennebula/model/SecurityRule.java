package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A rule of a security group: what it names is allowed.
 *
 * @since 0.1
 */
public final class SecurityRule extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public SecurityRule(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the protocol.
     *
     * @return TCP, UDP, ICMP, ICMPV6, IPSEC or ALL
     */
    public String protocol() {
        return text("PROTOCOL");
    }

    /**
     * Returns the direction, seen from the VM.
     *
     * @return INBOUND or OUTBOUND, in any case
     */
    public String direction() {
        return text("RULE_TYPE");
    }

    /**
     * Returns the ports.
     *
     * @return for example {@code 22,1000:2000}; nothing for all
     */
    public Optional<String> ports() {
        return tree.text("RANGE").filter(v -> !v.isEmpty());
    }

    /**
     * Returns the first address of the other side.
     *
     * @return nothing for all
     */
    public Optional<String> ip() {
        return tree.text("IP").filter(v -> !v.isEmpty());
    }

    /**
     * Returns how many addresses of the other side.
     *
     * @return nothing for all
     */
    public OptionalLong size() {
        return tree.whole("SIZE");
    }

    /**
     * Returns the network of the other side.
     *
     * @return nothing for all
     */
    public OptionalInt networkId() {
        return tree.integer("NETWORK_ID");
    }
}
