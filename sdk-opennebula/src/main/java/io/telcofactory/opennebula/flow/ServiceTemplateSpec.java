package io.telcofactory.opennebula.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * Describes a service template, checked as far as the server does not.
 *
 * @since 0.1
 */
public final class ServiceTemplateSpec {
    private final FlowNode.Builder node = FlowNode.object();
    private final List<FlowNode> roles = new ArrayList<>();

    private ServiceTemplateSpec(String name) {
        node.put("name", name);
        straight(false);
    }

    /**
     * Starts a description: all roles together, no role yet.
     *
     * @param name may repeat
     * @return the description
     */
    public static ServiceTemplateSpec named(String name) {
        return new ServiceTemplateSpec(name);
    }

    /**
     * Sets whether roles start in the order of their parents.
     *
     * @param ordered false starts all together
     * @return this
     */
    public ServiceTemplateSpec straight(boolean ordered) {
        node.put("deployment", ordered ? "straight" : "none");
        return this;
    }

    /**
     * Sets whether a VM counts as running only when it says {@code READY} itself.
     *
     * @param gate default false
     * @return this
     */
    public ServiceTemplateSpec readyGate(boolean gate) {
        node.put("ready_status_gate", gate);
        return this;
    }

    /**
     * Sets what the service is for.
     *
     * @param text any text
     * @return this
     */
    public ServiceTemplateSpec description(String text) {
        node.put("description", text);
        return this;
    }

    /**
     * Adds a role.
     *
     * @param role its description
     * @return this
     */
    public ServiceTemplateSpec role(RoleSpec role) {
        roles.add(role.toNode());
        return this;
    }

    /**
     * Sets any other key, one that OneFlow knows or an own one; own ones are kept.
     *
     * @param key its name
     * @param value as {@link FlowNode.Builder#put} takes it
     * @return this
     */
    public ServiceTemplateSpec set(String key, Object value) {
        node.put(key, value);
        return this;
    }

    /**
     * Makes the body to send.
     *
     * @return the JSON object
     */
    public FlowNode toNode() {
        return node.put("roles", roles).build();
    }
}
