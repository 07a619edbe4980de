package io.telcofactory.opennebula.backend;

import io.telcofactory.api.Ref;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.flow.ServiceTemplate;
import io.telcofactory.opennebula.model.VmTemplate;

/** Takes a service away: itself with its machines, which may drain before, then what it was made from. */
final class ServiceRemoval {
    private final Job job;
    private final Pools pools;
    private final ServiceParts parts;
    private final Steps steps;

    ServiceRemoval(Job job, Ref ref) {
        this.job = job;
        this.pools = job.pools();
        TenantParts tenant = new TenantParts(pools, job.stamps(), job.site(), Ref.tenant(ref.tenant()));
        this.parts = new ServiceParts(pools, job.stamps(), tenant, ref);
        this.steps = new Steps(job.execution(), pools);
    }

    void remove() {
        new Draining(job, parts).drainAll();
        new Undeployment(job, pools, parts, steps).undeploy();
        for (ServiceTemplate template : parts.templates()) {
            steps.until(
                    "DELETE /service_template/ID",
                    () -> parts.templates().stream().noneMatch(left -> left.id() == template.id()),
                    () -> job.flow().templates().delete(template.id()));
        }
        for (VmTemplate template : parts.roleTemplates()) {
            steps.until(
                    "one.template.delete",
                    () -> parts.roleTemplates().stream().noneMatch(left -> left.id() == template.id()),
                    () -> job.one().templates().delete(template.id()));
        }
        parts.vmGroup()
                .ifPresent(group -> steps.until(
                        "one.vmgroup.delete",
                        () -> parts.vmGroup().isEmpty(),
                        () -> job.one().vmGroups().delete(group.id())));
    }
}
