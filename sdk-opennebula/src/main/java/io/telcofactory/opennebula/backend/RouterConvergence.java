package io.telcofactory.opennebula.backend;

import io.telcofactory.api.Ref;
import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.network.RouterInterface;
import io.telcofactory.api.network.VirtualRouter;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.backend.render.RoleForm;
import io.telcofactory.opennebula.backend.render.RouterForm;
import io.telcofactory.opennebula.backend.render.Stamps;
import io.telcofactory.opennebula.backend.render.TenantOutputs;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.UpdateMode;
import io.telcofactory.opennebula.model.Vm;
import io.telcofactory.opennebula.model.VmTemplate;
import java.util.Map;
import java.util.Optional;

/** Makes a virtual router of whatever is there of it: the template of its machines, itself, and last the machines. */
final class RouterConvergence {
    private static final int KEEP = -1;

    private final Job job;
    private final OpenNebula one;
    private final VirtualRouter router;
    private final Pools pools;
    private final RouterParts parts;
    private final Steps steps;

    RouterConvergence(Job job, VirtualRouter router) {
        this.job = job;
        this.one = job.one();
        this.router = router;
        this.pools = job.pools();
        this.parts = new RouterParts(pools, job.stamps(), router.ref());
        this.steps = new Steps(job.execution(), pools);
    }

    Map<String, String> ensure() {
        VmTemplate template = template();
        int id = router();
        start(id, template.id());
        keep(id);
        return parts.outputs();
    }

    private VmTemplate template() {
        ProviderNames provider = new ProviderNames(pools);
        RoleForm machine =
                RouterForm.machine(router, job.site()).resolved(provider.image(router.image()), provider::network);
        return steps.make("one.template.allocate", parts::template, () -> {
            OneTemplate.Builder template =
                    stamp().set("NAME", RouterForm.templateName(parts.name())).set("VROUTER", "YES");
            machine.write(template, job.stamps().userId());
            one.templates().create(template.build());
        });
    }

    private int router() {
        OneTemplate.Builder template = stamp().set("NAME", parts.name());
        int uplink = new ProviderNames(pools).network(router.uplink());
        template.add("NIC", nic -> nic.set("NETWORK_ID", uplink).set("FLOATING_IP", "YES"));
        for (RouterInterface each : router.interfaces()) {
            String network = job.execution().output(each.network(), "id");
            template.add("NIC", nic -> {
                nic.set("NETWORK_ID", network).set("FLOATING_IP", "YES");
                each.address().ifPresent(address -> nic.set(address.isIpv6() ? "IP6" : "IP", address));
            });
        }
        OneTemplate wanted = template.build();
        int id = steps.make(
                        "one.vrouter.allocate",
                        parts::router,
                        () -> one.virtualRouters().create(wanted))
                .id();
        for (var copy : parts.routers().stream().skip(1).toList()) {
            steps.until(
                    "one.vrouter.delete",
                    () -> parts.routers().stream().noneMatch(left -> left.id() == copy.id()),
                    () -> one.virtualRouters().delete(copy.id()));
        }
        int group = Integer.parseInt(job.execution().output(Ref.tenant(router.tenant()), TenantOutputs.GROUP));
        steps.until(
                "one.vrouter.chown",
                () -> parts.router().filter(found -> found.groupId() == group).isPresent(),
                () -> one.virtualRouters().chown(id, KEEP, group));
        return id;
    }

    private void start(int id, int template) {
        steps.until(
                "one.vrouter.instantiate",
                () -> missing() <= 0,
                () -> one.virtualRouters()
                        .instantiate(
                                id,
                                missing(),
                                template,
                                parts.name() + "-%i",
                                false,
                                OneTemplate.builder().build()));
        job.patience().await("router " + parts.name(), this::running, parts::state);
    }

    private int missing() {
        return router.instances()
                - parts.router().map(found -> found.vmIds().size()).orElse(0);
    }

    private Optional<Boolean> running() {
        pools.changedBy("one.vrouter.");
        parts.machines().forEach(this::refuseDead);
        return Optional.of(true).filter(up -> parts.state().equals(RouterForm.RUNNING));
    }

    private void refuseDead(Vm vm) {
        vm.deadEnd().ifPresent(reason -> {
            throw new ConflictException(
                    ErrorContext.of(
                            OpenNebulaBackend.NAME,
                            "one.vrouter.instantiate",
                            router.ref().toString()),
                    "Machine " + vm.id() + " of router " + parts.name() + " does not come up: " + reason
                            + ". Remove the reason, recover or terminate the machine, and apply again");
        });
    }

    private void keep(int id) {
        steps.until(
                "one.vrouter.update",
                () -> parts.router()
                        .filter(found -> job.stamps().upToDate(found, router))
                        .isPresent(),
                () -> one.virtualRouters().update(id, stamp().build(), UpdateMode.MERGE));
    }

    private OneTemplate.Builder stamp() {
        return OneTemplate.builder().set(Stamps.ATTRIBUTE, job.stamps().stamp(router));
    }
}
