package io.telcofactory.opennebula.backend.render;

/** Names of roles in OneFlow, which takes letters, digits and '_' only. Ours hold '-' but never '_', so that nothing is lost. */
public final class FlowNames {
    private FlowNames() {}

    public static String toFlow(String role) {
        return role.replace('-', '_');
    }

    public static String fromFlow(String role) {
        return role.replace('_', '-');
    }
}
