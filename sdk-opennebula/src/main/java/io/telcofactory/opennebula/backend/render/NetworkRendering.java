package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.Ref;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Rendering;
import io.telcofactory.api.spi.Scope;

/**
 * A network on OpenNebula: a security group of its own, a virtual network that uses only this one, and its membership in the
 * tenant's VDC, without which the tenant may not use it, and in those of other tenants whose network functions have an interface there.
 */
public final class NetworkRendering {
    public static final String SECURITY_GROUP = "securityGroup";
    public static final String RULES = "securityGroup.rules";
    public static final String SECURITY_GROUP_OWNER = "securityGroup.group";
    public static final String SECURITY_GROUP_RIGHTS = "securityGroup.permissions";
    public static final String NETWORK = "network";
    public static final String CLUSTER = "network.cluster";
    public static final String SECURITY_GROUPS = "network.securityGroups";
    public static final String VDC = "vdc.network";
    public static final String ADMIT_GUEST = "one.vdc.addvnet";
    public static final String ALLOW_GUEST = "one.acl.addrule";
    static final String USABLE_BY_GROUP = "640";

    private NetworkRendering() {}

    public static Rendering render(TenantNetwork network, Site site, Scope scope) {
        String name = scope.nativeName(network.ref());
        Ref tenant = Ref.tenant(network.tenant());
        NetworkForm form = NetworkForm.of(network, site);
        Rendering.Builder rendering = Rendering.builder();
        rendering.step("one.secgroup.allocate").field(SECURITY_GROUP, name);
        if (!network.securityRules().isEmpty()) {
            rendering.step("one.secgroup.update").field(RULES, SecurityRules.text(network.securityRules()));
        }
        rendering.step("one.secgroup.chown").field(SECURITY_GROUP_OWNER, Rendering.symbol(tenant, TenantOutputs.GROUP));
        rendering.step("one.secgroup.chmod").field(SECURITY_GROUP_RIGHTS, USABLE_BY_GROUP);
        rendering.step("one.vn.allocate").field(NETWORK, name).fixed(CLUSTER, site.cluster());
        form.identity().forEach(rendering::fixed);
        rendering.step("one.vn.update");
        form.settings().forEach(rendering::field);
        rendering.field(SECURITY_GROUPS, name);
        rendering.step("one.vdc.addvnet").field(VDC, scope.nativeName(tenant));
        network.guests().stream().sorted().forEach(guest -> {
            rendering.field(guestVdc(guest), scope.nativeName(Ref.tenant(guest)));
            rendering.step(ALLOW_GUEST).field(guestSecurityGroup(guest), "use");
            rendering.step(ADMIT_GUEST);
        });
        return rendering
                .removal("one.vdc.delvnet", "one.vn.delete", "one.secgroup.delete")
                .build();
    }

    public static String guestVdc(String guest) {
        return "guests." + guest + ".vdc";
    }

    public static String guestSecurityGroup(String guest) {
        return "guests." + guest + ".securityGroup";
    }
}
