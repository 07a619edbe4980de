package io.telcofactory.opennebula.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Gives the same String for the same bytes: a pool has a million elements, but some three hundred names. One cache serves the whole
 * process, two entries a slot, of which a third name replaces the older one, so that it never grows. Threads: safe without locks,
 * since entries are immutable and a lost one is only made again.
 */
final class NameCache {
    private static final int SLOTS = 2048;
    private static final @Nullable Entry[] ENTRIES = new Entry[2 * SLOTS];

    private NameCache() {}

    /** A name as sent and as read. Its fields being final, another thread never finds half of it. */
    private record Entry(byte[] utf8, String name) {}

    static String name(byte[] buffer, int from, int to, int hash) {
        int slot = 2 * ((hash ^ (hash >>> 15)) & (SLOTS - 1));
        Entry first = ENTRIES[slot];
        if (first != null && Arrays.equals(first.utf8, 0, first.utf8.length, buffer, from, to)) {
            return first.name;
        }
        Entry second = ENTRIES[slot + 1];
        if (second != null && Arrays.equals(second.utf8, 0, second.utf8.length, buffer, from, to)) {
            return second.name;
        }
        Entry made = new Entry(
                Arrays.copyOfRange(buffer, from, to), new String(buffer, from, to - from, StandardCharsets.UTF_8));
        ENTRIES[slot + 1] = first;
        ENTRIES[slot] = made;
        return made.name;
    }
}
