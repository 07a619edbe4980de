package io.telcofactory.api.network;

import io.telcofactory.api.internal.Checks;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An IPv6 address. Source: RFC 4291 for reading, RFC 5952 for printing; without zones and embedded IPv4 addresses.
 *
 * @param number the address as a number, 0 to 2<sup>128</sup> - 1
 * @since 0.1
 */
public record Ipv6(BigInteger number) implements IpAddress {
    private static final int GROUPS = 8;
    private static final int GROUP_BITS = 16;

    /** Checks the range. */
    public Ipv6 {
        Checks.require(
                number.signum() >= 0 && number.bitLength() <= GROUPS * GROUP_BITS,
                number,
                "IPv6 address",
                "must fit in 128 bits");
    }

    /**
     * Reads an address.
     *
     * @param text groups of hexadecimal digits, zero groups may be left out once, like {@code 2001:db8::1}
     * @return the address
     * @throws IllegalArgumentException if the text has another shape
     */
    public static Ipv6 parse(String text) {
        List<String> groups = groups(text);
        Checks.require(
                groups.size() == GROUPS && groups.stream().allMatch(group -> group.matches("[0-9A-Fa-f]{1,4}")),
                text,
                "IPv6 address",
                "must be eight groups of hexadecimal digits like 2001:db8:0:0:0:0:0:1, or shortened like 2001:db8::1");
        return new Ipv6(groups.stream()
                .map(group -> new BigInteger(group, GROUP_BITS))
                .reduce(
                        BigInteger.ZERO,
                        (number, group) -> number.shiftLeft(GROUP_BITS).or(group)));
    }

    /** Splits an address and puts the zero groups back that were left out: at least one. */
    private static List<String> groups(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return split(text);
        }
        List<String> groups = new ArrayList<>(split(text.substring(0, gap)));
        List<String> tail = split(text.substring(gap + 2));
        groups.addAll(Collections.nCopies(Math.max(1, GROUPS - groups.size() - tail.size()), "0"));
        groups.addAll(tail);
        return groups;
    }

    private static List<String> split(String groups) {
        return groups.isEmpty() ? List.of() : List.of(groups.split(":", -1));
    }

    @Override
    public int width() {
        return GROUPS * GROUP_BITS;
    }

    @Override
    public Ipv6 plus(long distance) {
        return new Ipv6(number.add(BigInteger.valueOf(distance)));
    }

    /** Returns the canonical form: lower case, the longest run of at least two zero groups left out. */
    @Override
    public String toString() {
        List<Integer> groups = new ArrayList<>();
        for (int i = GROUPS - 1; i >= 0; i--) {
            groups.add(number.shiftRight(i * GROUP_BITS).intValue() & 0xFFFF);
        }
        int start = 0;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int zeros = zeros(groups, i);
            if (zeros > length) {
                start = i;
                length = zeros;
            }
        }
        return length == 1
                ? join(groups)
                : join(groups.subList(0, start)) + "::" + join(groups.subList(start + length, GROUPS));
    }

    private static int zeros(List<Integer> groups, int from) {
        int to = from;
        while (to < GROUPS && groups.get(to) == 0) {
            to++;
        }
        return to - from;
    }

    private static String join(List<Integer> groups) {
        return groups.stream().map(Integer::toHexString).collect(Collectors.joining(":"));
    }
}
