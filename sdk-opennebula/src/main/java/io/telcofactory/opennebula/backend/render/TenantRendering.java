package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Rendering;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.api.tenant.Persona;
import io.telcofactory.api.tenant.Tenant;
import io.telcofactory.api.tenant.TenantUser;
import io.telcofactory.api.tenant.VlanRange;
import java.util.Collection;
import java.util.TreeSet;

/**
 * A tenant on OpenNebula: an anchor document, in which the intent stands before anything else is made; a group, outside of the
 * default VDC, which would give it every network and datastore; a VDC of its own with hosts and system datastore but not the cluster,
 * which would give it every network of that cluster; a service user that may start services and nothing more; and the users that work
 * there. What the tenant may do is always rendered, even if it is nothing: rights that somebody left behind show up.
 */
public final class TenantRendering {
    public static final String ANCHOR = "anchor";
    public static final String GROUP = "group";
    public static final String DEFAULT_VDC = "group.inDefaultVdc";
    public static final String VDC = "vdc";
    public static final String HOSTS = "vdc.hosts";
    public static final String DATASTORES = "vdc.datastores";
    public static final String VDC_GROUP = "vdc.group";
    public static final String PROVIDER_NETWORKS = "vdc.providerNetworks";
    public static final String VLANS = "group.vlans";
    public static final String USERS = "users";
    static final String NONE = "none";
    public static final String USER = "user";
    public static final String RIGHTS = "user.rights";
    public static final String TOKENS = "user.tokens";
    public static final String DRIVER = "driver";
    public static final String PASSWORD = "password";
    public static final String IDENTITY = "identity";
    public static final String PERSONA = "persona";

    /** Templates, since OneFlow always sends an extra one; documents, since a service is one. The right to create VMs is not needed. */
    public static final String CREATE_SERVICES = "TEMPLATE+DOCUMENT/* CREATE";

    private TenantRendering() {}

    public static String allHosts(Site site) {
        return "all of cluster " + site.cluster();
    }

    public static String systemDatastores(Site site) {
        return site.systemDatastore().orElseGet(() -> "all of cluster " + site.cluster());
    }

    public static Rendering render(Tenant tenant, Site site, Scope scope) {
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
        QuotaForm.fields(QuotaForm.limits(tenant.quota())).forEach(rendering::field);
        rendering.step("one.group.vlan").field(VLANS, vlans(tenant));
        rendering.step("one.vdc.addvnet").field(PROVIDER_NETWORKS, text(tenant.providerNetworks()));
        rendering.step("one.user.allocate").field(USER, name);
        rendering.step("one.acl.addrule").field(RIGHTS, CREATE_SERVICES);
        rendering.step("one.user.login").field(TOKENS, NONE);
        rendering.step("one.user.allocate").field(USERS, Users.text(Users.names(tenant)));
        tenant.users().forEach(user -> render(user, rendering));
        return rendering
                .removal("one.user.delete", "one.vdc.delete", "one.group.delete", "one.document.delete")
                .build();
    }

    private static void render(TenantUser user, Rendering.Builder rendering) {
        rendering.step("one.user.chauth").field(user(user.name(), DRIVER), user.driver());
        rendering.step("one.user.passwd");
        user.password().ifPresent(place -> rendering.field(user(user.name(), PASSWORD), place));
        user.identity().ifPresent(text -> rendering.field(user(user.name(), IDENTITY), text));
        rendering
                .step(user.persona() == Persona.END_USER ? "one.acl.addrule" : "one.group.addadmin")
                .field(user(user.name(), PERSONA), PersonaRights.text(user.persona()));
    }

    public static String user(String name, String attribute) {
        return USERS + "." + name + "." + attribute;
    }

    /** What is granted in no order. */
    public static String text(Collection<String> names) {
        return names.isEmpty() ? NONE : String.join(", ", new TreeSet<>(names));
    }

    public static String vlans(Tenant tenant) {
        return text(tenant.vlans().stream().map(VlanRange::toString).toList());
    }
}
