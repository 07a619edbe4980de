package io.telcofactory.upf.flow;

/**
 * A range of IPv4 or IPv6 addresses that share their leading bits. Host bits are always zero.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @since 0.1
 */
public final class IpPrefix implements FlowAddress, Comparable<IpPrefix> {
    private static final int V4_BITS = 32;
    private static final int V6_BITS = 128;

    /** Spreads the leading bits, in which prefixes differ, over a hash; 2^64 by the golden ratio. */
    private static final long MIXER = 0x9E37_79B9_7F4A_7C15L;

    private final boolean v6;
    private final long high;
    private final long low;
    private final int length;

    private IpPrefix(boolean v6, long high, long low, int length) {
        this.v6 = v6;
        this.high = high;
        this.low = low;
        this.length = length;
    }

    /**
     * Reads {@code 10.60.0.0/24}, {@code 2001:db8::/32} or a single address.
     *
     * @param text address and optional prefix length
     * @return the prefix; all bits of it for a single address
     * @throws IllegalArgumentException if it is no address, the length does not fit, or host bits are set
     */
    public static IpPrefix parse(String text) {
        IpPrefix asWritten = read(text);
        IpPrefix network = asWritten.truncated(asWritten.length);
        if (network.high != asWritten.high || network.low != asWritten.low) {
            throw new IllegalArgumentException("address = '" + text + "' has host bits set: write " + network);
        }
        return network;
    }

    /**
     * Reads like {@link #parse} and clears host bits instead of refusing them.
     *
     * @param text address and optional prefix length
     * @return the prefix around it
     * @throws IllegalArgumentException if it is no address or the length does not fit
     */
    public static IpPrefix around(String text) {
        IpPrefix asWritten = read(text);
        return asWritten.truncated(asWritten.length);
    }

    /**
     * Reads one IPv4 address.
     *
     * @param text dotted decimal, without a length
     * @return the prefix with all bits of it
     * @throws IllegalArgumentException if it is anything else
     */
    public static IpPrefix oneV4(String text) {
        return one(text, false);
    }

    /**
     * Reads one IPv6 address.
     *
     * @param text an address, without a length
     * @return the prefix with all bits of it
     * @throws IllegalArgumentException if it is anything else
     */
    public static IpPrefix oneV6(String text) {
        return one(text, true);
    }

    private static IpPrefix one(String text, boolean v6) {
        IpPrefix address = parse(text);
        if (address.v6 != v6 || text.indexOf('/') >= 0) {
            throw new IllegalArgumentException(
                    "address = '" + text + "' must be one " + (v6 ? "IPv6" : "IPv4") + " address");
        }
        return address;
    }

    private static IpPrefix read(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        boolean v6 = address.indexOf(':') >= 0;
        int bits = v6 ? V6_BITS : V4_BITS;
        int length = slash < 0 ? bits : length(text.substring(slash + 1), bits, text);
        long[] words = v6 ? Ipv6Text.parse(address) : new long[] {0, Ipv4Text.parse(address)};
        return new IpPrefix(v6, words[0], words[1], length);
    }

    private static int length(String digits, int bits, String text) {
        if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) > bits) {
            throw new IllegalArgumentException("address = '" + text + "' must have a prefix length of 0 to " + bits);
        }
        return Integer.parseInt(digits);
    }

    /**
     * Tells the family.
     *
     * @return true for IPv6, false for IPv4
     */
    public boolean isV6() {
        return v6;
    }

    /**
     * Returns how many leading bits are fixed.
     *
     * @return 0 to 32 for IPv4, 0 to 128 for IPv6
     */
    public int length() {
        return length;
    }

    /**
     * Tells whether it is one address.
     *
     * @return true if all bits are fixed
     */
    public boolean isSingle() {
        return length == (v6 ? V6_BITS : V4_BITS);
    }

    /**
     * Returns a wider prefix around this one.
     *
     * @param bits leading bits to keep, not more than {@link #length()}
     * @return the wider prefix
     */
    public IpPrefix truncated(int bits) {
        if (bits < 0 || bits > length) {
            throw new IllegalArgumentException("bits = '" + bits + "' must be 0 to " + length + " for " + this);
        }
        if (!v6) {
            return new IpPrefix(false, 0, bits == 0 ? 0 : low & (-1L << (V4_BITS - bits)) & 0xFFFF_FFFFL, bits);
        }
        long keptHigh = bits >= 64 ? high : bits == 0 ? 0 : high & (-1L << (64 - bits));
        long keptLow = bits == V6_BITS ? low : bits <= 64 ? 0 : low & (-1L << (V6_BITS - bits));
        return new IpPrefix(true, keptHigh, keptLow, bits);
    }

    /** Returns the last address in it, which no prefix within this one comes after. */
    IpPrefix last() {
        int host = (v6 ? V6_BITS : V4_BITS) - length;
        if (!v6) {
            return new IpPrefix(false, 0, low | ((1L << host) - 1), V4_BITS);
        }
        long lastHigh = host <= 64 ? high : high | ((host == V6_BITS ? 0 : 1L << (host - 64)) - 1);
        long lastLow = host >= 64 ? -1L : low | ((1L << host) - 1);
        return new IpPrefix(true, lastHigh, lastLow, V6_BITS);
    }

    /**
     * Tells whether every address of the other prefix lies in this one.
     *
     * @param other the other prefix
     * @return true if it does; false when the families differ
     */
    public boolean contains(IpPrefix other) {
        if (v6 != other.v6 || other.length < length) {
            return false;
        }
        IpPrefix wide = other.truncated(length);
        return wide.high == high && wide.low == low;
    }

    /**
     * Tells whether any address lies in both prefixes.
     *
     * @param other the other prefix
     * @return true if one contains the other
     */
    public boolean overlaps(IpPrefix other) {
        return contains(other) || other.contains(this);
    }

    /** Orders by family, address and then length, so that a prefix stands before those it contains. */
    @Override
    public int compareTo(IpPrefix other) {
        int families = Boolean.compare(v6, other.v6);
        if (families != 0) {
            return families;
        }
        int highs = Long.compareUnsigned(high, other.high);
        if (highs != 0) {
            return highs;
        }
        int lows = Long.compareUnsigned(low, other.low);
        return lows != 0 ? lows : Integer.compare(length, other.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpPrefix that
                && v6 == that.v6
                && high == that.high
                && low == that.low
                && length == that.length;
    }

    @Override
    public int hashCode() {
        long mixed = (high * 31 + low) * MIXER;
        return (int) (mixed >>> 32) * 31 + length;
    }

    /**
     * Returns the first address without the length.
     *
     * @return dotted decimal, or the canonical form of RFC 5952
     */
    public String address() {
        return v6 ? Ipv6Text.print(high, low) : Ipv4Text.print(low);
    }

    /** Returns address and length, the length also for a single address. */
    @Override
    public String toString() {
        return address() + "/" + length;
    }
}
