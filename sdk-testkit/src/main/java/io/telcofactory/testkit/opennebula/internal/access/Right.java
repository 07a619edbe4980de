package io.telcofactory.testkit.opennebula.internal.access;

/** What a caller wants to do with an object. */
public enum Right {
    USE(1, 0),
    MANAGE(2, 1),
    ADMIN(4, 2),
    CREATE(8, -1);

    private final int aclBit;
    private final int permissionBit;

    Right(int aclBit, int permissionBit) {
        this.aclBit = aclBit;
        this.permissionBit = permissionBit;
    }

    /** The place among the three bits of owner, group or others; -1 for CREATE. */
    int permissionBit() {
        return permissionBit;
    }

    public int aclBit() {
        return aclBit;
    }
}
