package io.telcofactory.testkit.opennebula.internal.access;

import io.telcofactory.testkit.opennebula.internal.template.Xml;

/** The nine permission bits of an object: owner, group and others by USE, MANAGE and ADMIN. */
public final class Permissions {

    private static final String[] NAMES = {
        "OWNER_U", "OWNER_M", "OWNER_A", "GROUP_U", "GROUP_M", "GROUP_A", "OTHER_U", "OTHER_M", "OTHER_A"
    };

    private final boolean[] bits = new boolean[9];

    /** Creates permissions from the octal digits that {@code chmod} takes, such as {@code 600}. */
    public static Permissions octal(String digits) {
        Permissions permissions = new Permissions();
        for (int who = 0; who < 3; who++) {
            int digit = Character.digit(digits.charAt(who), 8);
            for (int what = 0; what < 3; what++) {
                permissions.bits[3 * who + what] = (digit >> (2 - what) & 1) == 1;
            }
        }
        return permissions;
    }

    /** Applies nine flags: 1 sets, 0 clears, -1 keeps. */
    public void change(int[] flags) {
        for (int i = 0; i < bits.length; i++) {
            if (flags[i] >= 0) {
                bits[i] = flags[i] == 1;
            }
        }
    }

    public boolean owner(Right right) {
        return right != Right.CREATE && bits[right.permissionBit()];
    }

    public boolean group(Right right) {
        return right != Right.CREATE && bits[3 + right.permissionBit()];
    }

    public boolean other(Right right) {
        return right != Right.CREATE && bits[6 + right.permissionBit()];
    }

    Permissions copy() {
        Permissions copy = new Permissions();
        System.arraycopy(bits, 0, copy.bits, 0, bits.length);
        return copy;
    }

    public void writeTo(Xml xml) {
        xml.open("PERMISSIONS");
        for (int i = 0; i < bits.length; i++) {
            xml.text(NAMES[i], bits[i] ? 1 : 0);
        }
        xml.close("PERMISSIONS");
    }

    public String bit(int index) {
        return bits[index] ? "1" : "0";
    }

    public static String name(int index) {
        return NAMES[index];
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bits.length; i++) {
            text.append(bits[i] ? "uma".charAt(i % 3) : '-');
        }
        return text.toString();
    }
}
