package io.telcofactory.opennebula.backend.render;

/** What a tenant tells others: ids of the objects that it is made of. */
public final class TenantOutputs {
    /** The anchor document. */
    public static final String ID = "id";

    public static final String GROUP = "group";
    public static final String VDC = "vdc";
    public static final String USER = "user";

    private TenantOutputs() {}
}
