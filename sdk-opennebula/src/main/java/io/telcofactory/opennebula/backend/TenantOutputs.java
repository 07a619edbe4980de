package io.telcofactory.opennebula.backend;

/** What a tenant tells others: ids of the objects that it is made of. */
final class TenantOutputs {
    /** The anchor document. */
    static final String ID = "id";

    static final String GROUP = "group";
    static final String VDC = "vdc";
    static final String USER = "user";

    private TenantOutputs() {}
}
