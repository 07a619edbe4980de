package io.telcofactory.api.network;

import io.telcofactory.api.internal.Checks;

/**
 * How traffic is handed to a virtual machine's interface, and what the interface is trusted with.
 *
 * @param port what the interface is
 * @param trust whether the guest may change the interface's settings on the card, such as its address or promiscuous mode; with
 *     {@link Port#SRIOV} only
 * @param spoofCheck whether packets with a sender's address that is not the interface's are dropped: Ethernet and IP addresses with
 *     {@link Port#VIRTIO}, Ethernet addresses with {@link Port#SRIOV}
 * @since 0.1
 */
public record Handoff(Port port, boolean trust, boolean spoofCheck) {

    /** What an interface is. */
    public enum Port {
        /** An interface that the hypervisor makes, behind the host's bridge and its filters. */
        VIRTIO,
        /** A virtual function of a network card; its traffic passes none of the host's filters. */
        SRIOV
    }

    /** Checks that only a card is asked for trust. */
    public Handoff {
        Checks.require(!trust || port == Port.SRIOV, port, "handoff.port", "must be SRIOV with trust");
    }

    /**
     * Returns an interface that the hypervisor makes.
     *
     * @return with spoof check
     */
    public static Handoff virtio() {
        return new Handoff(Port.VIRTIO, false, true);
    }

    /**
     * Returns a virtual function.
     *
     * @return without trust, with spoof check
     */
    public static Handoff sriov() {
        return new Handoff(Port.SRIOV, false, true);
    }

    /**
     * Tells whether the interface is a virtual function.
     *
     * @return true with {@link Port#SRIOV}
     */
    public boolean isSriov() {
        return port == Port.SRIOV;
    }
}
