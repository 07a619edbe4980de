package io.telcofactory.api.network;

import io.telcofactory.api.internal.Checks;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * A range of IPv4 or IPv6 addresses in prefix notation; the bits after the prefix are zero.
 *
 * @param base first address of the range
 * @param prefix number of fixed bits, 0 to 32 for IPv4, 0 to 128 for IPv6
 * @since 0.1
 */
public record Cidr(IpAddress base, int prefix) implements Comparable<Cidr> {
    private static final Pattern LENGTH = Pattern.compile("\\d{1,3}");

    /** Checks prefix and host bits. */
    public Cidr {
        Checks.range("prefix length", prefix, 0, base.width());
        IpAddress network = truncate(base, prefix);
        Checks.require(
                network.equals(base),
                base + "/" + prefix,
                "IP range",
                "has bits set after its prefix; did you mean " + network + "/" + prefix + "?");
    }

    /**
     * Reads an address and a prefix length.
     *
     * @param text for example {@code 10.60.0.0/24} or {@code 2001:db8::/64}
     * @return the range
     * @throws IllegalArgumentException if the text has another shape or bits are set after the prefix
     */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        Checks.require(
                slash > 0 && LENGTH.matcher(text.substring(slash + 1)).matches(),
                text,
                "IP range",
                "must look like 10.60.0.0/24 or 2001:db8::/64");
        return new Cidr(IpAddress.parse(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    /**
     * Returns the mask.
     *
     * @return for example {@code 255.255.255.0}
     */
    public IpAddress mask() {
        int free = base.width() - prefix;
        return like(
                base, BigInteger.ONE.shiftLeft(prefix).subtract(BigInteger.ONE).shiftLeft(free));
    }

    /**
     * Returns the last address.
     *
     * @return for IPv4 the broadcast address of the range
     */
    public IpAddress last() {
        return like(base, base.number().add(size()).subtract(BigInteger.ONE));
    }

    /**
     * Returns how many addresses there are.
     *
     * @return a power of 2
     */
    public BigInteger size() {
        return BigInteger.ONE.shiftLeft(base.width() - prefix);
    }

    /**
     * Tells whether the range is one of IPv6 addresses.
     *
     * @return false for IPv4
     */
    public boolean isIpv6() {
        return base.isIpv6();
    }

    /**
     * Tells whether an address lies in the range.
     *
     * @param address any address
     * @return true if it does; false for one of the other family
     */
    public boolean contains(IpAddress address) {
        return address.width() == base.width() && truncate(address, prefix).equals(base);
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

    private static IpAddress truncate(IpAddress address, int prefix) {
        int free = address.width() - prefix;
        return like(address, address.number().shiftRight(free).shiftLeft(free));
    }

    private static IpAddress like(IpAddress family, BigInteger number) {
        return family.isIpv6() ? new Ipv6(number) : new Ipv4(number.longValueExact());
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
