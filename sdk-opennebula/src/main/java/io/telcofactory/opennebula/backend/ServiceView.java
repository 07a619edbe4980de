package io.telcofactory.opennebula.backend;

import io.telcofactory.opennebula.backend.render.FlowNames;
import io.telcofactory.opennebula.backend.render.Lending;
import io.telcofactory.opennebula.backend.render.RoleForm;
import io.telcofactory.opennebula.backend.render.ScalingForm;
import io.telcofactory.opennebula.backend.render.ServiceForm;
import io.telcofactory.opennebula.backend.render.ServiceRendering;
import io.telcofactory.opennebula.backend.render.VmGroupForm;
import io.telcofactory.opennebula.flow.Service;
import io.telcofactory.opennebula.flow.ServiceRole;
import io.telcofactory.opennebula.model.Vm;
import io.telcofactory.opennebula.model.VmGroup;
import io.telcofactory.opennebula.model.VmTemplate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a service's parts as the fields of its rendering. A service that never came up is absent: applying makes it anew. */
final class ServiceView {
    private final ServiceParts parts;

    ServiceView(ServiceParts parts) {
        this.parts = parts;
    }

    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        parts.vmGroup().ifPresent(group -> read(group, fields));
        parts.roleTemplates().forEach(template -> read(template, fields));
        parts.template().ifPresent(template -> {
            fields.put(
                    ServiceRendering.TEMPLATE,
                    Copies.told(parts.name(), parts.templates().size()));
            fields.putAll(ServiceForm.of(template.body()).fields());
            fields.putAll(
                    Lending.of(template).fields(ServiceRendering.TEMPLATE_GROUP, ServiceRendering.TEMPLATE_RIGHTS));
        });
        parts.service().filter(service -> Phase.of(service).populated()).ifPresent(service -> read(service, fields));
        return fields;
    }

    /** How many machines each role holds capacity for. */
    Map<String, Integer> instances() {
        Map<String, Integer> instances = new LinkedHashMap<>();
        parts.service()
                .ifPresent(service -> service.roles().forEach(role -> instances.put(name(role), role.cardinality())));
        return instances;
    }

    /**
     * Tells where the service is.
     *
     * @param vms its machines
     */
    Map<String, String> outputs(Collection<Vm> vms) {
        Map<String, String> outputs = new LinkedHashMap<>();
        parts.service().ifPresent(service -> {
            outputs.put("id", Integer.toString(service.id()));
            outputs.put("state", text(service));
            service.roles().forEach(role -> place(role, vms, outputs));
        });
        return outputs;
    }

    /** The state as it stands in fields and outputs: {@code failed-scaling}. */
    static String text(Service service) {
        return service.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void read(VmGroup group, Map<String, String> fields) {
        fields.put(ServiceRendering.VM_GROUP, group.name());
        fields.putAll(VmGroupForm.of(group).fields());
        fields.putAll(Lending.of(group).fields(ServiceRendering.VM_GROUP_GROUP, ServiceRendering.VM_GROUP_RIGHTS));
    }

    private void read(VmTemplate template, Map<String, String> fields) {
        String role = template.name().substring(parts.name().length() + 1);
        String prefix = ServiceRendering.prefix(role);
        fields.put(prefix + ServiceRendering.TEMPLATE, template.name());
        fields.putAll(RoleForm.of(template.tree()).fields(prefix));
        fields.putAll(Lending.of(template)
                .fields(prefix + ServiceRendering.TEMPLATE_GROUP, prefix + ServiceRendering.TEMPLATE_RIGHTS));
    }

    private void read(Service service, Map<String, String> fields) {
        boolean impaired = Phase.of(service) == Phase.IMPAIRED;
        fields.put(
                ServiceRendering.SERVICE,
                Copies.told(parts.name(), parts.services().size()));
        fields.put(ServiceRendering.STATE, impaired ? text(service) : ServiceRendering.RUNNING);
        for (ServiceRole role : service.roles()) {
            fields.put(ServiceRendering.instances(name(role)), ServiceForm.instances(role));
            String scaling = ScalingForm.text(role.tree());
            if (!scaling.isEmpty()) {
                fields.put(ServiceRendering.scaling(name(role)), scaling);
            }
        }
    }

    private static void place(ServiceRole role, Collection<Vm> vms, Map<String, String> outputs) {
        List<Integer> ids = role.vmIds();
        for (int i = 0; i < ids.size(); i++) {
            int id = ids.get(i);
            String prefix = ServiceRendering.prefix(name(role)) + i + ".";
            outputs.put(prefix + "vm", Integer.toString(id));
            vms.stream().filter(vm -> vm.id() == id).findFirst().ifPresent(vm -> {
                vm.host().ifPresent(host -> outputs.put(prefix + "host", host.hostName()));
                vm.nics()
                        .forEach(nic -> nic.ip()
                                .or(nic::ip6)
                                .ifPresent(ip -> outputs.put(prefix + "address." + ownName(nic.network()), ip)));
            });
        }
    }

    /** The last part of a native name: names themselves hold no dot. */
    private static String ownName(String nativeName) {
        return nativeName.substring(nativeName.lastIndexOf('.') + 1);
    }

    private static String name(ServiceRole role) {
        return FlowNames.fromFlow(role.name());
    }
}
