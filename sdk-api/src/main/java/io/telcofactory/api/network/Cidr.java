package io.telcofactory.api.network;

import io.telcofactory.api.internal.Checks;

/**
 * An IPv4 range in prefix notation; the bits after the prefix are zero.
 *
 * @param base first address of the range
 * @param prefix number of fixed bits, 0 to 32
 * @since 0.1
 */
public record Cidr(Ipv4 base, int prefix) implements Comparable<Cidr> {

    /** Checks prefix and host bits. */
    public Cidr {
        Checks.range("prefix length", prefix, 0, 32);
        Checks.require(
                (base.bits() & ~maskBits(prefix) & 0xFFFFFFFFL) == 0,
                base + "/" + prefix,
                "IP range",
                "has bits set after its prefix; did you mean " + new Ipv4(base.bits() & maskBits(prefix)) + "/" + prefix
                        + "?");
    }

    /**
     * Reads an address and a prefix length.
     *
     * @param text for example {@code 10.60.0.0/24}
     * @return the range
     * @throws IllegalArgumentException if the text has another shape or bits are set after the prefix
     */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        Checks.require(
                slash > 0 && text.substring(slash + 1).matches("\\d{1,2}"),
                text,
                "IP range",
                "must look like 10.60.0.0/24");
        return new Cidr(Ipv4.parse(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    /**
     * Returns the mask.
     *
     * @return for example {@code 255.255.255.0}
     */
    public Ipv4 mask() {
        return new Ipv4(maskBits(prefix));
    }

    /**
     * Returns the last address.
     *
     * @return the broadcast address of the range
     */
    public Ipv4 last() {
        return base.plus((1L << (32 - prefix)) - 1);
    }

    /**
     * Tells whether an address lies in the range.
     *
     * @param address any address
     * @return true if it does
     */
    public boolean contains(Ipv4 address) {
        return (address.bits() & maskBits(prefix)) == base.bits();
    }

    /**
     * Tells whether the ranges share an address.
     *
     * @param other any range
     * @return true if they do
     */
    public boolean overlaps(Cidr other) {
        return contains(other.base) || other.contains(base);
    }

    private static long maskBits(int prefix) {
        return prefix == 0 ? 0 : (0xFFFFFFFFL << (32 - prefix)) & 0xFFFFFFFFL;
    }

    @Override
    public int compareTo(Cidr other) {
        int byBase = base.compareTo(other.base);
        return byBase != 0 ? byBase : Integer.compare(prefix, other.prefix);
    }

    /** Returns the prefix notation. */
    @Override
    public String toString() {
        return base + "/" + prefix;
    }
}
