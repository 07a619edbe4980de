package io.telcofactory.opennebula.backend;

import io.telcofactory.api.Ref;
import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.spi.Rendering;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.backend.render.AppContents;
import io.telcofactory.opennebula.backend.render.Externals;
import io.telcofactory.opennebula.backend.render.Lending;
import io.telcofactory.opennebula.backend.render.RoleForm;
import io.telcofactory.opennebula.backend.render.ServiceRendering;
import io.telcofactory.opennebula.backend.render.Stamps;
import io.telcofactory.opennebula.backend.render.TenantOutputs;
import io.telcofactory.opennebula.backend.render.VmGroupForm;
import io.telcofactory.opennebula.model.Image;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.UpdateMode;
import io.telcofactory.opennebula.model.VmTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the VM templates of a service's roles. Their owner stays the administrator, who alone may ask for pinning and hugepages. */
final class RoleTemplates {
    private static final int KEEP = -1;

    private final Job job;
    private final Workload service;
    private final Pools pools;
    private final ServiceParts parts;
    private final Steps steps;
    private final ApplianceImages appliances;

    RoleTemplates(Job job, Workload service, Pools pools, ServiceParts parts, Steps steps) {
        this.job = job;
        this.service = service;
        this.pools = pools;
        this.parts = parts;
        this.steps = steps;
        this.appliances = new ApplianceImages(job, pools, steps);
    }

    void ensure() {
        service.roles().forEach(this::ensure);
    }

    /** The id of the template of a role, which must have been made. */
    int id(String role) {
        return parts.roleTemplate(role)
                .map(VmTemplate::id)
                .orElseThrow(() -> new ConflictException(
                        context("one.template.info"),
                        "The VM template of role '" + role + "' was taken away meanwhile; apply again"));
    }

    private void ensure(Role role) {
        Optional<AppContents> app = role.appliance().flatMap(appliances::app);
        RoleForm wanted = wanted(role, app);
        VmTemplate template = steps.make("one.template.allocate", () -> parts.roleTemplate(role.name()), () -> {
            OneTemplate.Builder made = app.map(AppContents::machine).orElse(OneTemplate.empty()).toBuilder()
                    .set("NAME", ServiceRendering.templateName(parts.name(), role.name()))
                    .set(Stamps.ATTRIBUTE, job.stamps().stamp(service));
            wanted.write(made, job.stamps().userId());
            job.one().templates().create(made.build());
        });
        if (role.appliance().isEmpty() || app.isPresent()) {
            settle(role.name(), template.id(), wanted);
        }
        lend(role.name(), template.id());
    }

    private RoleForm wanted(Role role, Optional<AppContents> app) {
        role.gpu().filter(claim -> job.site().offer(claim).isEmpty()).ifPresent(claim -> {
            throw new InvalidRequestException(
                    context("one.template.allocate"),
                    "Role '" + role.name() + "' claims " + claim + ", which site '"
                            + job.site().name() + "' does not offer; add it to the site document or change the claim");
        });
        Map<String, Integer> networks = networks(role);
        RoleForm asked = RoleForm.of(role, service.readiness(), job.site());
        asked.nics().stream()
                .flatMap(nic -> nic.function().stream())
                .filter(function -> function.attributes().isEmpty())
                .findFirst()
                .ifPresent(missing -> {
                    throw new InvalidRequestException(
                            context("one.template.allocate"),
                            "Role '" + role.name() + "' has an interface by SR-IOV, but there is " + missing.text()
                                    + " '" + job.site().name() + "'; add them to the site document or choose virtio");
                });
        int image = role.appliance()
                .map(appliances::ensure)
                .or(() -> role.image().map(name -> image(role, name)))
                .orElseThrow();
        RoleForm form = asked.memberOf(VmGroupForm.of(service), parts.name(), role.name())
                .resolved(image, networks::get);
        return app.map(contents ->
                        form.besides(contents.context(role.appliance().orElseThrow())))
                .orElse(form);
    }

    /** What the symbols of a role's networks stand for. */
    private Map<String, Integer> networks(Role role) {
        Map<String, Integer> networks = new HashMap<>();
        role.targets()
                .forEach(network -> networks.put(
                        Rendering.symbol(network, "id"),
                        Integer.parseInt(job.execution().output(network, "id"))));
        ProviderNames provider = new ProviderNames(pools);
        role.providerNetworks()
                .forEach(name -> networks.put(Rendering.external(Externals.NETWORK, name), provider.network(name)));
        return networks;
    }

    private int image(Role role, String name) {
        List<Image> named = pools.images(name);
        if (named.size() != 1) {
            throw new NotFoundException(
                    context("one.imagepool.info"),
                    "Role '" + role.name() + "' needs image '" + name + "', but the server has "
                            + (named.isEmpty()
                                    ? "none"
                                    : "several, "
                                            + named.stream().map(Image::id).toList())
                            + " of that name; upload it or name another one");
        }
        return named.get(0).id();
    }

    /** Only a template that an apply left half-way, or that somebody changed, differs. */
    private void settle(String role, int id, RoleForm wanted) {
        steps.until(
                "one.template.update",
                () -> parts.roleTemplate(role)
                        .filter(found -> RoleForm.of(found.tree()).fields("").equals(wanted.fields("")))
                        .isPresent(),
                () -> {
                    OneTemplate.Builder template = job.one().templates().get(id).template().toBuilder();
                    wanted.write(template, job.stamps().userId());
                    job.one().templates().update(id, template.build(), UpdateMode.REPLACE);
                });
    }

    private void lend(String role, int id) {
        int group = Integer.parseInt(job.execution().output(Ref.tenant(service.tenant()), TenantOutputs.GROUP));
        steps.until(
                "one.template.chown",
                () -> parts.roleTemplate(role)
                        .filter(found -> found.groupId() == group)
                        .isPresent(),
                () -> job.one().templates().chown(id, KEEP, group));
        steps.until(
                "one.template.chmod",
                () -> parts.roleTemplate(role)
                        .filter(found -> Lending.of(found).usable())
                        .isPresent(),
                () -> job.one().templates().chmod(id, Lending.USABLE_BY_GROUP));
    }

    private ErrorContext context(String call) {
        return ErrorContext.of(OpenNebulaBackend.NAME, call, service.ref().toString());
    }
}
