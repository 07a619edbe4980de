package io.telcofactory.opennebula.backend;

/** Names of roles in OneFlow, which takes letters, digits and '_' only. Ours hold '-' but never '_', so that nothing is lost. */
final class FlowNames {
    private FlowNames() {}

    static String toFlow(String role) {
        return role.replace('-', '_');
    }

    static String fromFlow(String role) {
        return role.replace('_', '-');
    }
}
