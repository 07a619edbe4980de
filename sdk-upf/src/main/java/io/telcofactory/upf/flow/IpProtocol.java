package io.telcofactory.upf.flow;

import java.util.Map;

/**
 * The protocol above IP: a number of the IANA registry, or all of them.
 *
 * @param number 1 to 255, or 0 for every protocol
 * @since 0.1
 */
public record IpProtocol(int number) {
    /** Every protocol, written {@code ip}. */
    public static final IpProtocol ANY = new IpProtocol(0);
    /** Transmission Control Protocol. */
    public static final IpProtocol TCP = new IpProtocol(6);
    /** User Datagram Protocol. */
    public static final IpProtocol UDP = new IpProtocol(17);
    /** Stream Control Transmission Protocol. */
    public static final IpProtocol SCTP = new IpProtocol(132);

    private static final Map<String, Integer> NAMES = Map.of("ip", 0, "icmp", 1, "tcp", 6, "udp", 17, "sctp", 132);

    /** Checks the number. */
    public IpProtocol {
        if (number < 0 || number > 255) {
            throw new IllegalArgumentException("protocol = '" + number + "' must be 1 to 255, or 0 for every protocol");
        }
    }

    /**
     * Reads a name or a number.
     *
     * @param text {@code ip}, {@code icmp}, {@code tcp}, {@code udp}, {@code sctp} or a number 1 to 255
     * @return the protocol
     * @throws IllegalArgumentException if it is none of them
     */
    public static IpProtocol parse(String text) {
        Integer named = NAMES.get(text);
        if (named != null) {
            return new IpProtocol(named);
        }
        if (!text.matches("[1-9][0-9]{0,2}")) {
            throw new IllegalArgumentException(
                    "protocol = '" + text + "' must be ip, icmp, tcp, udp, sctp or a number 1 to 255");
        }
        return new IpProtocol(Integer.parseInt(text));
    }

    /**
     * Tells whether packets of this protocol have ports.
     *
     * @return true for TCP, UDP, UDP-Lite, DCCP and SCTP
     */
    public boolean hasPorts() {
        return number == 6 || number == 17 || number == 33 || number == 132 || number == 136;
    }

    /**
     * Tells whether packets of the other protocol belong to this one.
     *
     * @param other the other protocol
     * @return true if they are equal or this one is every protocol
     */
    public boolean contains(IpProtocol other) {
        return number == 0 || number == other.number;
    }

    /** Returns the words that every core knows, a number for all other protocols. */
    @Override
    public String toString() {
        return switch (number) {
            case 0 -> "ip";
            case 6 -> "tcp";
            case 17 -> "udp";
            default -> Integer.toString(number);
        };
    }
}
