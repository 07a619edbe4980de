package io.telcofactory.opennebula.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Gives the same String for the same bytes: a pool has a million elements, but some two hundred names. */
final class NameTable {
    private static final int MAX_KEPT = 4096;

    private byte[][] keys = new byte[1024][];
    private String[] names = new String[1024];
    private int size;

    String intern(byte[] buffer, int length, int hash) {
        int mask = keys.length - 1;
        int slot = spread(hash) & mask;
        while (keys[slot] != null) {
            byte[] key = keys[slot];
            if (key.length == length && Arrays.equals(key, 0, length, buffer, 0, length)) {
                return names[slot];
            }
            slot = (slot + 1) & mask;
        }
        String name = new String(buffer, 0, length, StandardCharsets.UTF_8);
        if (size < MAX_KEPT) {
            keys[slot] = Arrays.copyOf(buffer, length);
            names[slot] = name;
            if (++size * 2 > keys.length) {
                grow();
            }
        }
        return name;
    }

    private void grow() {
        byte[][] oldKeys = keys;
        String[] oldNames = names;
        keys = new byte[oldKeys.length * 2][];
        names = new String[oldKeys.length * 2];
        int mask = keys.length - 1;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != null) {
                int slot = spread(hash(oldKeys[i])) & mask;
                while (keys[slot] != null) {
                    slot = (slot + 1) & mask;
                }
                keys[slot] = oldKeys[i];
                names[slot] = oldNames[i];
            }
        }
    }

    private static int hash(byte[] key) {
        int hash = 0;
        for (byte b : key) {
            hash = 31 * hash + b;
        }
        return hash;
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 15);
    }
}
