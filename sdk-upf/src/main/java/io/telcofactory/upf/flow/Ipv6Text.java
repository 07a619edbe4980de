package io.telcofactory.upf.flow;

import java.util.Arrays;

/** IPv6 addresses as RFC 4291 reads and RFC 5952 writes them; without zones and embedded IPv4. */
final class Ipv6Text {
    private static final int GROUPS = 8;

    private Ipv6Text() {}

    /** Returns the upper and the lower 64 bits. */
    static long[] parse(String text) {
        int gap = text.indexOf("::");
        int[] groups;
        if (gap < 0) {
            groups = groups(text, text);
            if (groups.length != GROUPS) {
                throw malformed(text);
            }
        } else {
            int[] head = groups(text.substring(0, gap), text);
            int[] tail = groups(text.substring(gap + 2), text);
            if (head.length + tail.length >= GROUPS) {
                throw malformed(text);
            }
            groups = Arrays.copyOf(head, GROUPS);
            System.arraycopy(tail, 0, groups, GROUPS - tail.length, tail.length);
        }
        return new long[] {word(groups, 0), word(groups, 4)};
    }

    private static int[] groups(String part, String whole) {
        if (part.isEmpty()) {
            return new int[0];
        }
        String[] texts = part.split(":", -1);
        int[] groups = new int[texts.length];
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].matches("[0-9a-fA-F]{1,4}")) {
                throw malformed(whole);
            }
            groups[i] = Integer.parseInt(texts[i], 16);
        }
        return groups;
    }

    private static long word(int[] groups, int from) {
        long word = 0;
        for (int i = from; i < from + 4; i++) {
            word = word << 16 | groups[i];
        }
        return word;
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException("address = '" + text + "' must be an IPv4 or IPv6 address");
    }

    static String print(long high, long low) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < 4; i++) {
            groups[i] = (int) (high >>> (48 - 16 * i) & 0xFFFF);
            groups[i + 4] = (int) (low >>> (48 - 16 * i) & 0xFFFF);
        }
        int start = longestZeroRun(groups);
        if (start < 0) {
            return join(groups, 0, GROUPS);
        }
        int end = start;
        while (end < GROUPS && groups[end] == 0) {
            end++;
        }
        return join(groups, 0, start) + "::" + join(groups, end, GROUPS);
    }

    /** Returns where the first longest run of at least two zero groups begins, or -1. */
    private static int longestZeroRun(int[] groups) {
        int best = -1;
        int bestLength = 1;
        int run = 0;
        for (int i = 0; i < GROUPS; i++) {
            run = groups[i] == 0 ? run + 1 : 0;
            if (run > bestLength) {
                bestLength = run;
                best = i - run + 1;
            }
        }
        return best;
    }

    private static String join(int[] groups, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i > from ? ":" : "").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
