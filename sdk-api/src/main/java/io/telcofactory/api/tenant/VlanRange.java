package io.telcofactory.api.tenant;

import io.telcofactory.api.internal.Checks;

/**
 * A range of VLAN ids that a tenant's networks may take, printed {@code 100-199} or {@code 500}.
 *
 * @param first smallest id, 1 to 4094
 * @param last largest id, not smaller
 * @since 0.1
 */
public record VlanRange(int first, int last) {
    private static final int LARGEST = 4094;

    /** Checks both ends. */
    public VlanRange {
        Checks.range("vlans.first", first, 1, LARGEST);
        Checks.range("vlans.last", last, first, LARGEST);
    }

    /**
     * Reads the printed form.
     *
     * @param text {@code 100-199} or {@code 500}
     * @return the range
     */
    public static VlanRange parse(String text) {
        String[] ends = text.split("-", -1);
        Checks.require(
                ends.length <= 2 && text.matches("\\d{1,4}(-\\d{1,4})?"),
                text,
                "vlans",
                "must look like 100-199 or 500");
        return new VlanRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
    }

    /**
     * Tells whether an id lies in the range.
     *
     * @param vlan the id
     * @return whether it does
     */
    public boolean contains(int vlan) {
        return first <= vlan && vlan <= last;
    }

    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
