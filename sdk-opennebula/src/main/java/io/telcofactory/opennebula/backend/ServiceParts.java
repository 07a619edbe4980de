package io.telcofactory.opennebula.backend;

import io.telcofactory.api.Ref;
import io.telcofactory.api.spi.Stamp;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.backend.render.ServiceRendering;
import io.telcofactory.opennebula.backend.render.Stamps;
import io.telcofactory.opennebula.flow.FlowDocument;
import io.telcofactory.opennebula.flow.Service;
import io.telcofactory.opennebula.flow.ServiceTemplate;
import io.telcofactory.opennebula.model.OneObject;
import io.telcofactory.opennebula.model.VmGroup;
import io.telcofactory.opennebula.model.VmTemplate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what there is of a service. The one that runs belongs to the tenant's user, the templates to us. */
final class ServiceParts {
    private final Pools pools;
    private final Stamps stamps;
    private final TenantParts tenant;
    private final Ref ref;
    private final String name;

    ServiceParts(Pools pools, Stamps stamps, TenantParts tenant, Ref ref) {
        this.pools = pools;
        this.stamps = stamps;
        this.tenant = tenant;
        this.ref = ref;
        this.name = stamps.scope().nativeName(ref);
    }

    String name() {
        return name;
    }

    TenantParts tenant() {
        return tenant;
    }

    Optional<VmTemplate> roleTemplate(String role) {
        return owned(ServiceRendering.templateName(name, role)).stream().findFirst();
    }

    /** The VM templates of all roles, of those that are no longer wanted as well. */
    List<VmTemplate> roleTemplates() {
        return owned(name).stream()
                .filter(template -> template.name().startsWith(name + "."))
                .toList();
    }

    private List<VmTemplate> owned(String nameOfServiceOrTemplate) {
        return pools.templates(nameOfServiceOrTemplate).stream()
                .filter(template -> stamps.owns(template, ref, template.name()))
                .toList();
    }

    Optional<VmGroup> vmGroup() {
        return pools.vmGroups(name).stream()
                .filter(group -> stamps.owns(group, ref, name))
                .findFirst();
    }

    Optional<ServiceTemplate> template() {
        return templates().stream().findFirst();
    }

    /** Service templates may have equal names: the oldest is the one, the others came from lost answers. */
    List<ServiceTemplate> templates() {
        return pools.serviceTemplates(name).stream()
                .filter(template -> template.userId() == stamps.userId() && marked(template))
                .sorted(Comparator.comparingInt(FlowDocument::id))
                .toList();
    }

    Optional<Service> service() {
        return services().stream().findFirst();
    }

    /** Services may have equal names as well. */
    List<Service> services() {
        int user = tenant.user().map(OneObject::id).orElse(stamps.userId());
        return pools.services(name).stream()
                .filter(service -> service.userId() == user && marked(service))
                .sorted(Comparator.comparingInt(FlowDocument::id))
                .toList();
    }

    /** The machines of the service. */
    List<Integer> nodes() {
        return service().map(Service::vmIds).orElse(List.of());
    }

    /** The stamp, from the service template if there is one: only that one tells what was applied last. */
    Optional<Stamp> stamp() {
        return template()
                .flatMap(stamps::of)
                .or(() -> roleTemplates().stream().findFirst().flatMap(stamps::of))
                .or(() -> vmGroup().flatMap(stamps::of))
                .or(() -> service().flatMap(stamps::of));
    }

    private boolean marked(FlowDocument document) {
        return document.name().equals(name)
                && stamps.of(document).filter(stamp -> stamp.ref().equals(ref)).isPresent();
    }
}
