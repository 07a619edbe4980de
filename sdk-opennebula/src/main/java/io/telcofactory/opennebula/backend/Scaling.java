package io.telcofactory.opennebula.backend;

import io.telcofactory.api.error.CapacityException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.PermissionException;
import io.telcofactory.api.service.Instances;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.service.Workload;
import io.telcofactory.opennebula.backend.render.FlowNames;
import io.telcofactory.opennebula.backend.render.ScalingForm;
import io.telcofactory.opennebula.flow.FlowNode;
import io.telcofactory.opennebula.flow.OneFlow;
import io.telcofactory.opennebula.flow.Service;
import io.telcofactory.opennebula.flow.ServiceRole;
import java.util.List;
import java.util.Optional;

/**
 * Gives the service that runs its bounds and policies, and brings the number of instances of each role within its bounds, one role after
 * the other; waits out the rests between.
 */
final class Scaling {
    private static final String SCALE = "POST /service/ID/scale";
    private static final String UPDATE = "PUT /service/ID";

    private final Job job;
    private final Workload service;
    private final TenantSessions sessions;
    private final ServiceParts parts;
    private final Steps steps;
    private final Deployment deployment;

    Scaling(
            Job job,
            Workload service,
            TenantSessions sessions,
            ServiceParts parts,
            Steps steps,
            Deployment deployment) {
        this.job = job;
        this.service = service;
        this.sessions = sessions;
        this.parts = parts;
        this.steps = steps;
        this.deployment = deployment;
    }

    void adjust() {
        if (service.roles().stream()
                .allMatch(role -> asWanted(role) && target(role).isEmpty())) {
            return;
        }
        sessions.with(job, parts.tenant(), credentials -> {
            OneFlow tenant = job.flow().as(credentials);
            settle(tenant);
            service.roles().forEach(role -> scale(tenant, role));
            return deployment.awaitUp();
        });
    }

    /** The service keeps the bounds and policies it was born with; the server would refuse what lies outside of the bounds. */
    private void settle(OneFlow tenant) {
        if (service.roles().stream().allMatch(this::asWanted)) {
            return;
        }
        Service running = deployment.awaitRunning();
        steps.until(UPDATE, () -> service.roles().stream().allMatch(this::asWanted), () -> {
            List<FlowNode> roles = running().map(Service::roles).orElse(List.of()).stream()
                    .map(this::settled)
                    .toList();
            tenant.services()
                    .update(running.id(), FlowNode.object().put("roles", roles).build());
        });
    }

    private FlowNode settled(ServiceRole role) {
        Optional<Role> found = service.roles().stream()
                .filter(wanted -> FlowNames.toFlow(wanted.name()).equals(role.name()))
                .findFirst();
        FlowNode.Builder node = role.tree().toBuilder().remove("min_vms").remove("max_vms");
        found.map(Role::instances)
                .filter(wanted -> !wanted.fixed())
                .ifPresent(wanted -> node.put("min_vms", wanted.min()).put("max_vms", wanted.max()));
        found.filter(wanted -> !scaled(role, wanted))
                .ifPresent(
                        wanted -> node.put(ScalingForm.ELASTICITY, ScalingForm.elasticity(wanted, service.cooldown()))
                                .put(ScalingForm.SCHEDULED, ScalingForm.schedules(wanted)));
        return node.build();
    }

    /** Policies that are right keep what the server counted in them. */
    private boolean scaled(ServiceRole running, Role wanted) {
        return ScalingForm.text(running.tree()).equals(ScalingForm.text(wanted, service.cooldown()));
    }

    private boolean asWanted(Role role) {
        return bounded(role) && find(role).map(running -> scaled(running, role)).orElse(true);
    }

    /** Whether the role that runs has the bounds that are wanted; a fixed number has none. */
    private boolean bounded(Role role) {
        return find(role)
                .map(found -> role.instances().fixed()
                        ? found.minVms().isEmpty() && found.maxVms().isEmpty()
                        : found.minVms().orElse(-1) == role.instances().min()
                                && found.maxVms().orElse(-1) == role.instances().max())
                .orElse(true);
    }

    private void scale(OneFlow tenant, Role role) {
        Optional<Integer> target = target(role);
        if (target.isEmpty()) {
            return;
        }
        Service running = deployment.awaitRunning();
        new Draining(job, parts).drainOldest(role, running, target.get());
        try {
            steps.until(
                    SCALE,
                    () -> target(role).isEmpty(),
                    () -> tenant.services().scale(running.id(), FlowNames.toFlow(role.name()), target.get(), false));
        } catch (CapacityException | PermissionException e) {
            throw new CapacityException(
                    ErrorContext.of(OpenNebulaBackend.NAME, SCALE, service.ref().toString()),
                    "Role '" + role.name() + "' could not be scaled to " + target.get() + ": " + e.getMessage()
                            + ". What ran before still runs; raise the tenant's quota and apply again, which retries",
                    e);
        }
        deployment.awaitRunning();
    }

    /** The nearest number within the bounds, or empty if the role has one already. */
    private Optional<Integer> target(Role role) {
        Instances wanted = role.instances();
        return find(role)
                .map(ServiceRole::cardinality)
                .filter(count -> count < wanted.min() || count > wanted.max())
                .map(count -> count < wanted.min() ? wanted.min() : wanted.max());
    }

    private Optional<ServiceRole> find(Role role) {
        return running().flatMap(found -> found.role(FlowNames.toFlow(role.name())));
    }

    private Optional<Service> running() {
        return parts.service();
    }
}
