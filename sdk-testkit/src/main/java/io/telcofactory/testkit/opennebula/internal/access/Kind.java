package io.telcofactory.testkit.opennebula.internal.access;

import java.util.Locale;

/** The kinds of objects: their ACL bit, how messages call them, and how documents name them. */
public enum Kind {
    VM(0x1000000000L, "virtual machine", "VM", "VM", "VM_POOL"),
    HOST(0x2000000000L, "host", "HOST", "HOST", "HOST_POOL"),
    NET(0x4000000000L, "virtual network", "NET", "VNET", "VNET_POOL"),
    IMAGE(0x8000000000L, "image", "IMAGE", "IMAGE", "IMAGE_POOL"),
    USER(0x10000000000L, "user", "USER", "USER", "USER_POOL"),
    TEMPLATE(0x20000000000L, "virtual machine template", "TEMPLATE", "VMTEMPLATE", "VMTEMPLATE_POOL"),
    GROUP(0x40000000000L, "group", "GROUP", "GROUP", "GROUP_POOL"),
    ACL(0x80000000000L, "ACL", "ACL", "ACL", "ACL_POOL"),
    DATASTORE(0x100000000000L, "datastore", "DATASTORE", "DATASTORE", "DATASTORE_POOL"),
    CLUSTER(0x200000000000L, "cluster", "CLUSTER", "CLUSTER", "CLUSTER_POOL"),
    DOCUMENT(0x400000000000L, "document", "DOCUMENT", "DOCUMENT", "DOCUMENT_POOL"),
    ZONE(0x800000000000L, "zone", "ZONE", "ZONE", "ZONE_POOL"),
    SECGROUP(0x1000000000000L, "security group", "SecurityGroup", "SECURITY_GROUP", "SECURITY_GROUP_POOL"),
    VDC(0x2000000000000L, "VDC", "Vdc", "VDC", "VDC_POOL"),
    VROUTER(0x4000000000000L, "virtual router", "VROUTER", "VROUTER", "VROUTER_POOL"),
    MARKETPLACE(0x8000000000000L, "marketplace", "MARKETPLACE", "MARKETPLACE", "MARKETPLACE_POOL"),
    MARKETPLACEAPP(0x10000000000000L, "marketplaceapp", "MARKETPLACEAPP", "MARKETPLACEAPP", "MARKETPLACEAPP_POOL"),
    VMGROUP(0x20000000000000L, "vm group", "VMGroup", "VM_GROUP", "VM_GROUP_POOL"),
    VNTEMPLATE(0x40000000000000L, "virtual network template", "VN TEMPLATE", "VNTEMPLATE", "VNTEMPLATE_POOL"),
    HOOK(0x80000000000000L, "hook", "Hook", "HOOK", "HOOK_POOL"),
    BACKUPJOB(0x100000000000000L, "backup job", "BACKUP JOB", "BACKUPJOB", "BACKUPJOB_POOL");

    private final long aclBit;
    private final String label;
    private final String takenBy;
    private final String element;
    private final String poolElement;

    Kind(long aclBit, String label, String takenBy, String element, String poolElement) {
        this.aclBit = aclBit;
        this.label = label;
        this.takenBy = takenBy;
        this.element = element;
        this.poolElement = poolElement;
    }

    public long aclBit() {
        return aclBit;
    }

    /** As in {@code Error getting virtual machine [7].} */
    public String label() {
        return label;
    }

    /** As in {@code NAME is already taken by SecurityGroup 100.} */
    public String takenBy() {
        return takenBy;
    }

    String element() {
        return element;
    }

    public String poolElement() {
        return poolElement;
    }

    /** As in {@code one.secgroup.info}. */
    public String prefix() {
        return switch (this) {
            case NET -> "vn";
            case MARKETPLACE -> "market";
            case MARKETPLACEAPP -> "marketapp";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }
}
