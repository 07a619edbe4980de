package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.service.Instances;
import io.telcofactory.api.service.Readiness;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.service.Shutdown;
import io.telcofactory.api.service.Workload;
import io.telcofactory.opennebula.flow.FlowNode;
import io.telcofactory.opennebula.flow.RoleSpec;
import io.telcofactory.opennebula.flow.ServiceRole;
import io.telcofactory.opennebula.flow.ServiceTemplateSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * A OneFlow service as fields: what holds for its whole life. The number of instances is not among them, it lives its own life in the
 * service that runs. Cooldown is always given: without it each scaling blocks the service for five minutes.
 *
 * @param readiness when an instance counts as ready
 * @param cooldown rest after a scaling
 * @param dependencies role to the roles that must be ready before, for roles that have any
 * @param shutdowns role to the server's word for how its machines end, for roles that say
 */
public record ServiceForm(
        Readiness readiness, String cooldown, Map<String, String> dependencies, Map<String, String> shutdowns) {
    private static final String SHUTDOWN = "shutdown_action";

    /** The form of a value. */
    public static ServiceForm of(Workload service) {
        Map<String, String> dependencies = new LinkedHashMap<>();
        service.roles().stream()
                .filter(role -> !role.dependsOn().isEmpty())
                .forEach(role -> dependencies.put(role.name(), ServiceRendering.dependencies(role.dependsOn())));
        Map<String, String> shutdowns = new LinkedHashMap<>();
        service.roles().forEach(role -> role.shutdown().ifPresent(way -> shutdowns.put(role.name(), action(way))));
        return new ServiceForm(service.readiness(), seconds(service.cooldown().toSeconds()), dependencies, shutdowns);
    }

    /** The form of the body of a service template. */
    public static ServiceForm of(FlowNode body) {
        Map<String, String> dependencies = new LinkedHashMap<>();
        Map<String, String> shutdowns = new LinkedHashMap<>();
        String cooldown = "the server's default";
        for (FlowNode role : body.items("roles")) {
            List<String> parents =
                    role.texts("parents").stream().map(FlowNames::fromFlow).toList();
            if (!parents.isEmpty()) {
                dependencies.put(
                        FlowNames.fromFlow(role.text("name").orElse("")), ServiceRendering.dependencies(parents));
            }
            role.text(SHUTDOWN)
                    .ifPresent(action ->
                            shutdowns.put(FlowNames.fromFlow(role.text("name").orElse("")), action));
            if (role.whole("cooldown").isPresent()) {
                cooldown = seconds(role.whole("cooldown").getAsLong());
            }
        }
        Readiness readiness = body.flag("ready_status_gate") ? Readiness.REPORTED : Readiness.RUNNING;
        return new ServiceForm(readiness, cooldown, dependencies, shutdowns);
    }

    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(ServiceRendering.READINESS, readiness.name().toLowerCase(Locale.ROOT));
        fields.put(ServiceRendering.COOLDOWN, cooldown);
        dependencies.forEach((role, parents) -> fields.put(ServiceRendering.prefix(role) + "dependsOn", parents));
        shutdowns.forEach((role, action) -> fields.put(ServiceRendering.prefix(role) + "shutdown", action));
        return fields;
    }

    /**
     * The body of a service template.
     *
     * @param name its native name
     * @param stamp which each service made from it carries too
     * @param templates tells the id of the VM template of a role
     */
    public static FlowNode body(Workload service, String name, String stamp, ToIntFunction<String> templates) {
        ServiceTemplateSpec body = ServiceTemplateSpec.named(name)
                .straight(true)
                .readyGate(service.readiness() == Readiness.REPORTED)
                .set(Stamps.ATTRIBUTE, stamp);
        for (Role role : service.roles()) {
            RoleSpec spec = RoleSpec.vm(FlowNames.toFlow(role.name()), templates.applyAsInt(role.name()))
                    .cardinality(role.instances().min())
                    .cooldown(service.cooldown())
                    .parents(role.dependsOn().stream()
                            .sorted()
                            .map(FlowNames::toFlow)
                            .toList());
            role.shutdown().ifPresent(way -> spec.set(SHUTDOWN, action(way)));
            if (!role.instances().fixed()) {
                spec.bounds(role.instances().min(), role.instances().max());
            }
            if (!role.scaling().isEmpty()) {
                spec.set(ScalingForm.ELASTICITY, ScalingForm.elasticity(role, service.cooldown()));
            }
            if (!role.schedules().isEmpty()) {
                spec.set(ScalingForm.SCHEDULED, ScalingForm.schedules(role));
            }
            body.role(spec);
        }
        return body.toNode();
    }

    /** Everything in the body of a service template that is ours, in one text, in which equal means equal. */
    public static String digest(FlowNode body) {
        StringBuilder text = new StringBuilder();
        for (String key : List.of("name", "deployment", "ready_status_gate", Stamps.ATTRIBUTE)) {
            text.append(body.text(key).orElse("")).append('\n');
        }
        for (FlowNode role : body.items("roles")) {
            for (String key :
                    List.of("name", "template_id", "cardinality", "min_vms", "max_vms", "cooldown", SHUTDOWN)) {
                text.append(role.text(key).orElse("")).append(' ');
            }
            text.append(role.texts("parents")).append(ScalingForm.text(role)).append('\n');
        }
        return text.toString();
    }

    /** How many instances a role of a running service has: its bounds if it keeps them, else the number. */
    public static String instances(ServiceRole role) {
        int count = role.cardinality();
        int min = role.minVms().orElse(0);
        int max = role.maxVms().orElse(0);
        boolean bounded = min >= 1 && min < max && count >= min && count <= max;
        return bounded ? new Instances(min, max).toString() : Integer.toString(count);
    }

    private static String action(Shutdown way) {
        return way == Shutdown.HARD ? "terminate-hard" : "terminate";
    }

    private static String seconds(long count) {
        return count + " s";
    }
}
