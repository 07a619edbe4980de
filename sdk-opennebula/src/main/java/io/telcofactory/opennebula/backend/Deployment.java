package io.telcofactory.opennebula.backend;

import io.telcofactory.api.error.CapacityException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.PartialFailureException;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.api.service.Workload;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.backend.render.Stamps;
import io.telcofactory.opennebula.flow.FlowNode;
import io.telcofactory.opennebula.flow.OneFlow;
import io.telcofactory.opennebula.flow.Service;
import io.telcofactory.opennebula.flow.ServiceState;
import io.telcofactory.opennebula.model.Vm;
import java.util.List;
import java.util.Optional;

/** Brings a OneFlow service up, from whatever state it is in. It is started in the tenant's name, so that quotas and rights apply. */
final class Deployment {
    private static final String INSTANTIATE = "POST /service_template/ID/action instantiate";
    private static final String RECOVER = "POST /service/ID/action recover";

    private final Job job;
    private final Workload service;
    private final TenantSessions sessions;
    private final Pools pools;
    private final ServiceParts parts;
    private final Steps steps;
    private final Diagnosis diagnosis;
    private final SecretDelivery secrets;
    private List<Vm> down = List.of();

    Deployment(Job job, Workload service, TenantSessions sessions, Pools pools, ServiceParts parts, Steps steps) {
        this.job = job;
        this.service = service;
        this.sessions = sessions;
        this.pools = pools;
        this.parts = parts;
        this.steps = steps;
        this.diagnosis = new Diagnosis(job.one());
        this.secrets = new SecretDelivery(job, service);
    }

    /**
     * Brings the service up.
     *
     * @param template the service template to start it from
     */
    void bringUp(int template) {
        clearAway();
        undeployment().undeployCopies();
        Optional<Service> found = parts.service();
        if (found.filter(running -> Phase.of(running) == Phase.UP).isPresent()) {
            return;
        }
        sessions.with(job, parts.tenant(), credentials -> {
            OneFlow tenant = job.flow().as(credentials);
            if (found.isEmpty()) {
                instantiate(tenant, template);
                undeployment().undeployCopies();
            } else if (found.get().state() == ServiceState.FAILED_SCALING) {
                retry(tenant, found.get());
            }
            return awaitUp();
        });
    }

    /** Waits until the service runs and takes part in nothing, so that it can be scaled. */
    Service awaitRunning() {
        return job.patience()
                .await(
                        "service " + parts.name(),
                        () -> look().filter(running -> running.state() == ServiceState.RUNNING),
                        this::state);
    }

    /** Waits until everything that was asked is there. */
    Service awaitUp() {
        return job.patience()
                .await(
                        "service " + parts.name(),
                        () -> look().filter(running -> Phase.of(running) == Phase.UP),
                        this::state);
    }

    /** Waits until every machine knows the secrets of its role, also one that the server added by itself. */
    void awaitSecrets() {
        if (!service.secrets().isEmpty()) {
            job.patience()
                    .await(
                            "the secrets of service " + parts.name(),
                            () -> parts.service().filter(secrets::deliver),
                            this::state);
        }
    }

    /** What failed to come up, or is on its way out, has to be gone before it can be made again. */
    private void clearAway() {
        boolean hopeless = parts.service()
                .map(Phase::of)
                .filter(phase -> phase == Phase.STILLBORN || phase == Phase.LEAVING || phase == Phase.STUCK)
                .isPresent();
        if (hopeless) {
            undeployment().undeploy();
        }
    }

    private Undeployment undeployment() {
        return new Undeployment(job, pools, parts, steps);
    }

    private void instantiate(OneFlow tenant, int template) {
        FlowNode merge = FlowNode.object()
                .put("name", parts.name())
                .put(Stamps.ATTRIBUTE, job.stamps().stamp(service))
                .build();
        steps.make(INSTANTIATE, parts::service, () -> tenant.templates().instantiate(template, merge));
    }

    /** A scaling that failed is tried again: a quota may have been raised since. */
    private void retry(OneFlow tenant, Service failed) {
        job.execution().proceed(RECOVER);
        tenant.services().recover(failed.id());
        pools.changedBy(RECOVER);
    }

    private Optional<Service> look() {
        pools.changedBy(RECOVER);
        Optional<Service> found = parts.service();
        found.ifPresent(secrets::deliver);
        down = found.filter(seen -> Phase.of(seen) != Phase.UP)
                .map(diagnosis::down)
                .orElse(List.of());
        found.filter(seen -> Phase.of(seen) == Phase.STILLBORN || bereft(seen)).ifPresent(this::giveUp);
        found.filter(seen -> seen.state() == ServiceState.FAILED_SCALING).ifPresent(seen -> {
            throw new CapacityException(
                    context(),
                    "Service " + parts.name() + " could not be scaled: " + diagnosis.of(seen)
                            + ". What ran before still runs; raise the quota or free capacity and apply again, which"
                            + " retries");
        });
        return found;
    }

    /** Whether a machine ended by itself while the service comes up: OneFlow would wait for it for ever. */
    private boolean bereft(Service coming) {
        return Phase.of(coming) == Phase.COMING && down.stream().anyMatch(Vm::done);
    }

    private void giveUp(Service failed) {
        String reason = diagnosis.of(failed);
        SdkException failure = new PartialFailureException(
                context(),
                "Service " + parts.name() + " could not be deployed: " + reason
                        + ". It was taken away again, its templates stay; remove the reason and apply again");
        try {
            undeployment().undeploy();
        } catch (SdkException e) {
            failure.addSuppressed(e);
        }
        throw failure;
    }

    private String state() {
        return parts.service()
                .map(found -> ServiceView.text(found) + Diagnosis.delays(down))
                .orElse("missing");
    }

    private ErrorContext context() {
        return ErrorContext.of(
                OpenNebulaBackend.NAME, INSTANTIATE, service.ref().toString());
    }
}
