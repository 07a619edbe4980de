package io.telcofactory.opennebula.backend;

import io.telcofactory.api.Ref;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.spi.Rendering;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.backend.render.Externals;
import io.telcofactory.opennebula.backend.render.Lending;
import io.telcofactory.opennebula.backend.render.Stamps;
import io.telcofactory.opennebula.backend.render.TenantOutputs;
import io.telcofactory.opennebula.backend.render.VmGroupForm;
import io.telcofactory.opennebula.model.Host;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.VmGroup;

/** Makes the VM group that places a service's machines, and lends it to the tenant. */
final class VmGroupConvergence {
    private static final int KEEP = -1;

    private final Job job;
    private final Workload service;
    private final Pools pools;
    private final ServiceParts parts;
    private final Steps steps;

    VmGroupConvergence(Job job, Workload service, Pools pools, ServiceParts parts, Steps steps) {
        this.job = job;
        this.service = service;
        this.pools = pools;
        this.parts = parts;
        this.steps = steps;
    }

    void ensure(VmGroupForm wanted) {
        VmGroup group = steps.make("one.vmgroup.allocate", parts::vmGroup, () -> {
            OneTemplate.Builder made = OneTemplate.builder()
                    .set("NAME", parts.name())
                    .set(Stamps.ATTRIBUTE, job.stamps().stamp(service));
            wanted.write(made, this::hostId);
            job.one().vmGroups().create(made.build());
        });
        int tenant = Integer.parseInt(job.execution().output(Ref.tenant(service.tenant()), TenantOutputs.GROUP));
        steps.until(
                "one.vmgroup.chown",
                () -> parts.vmGroup().filter(found -> found.groupId() == tenant).isPresent(),
                () -> job.one().vmGroups().chown(group.id(), KEEP, tenant));
        steps.until(
                "one.vmgroup.chmod",
                () -> parts.vmGroup()
                        .filter(found -> Lending.of(found).usable())
                        .isPresent(),
                () -> job.one().vmGroups().chmod(group.id(), Lending.USABLE_BY_GROUP));
    }

    private String hostId(String symbol) {
        return pools.hosts().stream()
                .filter(host -> Rendering.external(Externals.HOST, host.name()).equals(symbol))
                .map(Host::id)
                .findFirst()
                .map(Object::toString)
                .orElseThrow(() -> new NotFoundException(
                        ErrorContext.of(
                                OpenNebulaBackend.NAME,
                                "one.hostpool.info",
                                service.ref().toString()),
                        "The service names the host " + symbol + ", which the server does not have; correct the name"));
    }
}
