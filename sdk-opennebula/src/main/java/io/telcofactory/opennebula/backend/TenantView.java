package io.telcofactory.opennebula.backend;

import io.telcofactory.api.site.Site;
import io.telcofactory.opennebula.model.Group;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a tenant's parts as the fields of its rendering. What was not yet set since it was made is absent, not different. */
final class TenantView {
    private final TenantParts parts;
    private final Site site;

    TenantView(TenantParts parts, Site site) {
        this.parts = parts;
        this.site = site;
    }

    /**
     * Reads the fields.
     *
     * @param quotas the group with its quotas, which its pool does not show
     */
    Map<String, String> fields(java.util.function.Function<Group, Group> quotas) {
        Map<String, String> fields = new LinkedHashMap<>();
        String name = parts.name();
        parts.anchor()
                .ifPresent(anchor -> fields.put(
                        TenantRendering.ANCHOR,
                        Copies.told(name, parts.anchors().size())));
        parts.group().ifPresent(group -> {
            if (parts.stamped(group)) {
                fields.put(TenantRendering.GROUP, name);
            }
            if (!parts.inDefaultVdc(group)) {
                fields.put(TenantRendering.DEFAULT_VDC, "no");
            }
            if (parts.holdsGroup(group)) {
                fields.put(TenantRendering.VDC_GROUP, name);
            }
            fields.putAll(QuotaForm.fields(quotas.apply(group).tree()));
        });
        parts.vdc().ifPresent(vdc -> fields.put(TenantRendering.VDC, name));
        if (parts.vdc().isPresent() && parts.hosts().containsAll(parts.site().hosts())) {
            fields.put(TenantRendering.HOSTS, TenantRendering.allHosts(site));
        }
        List<Integer> datastores = parts.site().systemDatastores();
        if (!datastores.isEmpty() && parts.datastores().containsAll(datastores)) {
            fields.put(TenantRendering.DATASTORES, TenantRendering.systemDatastores(site));
        }
        parts.user().ifPresent(user -> {
            if (parts.stamped(user)) {
                fields.put(TenantRendering.USER, name);
            }
            if (parts.mayCreateServices(user)) {
                fields.put(TenantRendering.RIGHTS, TenantRendering.CREATE_SERVICES);
            }
            if (user.tokens().isEmpty()) {
                fields.put(TenantRendering.TOKENS, "none");
            }
        });
        return fields;
    }

    /** Ids of the parts that are there. */
    Map<String, String> outputs() {
        Map<String, String> outputs = new LinkedHashMap<>();
        parts.anchor().ifPresent(anchor -> outputs.put(TenantOutputs.ID, Integer.toString(anchor.id())));
        parts.group().ifPresent(group -> outputs.put(TenantOutputs.GROUP, Integer.toString(group.id())));
        parts.vdc().ifPresent(vdc -> outputs.put(TenantOutputs.VDC, Integer.toString(vdc.id())));
        parts.user().ifPresent(user -> outputs.put(TenantOutputs.USER, Integer.toString(user.id())));
        return outputs;
    }
}
