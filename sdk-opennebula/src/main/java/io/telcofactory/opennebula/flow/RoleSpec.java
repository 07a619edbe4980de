package io.telcofactory.opennebula.flow;

import io.telcofactory.opennebula.model.OneTemplate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Describes a role of a service template.
 *
 * @since 0.1
 */
public final class RoleSpec {
    private final FlowNode.Builder node = FlowNode.object();
    private final List<FlowNode> elasticity = new ArrayList<>();
    private final List<FlowNode> schedules = new ArrayList<>();

    private RoleSpec(String name, int templateId) {
        if (!name.matches("\\w+")) {
            throw new IllegalArgumentException(
                    "The name of a role has letters, digits and underscores only, was '" + name + "'");
        }
        node.put("name", name).put("type", "vm").put("template_id", templateId).put("cardinality", 1);
    }

    /**
     * Starts a role of one VM.
     *
     * @param name letters, digits and underscores
     * @param templateId the VM template
     * @return the description
     */
    public static RoleSpec vm(String name, int templateId) {
        return new RoleSpec(name, templateId);
    }

    /**
     * Sets how many VMs there are at first.
     *
     * @param count 0 or more; default 1
     * @return this
     */
    public RoleSpec cardinality(int count) {
        node.put("cardinality", count);
        return this;
    }

    /**
     * Sets the bounds of scaling.
     *
     * @param min 0 or more
     * @param max not below {@code min}
     * @return this
     */
    public RoleSpec bounds(int min, int max) {
        if (min < 0 || max < min) {
            throw new IllegalArgumentException("Bounds are 0 <= min <= max, were " + min + " and " + max);
        }
        node.put("min_vms", min).put("max_vms", max);
        return this;
    }

    /**
     * Sets the roles that must run first.
     *
     * @param names of other roles
     * @return this
     */
    public RoleSpec parents(List<String> names) {
        if (!names.isEmpty()) {
            node.put("parents", names);
        }
        return this;
    }

    /**
     * Sets how long the role rests after scaling. Without it the server takes 300 seconds.
     *
     * @param rest to the second
     * @return this
     */
    public RoleSpec cooldown(Duration rest) {
        node.put("cooldown", rest.toSeconds());
        return this;
    }

    /**
     * Sets attributes added to those of the VM template.
     *
     * @param contents for example NICs whose {@code NETWORK_ID} is {@code $Public}
     * @return this
     */
    public RoleSpec templateContents(OneTemplate contents) {
        if (!contents.isEmpty()) {
            node.put("template_contents", contents);
        }
        return this;
    }

    /**
     * Adds a policy that scales by metrics. The expression has no precedence: use parentheses. A metric that no VM reports makes it
     * false for ever.
     *
     * @param expression for example {@code REQUESTS_WAITING > 8}
     * @param adjust VMs to add, or to remove when negative
     * @param periods how many evaluations in a row must be true
     * @param period pause between these evaluations, to the second
     * @param cooldown rest after scaling, to the second
     * @return this
     */
    public RoleSpec scaleWhen(String expression, int adjust, int periods, Duration period, Duration cooldown) {
        elasticity.add(FlowNode.object()
                .put("type", "CHANGE")
                .put("adjust", adjust)
                .put("expression", expression)
                .put("period_number", periods)
                .put("period", period.toSeconds())
                .put("cooldown", cooldown.toSeconds())
                .build());
        return this;
    }

    /**
     * Adds a policy that sets the number of VMs at certain times.
     *
     * @param recurrence a cron expression, for example {@code 0 3 * * *}
     * @param cardinality how many VMs there are then
     * @return this
     */
    public RoleSpec scaleAt(String recurrence, int cardinality) {
        schedules.add(FlowNode.object()
                .put("type", "CARDINALITY")
                .put("adjust", cardinality)
                .put("recurrence", recurrence)
                .build());
        return this;
    }

    /**
     * Sets any other key, one that OneFlow knows or an own one.
     *
     * @param key its name
     * @param value as {@link FlowNode.Builder#put} takes it
     * @return this
     */
    public RoleSpec set(String key, Object value) {
        node.put(key, value);
        return this;
    }

    /**
     * Makes the role to send.
     *
     * @return the JSON object
     */
    public FlowNode toNode() {
        if (!elasticity.isEmpty()) {
            node.put("elasticity_policies", elasticity);
        }
        if (!schedules.isEmpty()) {
            node.put("scheduled_policies", schedules);
        }
        return node.build();
    }
}
