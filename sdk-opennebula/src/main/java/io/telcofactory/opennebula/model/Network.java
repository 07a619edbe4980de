package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A virtual network.
 *
 * @since 0.1
 */
public final class Network extends OwnedObject implements Stateful {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public Network(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the state.
     *
     * @return never null
     */
    public NetworkState state() {
        return NetworkState.of(integer("STATE"));
    }

    /**
     * Returns the clusters that the network reaches.
     *
     * @return ids
     */
    public List<Integer> clusterIds() {
        return ids("CLUSTERS/ID");
    }

    /**
     * Returns the driver.
     *
     * @return for example {@code 802.1Q}
     */
    public String driver() {
        return text("VN_MAD");
    }

    /**
     * Returns the bridge on the hosts.
     *
     * @return empty when the driver has none
     */
    public String bridge() {
        return text("BRIDGE");
    }

    /**
     * Returns the device that leads out of the hosts.
     *
     * @return empty when there is none
     */
    public String physicalDevice() {
        return text("PHYDEV");
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
     * Tells whether the server chose the VLAN.
     *
     * @return true when it did
     */
    public boolean vlanAutomatic() {
        return tree.flag("VLAN_ID_AUTOMATIC");
    }

    /**
     * Returns the outer VLAN.
     *
     * @return nothing without one
     */
    public OptionalInt outerVlanId() {
        return tree.integer("OUTER_VLAN_ID");
    }

    /**
     * Returns the network that this one is a reservation of.
     *
     * @return nothing when it is none
     */
    public OptionalInt parentNetworkId() {
        return tree.integer("PARENT_NETWORK_ID");
    }

    /**
     * Returns how many addresses are in use.
     *
     * @return 0 or more
     */
    public int usedLeases() {
        return tree.integer("USED_LEASES", 0);
    }

    /**
     * Returns the address ranges.
     *
     * @return a range with a wrong address may be missing: the server accepts it without an error
     */
    public List<AddressRange> addressRanges() {
        return tree.list("AR_POOL/AR").stream().map(AddressRange::new).toList();
    }

    /**
     * Returns the security groups of all interfaces.
     *
     * @return ids; 0 allows everything
     */
    public List<Integer> securityGroupIds() {
        return Numbers.list(tree.text("TEMPLATE/SECURITY_GROUPS", ""));
    }

    /**
     * Returns the driver's last error.
     *
     * @return nothing when there was none
     */
    public Optional<String> error() {
        return tree.text("TEMPLATE/ERROR").filter(t -> !t.isEmpty());
    }

    @Override
    public String stateName() {
        return state().toString();
    }

    @Override
    public Optional<String> deadEnd() {
        boolean failed = state() == NetworkState.ERROR || state() == NetworkState.UPDATE_FAILURE;
        return failed ? Optional.of(error().orElse("The network is in state " + state())) : Optional.empty();
    }
}
