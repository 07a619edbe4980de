package io.telcofactory.api.network;

import java.math.BigInteger;

/**
 * An IPv4 or IPv6 address. Addresses of one family are ordered by their numbers, those of IPv4 stand before those of IPv6.
 *
 * @since 0.1
 */
public sealed interface IpAddress extends Comparable<IpAddress> permits Ipv4, Ipv6 {

    /**
     * Reads an address of either family.
     *
     * @param text for example {@code 10.60.0.1} or {@code 2001:db8::1}
     * @return the address
     * @throws IllegalArgumentException if the text is neither
     */
    static IpAddress parse(String text) {
        return text.indexOf(':') < 0 ? Ipv4.parse(text) : Ipv6.parse(text);
    }

    /**
     * Returns how many bits the family has.
     *
     * @return 32 for IPv4, 128 for IPv6
     */
    int width();

    /**
     * Returns the address as a number.
     *
     * @return 0 to 2<sup>{@link #width() width}</sup> - 1
     */
    BigInteger number();

    /**
     * Returns the address some places further.
     *
     * @param distance how many places, may be negative
     * @return an address of the same family
     * @throws IllegalArgumentException if there is none
     */
    IpAddress plus(long distance);

    /**
     * Tells the family.
     *
     * @return true for IPv6
     */
    default boolean isIpv6() {
        return this instanceof Ipv6;
    }

    @Override
    default int compareTo(IpAddress other) {
        int byFamily = Integer.compare(width(), other.width());
        return byFamily != 0 ? byFamily : number().compareTo(other.number());
    }
}
