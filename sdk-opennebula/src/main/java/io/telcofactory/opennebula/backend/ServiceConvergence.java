package io.telcofactory.opennebula.backend;

import io.telcofactory.api.Ref;
import io.telcofactory.api.service.Workload;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.backend.render.Lending;
import io.telcofactory.opennebula.backend.render.ServiceForm;
import io.telcofactory.opennebula.backend.render.TenantOutputs;
import io.telcofactory.opennebula.backend.render.VmGroupForm;
import io.telcofactory.opennebula.flow.FlowNode;
import io.telcofactory.opennebula.flow.Service;
import io.telcofactory.opennebula.flow.ServiceTemplate;
import io.telcofactory.opennebula.model.IdSet;
import io.telcofactory.opennebula.model.Vm;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes a service of whatever is there of it: VM group and templates, then the service itself in the tenant's name, then the number of instances. */
final class ServiceConvergence {
    private final Job job;
    private final Workload service;
    private final TenantSessions sessions;
    private final Pools pools;
    private final ServiceParts parts;
    private final Steps steps;

    ServiceConvergence(Job job, Workload service, TenantSessions sessions) {
        this.job = job;
        this.service = service;
        this.sessions = sessions;
        this.pools = job.pools();
        TenantParts tenant = new TenantParts(pools, job.stamps(), job.site(), Ref.tenant(service.tenant()));
        this.parts = new ServiceParts(pools, job.stamps(), tenant, service.ref());
        this.steps = new Steps(job.execution(), pools);
    }

    Map<String, String> ensure() {
        VmGroupForm.of(service).ifPresent(new VmGroupConvergence(job, service, pools, parts, steps)::ensure);
        RoleTemplates roles = new RoleTemplates(job, service, pools, parts, steps);
        roles.ensure();
        FlowNode body = ServiceForm.body(service, parts.name(), job.stamps().stamp(service), roles::id);
        ServiceTemplate template = steps.make(
                "POST /service_template",
                parts::template,
                () -> job.flow().templates().create(body));
        deleteCopies();
        lend(template.id());
        Deployment deployment = new Deployment(job, service, sessions, pools, parts, steps);
        if (parts.service().isEmpty()) {
            keep(template.id(), body);
        }
        deployment.bringUp(template.id());
        new Scaling(job, service, sessions, parts, steps, deployment).adjust();
        deployment.awaitSecrets();
        List<Vm> vms = vms();
        new Placement(job, service, pools, parts).verify(vms);
        keep(template.id(), body);
        return new ServiceView(parts).outputs(vms);
    }

    /** Of several templates of the name, which come from a request that was carried out twice, the oldest stays. */
    private void deleteCopies() {
        for (ServiceTemplate copy : parts.templates().stream().skip(1).toList()) {
            steps.until(
                    "DELETE /service_template/ID",
                    () -> parts.templates().stream().noneMatch(left -> left.id() == copy.id()),
                    () -> job.flow().templates().delete(copy.id()));
        }
    }

    private void lend(int template) {
        int group = Integer.parseInt(job.execution().output(Ref.tenant(service.tenant()), TenantOutputs.GROUP));
        steps.until(
                "POST /service_template/ID/action chgrp",
                () -> parts.template().filter(found -> found.groupId() == group).isPresent(),
                () -> job.flow().templates().chgrp(template, group));
        steps.until(
                "POST /service_template/ID/action chmod",
                () -> parts.template()
                        .filter(found -> Lending.of(found).usable())
                        .isPresent(),
                () -> job.flow().templates().chmod(template, Lending.USABLE_BY_GROUP));
    }

    /** The template tells the new value only when the service that runs is as it says, or when there is none. */
    private void keep(int template, FlowNode body) {
        steps.until(
                "PUT /service_template/ID",
                () -> parts.template()
                        .filter(found -> ServiceForm.digest(found.body()).equals(ServiceForm.digest(body)))
                        .isPresent(),
                () -> job.flow().templates().update(template, body));
    }

    private List<Vm> vms() {
        List<Integer> ids = parts.service().map(Service::vmIds).orElse(List.of());
        try (Stream<Vm> vms = job.one().vms().list(IdSet.of(ids), true)) {
            return vms.toList();
        }
    }
}
