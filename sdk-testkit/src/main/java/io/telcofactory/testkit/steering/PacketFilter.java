package io.telcofactory.testkit.steering;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A flow description as a UPF understands it. It is read by a pattern of its own, not by the SDK's parser, so that a
 * mistake there does not cancel out here.
 */
record PacketFilter(int protocol, Side server, Side ue) {
    private static final String ADDRESS = "(any|assigned|[0-9a-fA-F.:]+(?:/[0-9]{1,3})?)";
    private static final String PORTS = "(?: ([0-9]{1,5})(?:-([0-9]{1,5}))?)?";
    private static final Pattern RULE = Pattern.compile(
            "permit (in|out) (ip|icmp|tcp|udp|[0-9]{1,3}) from " + ADDRESS + PORTS + " to " + ADDRESS + PORTS);

    static Optional<PacketFilter> parse(String text) {
        Matcher rule = RULE.matcher(text);
        if (!rule.matches()) {
            return Optional.empty();
        }
        try {
            Side from = Side.of(rule.group(3), rule.group(4), rule.group(5));
            Side to = Side.of(rule.group(6), rule.group(7), rule.group(8));
            boolean downlink = rule.group(1).equals("out");
            return Optional.of(new PacketFilter(protocol(rule.group(2)), downlink ? from : to, downlink ? to : from));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int protocol(String name) {
        return switch (name) {
            case "ip" -> 0;
            case "icmp" -> 1;
            case "tcp" -> 6;
            case "udp" -> 17;
            default -> Integer.parseInt(name);
        };
    }

    /** Returns the filter in words. */
    @Override
    public String toString() {
        return "protocol " + (protocol == 0 ? "any" : protocol) + " to " + server;
    }

    boolean matches(Packet packet) {
        return (protocol == 0 || protocol == packet.protocol())
                && server.holds(packet.destination(), packet.destinationPort())
                && ue.holds(packet.ue(), packet.sourcePort());
    }

    /** Tells whether any packet of this UE may match. */
    boolean isAbout(String address) {
        return ue.holds(address, ue.first);
    }

    /** Returns how narrow the filter is: fixed bits of the server's address, then ports, then protocol. */
    int specificity() {
        return server.bits * 4 + (server.first > 0 ? 2 : 0) + (protocol == 0 ? 0 : 1);
    }

    /** One side; {@code bits} of -1 stand for a keyword, {@code first} of 0 for all ports. */
    record Side(int bits, BigInteger address, int width, int first, int last) {

        static Side of(String address, @Nullable String first, @Nullable String last) {
            int low = first == null ? 0 : Integer.parseInt(first);
            int high = last == null ? low : Integer.parseInt(last);
            if (address.equals("any") || address.equals("assigned")) {
                return new Side(0, BigInteger.ZERO, 0, low, high);
            }
            int slash = address.indexOf('/');
            byte[] raw = IpText.bytes(slash < 0 ? address : address.substring(0, slash));
            int width = raw.length * 8;
            int bits = slash < 0 ? width : Integer.parseInt(address.substring(slash + 1));
            if (bits > width) {
                throw new IllegalArgumentException(address);
            }
            return new Side(bits, new BigInteger(1, raw), width, low, high);
        }

        /** Returns all ports of an address or a prefix. */
        static Side of(String range) {
            return of(range, null, null);
        }

        boolean holds(String other, int port) {
            if (first > 0 && (port < first || port > last)) {
                return false;
            }
            if (width == 0) {
                return true;
            }
            byte[] raw = IpText.bytes(other);
            return raw.length * 8 == width
                    && new BigInteger(1, raw).shiftRight(width - bits).equals(address.shiftRight(width - bits));
        }

        @Override
        public String toString() {
            String ports = first == 0 ? "" : " port " + first + (last == first ? "" : "-" + last);
            return (width == 0 ? "any" : text() + "/" + bits) + ports;
        }

        private String text() {
            byte[] raw = address.toByteArray();
            byte[] full = new byte[width / 8];
            for (int i = 1; i <= Math.min(full.length, raw.length); i++) {
                full[full.length - i] = raw[raw.length - i];
            }
            return IpText.print(full);
        }
    }
}
