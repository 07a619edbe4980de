package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Who may use (4), manage (2) and administer (1) an object: owner, group, others, as three octal digits.
 *
 * @param owner 0 to 7
 * @param group 0 to 7
 * @param other 0 to 7
 * @since 0.1
 */
public record Permissions(int owner, int group, int other) implements WireArgument {

    /** Refuses what are no octal digits. */
    public Permissions {
        for (int digit : new int[] {owner, group, other}) {
            if (digit < 0 || digit > 7) {
                throw new IllegalArgumentException("Permissions are three octal digits, one was " + digit);
            }
        }
    }

    /**
     * Reads the usual short form.
     *
     * @param octal for example {@code 640}
     * @return the permissions
     */
    public static Permissions ofOctal(String octal) {
        if (!octal.matches("[0-7]{3}")) {
            throw new IllegalArgumentException("Permissions are three octal digits like 640, were '" + octal + "'");
        }
        return new Permissions(octal.charAt(0) - '0', octal.charAt(1) - '0', octal.charAt(2) - '0');
    }

    static Permissions of(XmlNode object) {
        return new Permissions(
                digit(object, "PERMISSIONS/OWNER_"),
                digit(object, "PERMISSIONS/GROUP_"),
                digit(object, "PERMISSIONS/OTHER_"));
    }

    private static int digit(XmlNode object, String prefix) {
        int use = object.flag(prefix + 'U') ? 4 : 0;
        int manage = object.flag(prefix + 'M') ? 2 : 0;
        int admin = object.flag(prefix + 'A') ? 1 : 0;
        return use + manage + admin;
    }

    /**
     * Returns the usual short form.
     *
     * @return for example {@code 640}
     */
    public String octal() {
        return "" + owner + group + other;
    }

    @Override
    public List<Object> wireValues() {
        List<Object> bits = new ArrayList<>(9);
        for (int digit : new int[] {owner, group, other}) {
            bits.add(digit >> 2 & 1);
            bits.add(digit >> 1 & 1);
            bits.add(digit & 1);
        }
        return bits;
    }
}
