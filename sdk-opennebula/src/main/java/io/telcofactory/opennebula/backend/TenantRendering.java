package io.telcofactory.opennebula.backend;

import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Rendering;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.api.tenant.Tenant;

/**
 * A tenant on OpenNebula: an anchor document, in which the intent stands before anything else is made; a group, outside of the
 * default VDC, which would give it every network and datastore; a VDC of its own with hosts and system datastore but not the cluster,
 * which would give it every network of that cluster; a service user that may start services and nothing more.
 */
final class TenantRendering {
    static final String ANCHOR = "anchor";
    static final String GROUP = "group";
    static final String DEFAULT_VDC = "group.inDefaultVdc";
    static final String VDC = "vdc";
    static final String HOSTS = "vdc.hosts";
    static final String DATASTORES = "vdc.datastores";
    static final String VDC_GROUP = "vdc.group";
    static final String USER = "user";
    static final String RIGHTS = "user.rights";
    static final String TOKENS = "user.tokens";

    /** Templates, since OneFlow always sends an extra one; documents, since a service is one. The right to create VMs is not needed. */
    static final String CREATE_SERVICES = "TEMPLATE+DOCUMENT/* CREATE";

    private TenantRendering() {}

    static String allHosts(Site site) {
        return "all of cluster " + site.cluster();
    }

    static String systemDatastores(Site site) {
        return site.systemDatastore().orElseGet(() -> "all of cluster " + site.cluster());
    }

    static Rendering render(Tenant tenant, Site site, Scope scope) {
        String name = scope.nativeName(tenant.ref());
        Rendering.Builder rendering = Rendering.builder();
        rendering.step("one.document.allocate").field(ANCHOR, name);
        rendering.step("one.group.allocate").field(GROUP, name);
        rendering.step("one.vdc.delgroup").field(DEFAULT_VDC, "no");
        rendering.step("one.vdc.allocate").field(VDC, name);
        rendering.step("one.vdc.addhost").field(HOSTS, allHosts(site));
        rendering.step("one.vdc.adddatastore").field(DATASTORES, systemDatastores(site));
        rendering.step("one.vdc.addgroup").field(VDC_GROUP, name);
        rendering.step("one.group.quota");
        QuotaForm.fields(tenant.quota()).forEach(rendering::field);
        rendering.step("one.user.allocate").field(USER, name);
        rendering.step("one.acl.addrule").field(RIGHTS, CREATE_SERVICES);
        rendering.step("one.user.login").field(TOKENS, "none");
        return rendering
                .removal("one.user.delete", "one.vdc.delete", "one.group.delete", "one.document.delete")
                .build();
    }
}
