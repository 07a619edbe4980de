package io.telcofactory.testkit.steering;

/**
 * A packet that a UE sends.
 *
 * @param ue address of the UE
 * @param destination address of the server
 * @param protocol number of the protocol above IP, for example 6 for TCP
 * @param sourcePort port of the UE, 0 if the protocol has none
 * @param destinationPort port of the server, 0 if the protocol has none
 * @since 0.1
 */
public record Packet(String ue, String destination, int protocol, int sourcePort, int destinationPort) {

    /**
     * Returns a TCP packet.
     *
     * @param ue address of the UE
     * @param destination address of the server
     * @param port port of the server
     * @return the packet
     */
    public static Packet tcp(String ue, String destination, int port) {
        return new Packet(ue, destination, 6, 40_000, port);
    }

    /**
     * Returns a UDP packet.
     *
     * @param ue address of the UE
     * @param destination address of the server
     * @param port port of the server
     * @return the packet
     */
    public static Packet udp(String ue, String destination, int port) {
        return new Packet(ue, destination, 17, 40_000, port);
    }
}
