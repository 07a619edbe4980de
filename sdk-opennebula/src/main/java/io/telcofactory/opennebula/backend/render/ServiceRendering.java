package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.Ref;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Rendering;
import io.telcofactory.api.spi.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A service on OpenNebula: a VM group if roles stand together or apart, a VM template for each role and a OneFlow service template, all kept by the provider and lent to the
 * tenant's group, and the OneFlow service that runs, owned by the tenant.
 */
public final class ServiceRendering {
    public static final String VM_GROUP = "vmGroup";
    public static final String VM_GROUP_GROUP = "vmGroup.group";
    public static final String VM_GROUP_RIGHTS = "vmGroup.permissions";
    public static final String TEMPLATE = "template";
    public static final String TEMPLATE_GROUP = "template.group";
    public static final String TEMPLATE_RIGHTS = "template.permissions";
    static final String READINESS = "readiness";
    static final String COOLDOWN = "cooldown";
    public static final String SERVICE = "service";
    public static final String STATE = "service.state";
    public static final String RUNNING = "running";
    static final String USABLE_BY_GROUP = "640";

    public static final String TELL_GUEST = "one.vm.updateconf";
    private static final String INSTANTIATE = "POST /service_template/ID/action instantiate";

    private ServiceRendering() {}

    public static Rendering render(Workload service, Site site, Scope scope) {
        String name = scope.nativeName(service.ref());
        String group = Rendering.symbol(Ref.tenant(service.tenant()), TenantOutputs.GROUP);
        Rendering.Builder rendering = Rendering.builder();
        Optional<VmGroupForm> vmGroup = VmGroupForm.of(service);
        vmGroup.ifPresent(form -> {
            rendering.step("one.vmgroup.allocate").field(VM_GROUP, name);
            form.fields().forEach(rendering::fixed);
            rendering.step("one.vmgroup.chown").field(VM_GROUP_GROUP, group);
            rendering.step("one.vmgroup.chmod").field(VM_GROUP_RIGHTS, USABLE_BY_GROUP);
        });
        for (Role role : service.roles()) {
            String prefix = prefix(role.name());
            rendering.step("one.template.allocate").field(prefix + TEMPLATE, templateName(name, role.name()));
            RoleForm.of(role, service.readiness(), site)
                    .memberOf(vmGroup, name, role.name())
                    .fields(prefix)
                    .forEach((path, value) -> {
                        if (!path.equals(secrets(role.name()))) {
                            rendering.fixed(path, value);
                        }
                    });
            rendering.step("one.template.chown").field(prefix + TEMPLATE_GROUP, group);
            rendering.step("one.template.chmod").field(prefix + TEMPLATE_RIGHTS, USABLE_BY_GROUP);
        }
        rendering.step("POST /service_template").field(TEMPLATE, name);
        ServiceForm.of(service).fields().forEach(rendering::fixed);
        rendering.step("POST /service_template/ID/action chgrp").field(TEMPLATE_GROUP, group);
        rendering.step("POST /service_template/ID/action chmod").field(TEMPLATE_RIGHTS, USABLE_BY_GROUP);
        rendering.step(INSTANTIATE).field(SERVICE, name).field(STATE, RUNNING);
        rendering.step(TELL_GUEST);
        service.roles().stream()
                .filter(role -> !role.secrets().isEmpty())
                .forEach(role -> rendering.fixed(
                        secrets(role.name()), RoleForm.keys(role.secrets().keySet())));
        rendering.step("PUT /service/ID");
        for (Role role : service.roles()) {
            String scaling = ScalingForm.text(role, service.cooldown());
            if (!scaling.isEmpty()) {
                rendering.field(scaling(role.name()), scaling);
            }
        }
        rendering.step("POST /service/ID/scale");
        service.roles().forEach(role -> rendering.field(instances(role.name()), role.instances()));
        List<String> removal = new ArrayList<>();
        if (service.roles().stream().anyMatch(role -> role.drain().isPresent())) {
            removal.add(TELL_GUEST);
        }
        removal.addAll(List.of("DELETE /service/ID", "DELETE /service_template/ID", "one.template.delete"));
        vmGroup.ifPresent(form -> removal.add("one.vmgroup.delete"));
        return rendering.removal(removal.toArray(String[]::new)).build();
    }

    public static String prefix(String role) {
        return "roles." + role + ".";
    }

    public static String scaling(String role) {
        return prefix(role) + "scaling";
    }

    static String secrets(String role) {
        return prefix(role) + "secrets";
    }

    public static String instances(String role) {
        return prefix(role) + "instances";
    }

    /** The VM template of a role: names hold no dot, so that this is the name of nothing else. */
    public static String templateName(String service, String role) {
        return service + "." + role;
    }

    /** The sorted names of the roles that must be ready before one. */
    static String dependencies(Iterable<String> roles) {
        TreeSet<String> sorted = new TreeSet<>();
        roles.forEach(sorted::add);
        return String.join(", ", sorted);
    }
}
