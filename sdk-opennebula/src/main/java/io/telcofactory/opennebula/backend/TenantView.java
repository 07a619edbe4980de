package io.telcofactory.opennebula.backend;

import io.telcofactory.api.site.Site;
import io.telcofactory.api.tenant.TenantUser;
import io.telcofactory.opennebula.backend.render.PersonaRights;
import io.telcofactory.opennebula.backend.render.TenantOutputs;
import io.telcofactory.opennebula.backend.render.TenantRendering;
import io.telcofactory.opennebula.backend.render.Users;
import io.telcofactory.opennebula.model.Group;
import io.telcofactory.opennebula.model.Network;
import io.telcofactory.opennebula.model.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

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
     * @param details the group with its quotas and VLAN rules, which its pool does not show
     */
    Map<String, String> fields(UnaryOperator<Group> details) {
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
            Group whole = details.apply(group);
            fields.putAll(parts.quota(whole.tree()).fields());
            fields.put(TenantRendering.VLANS, TenantParts.vlans(whole));
            users(group, fields);
        });
        parts.vdc().ifPresent(vdc -> fields.put(TenantRendering.VDC, name));
        if (parts.vdc().isPresent() && parts.hosts().containsAll(parts.site().hosts())) {
            fields.put(TenantRendering.HOSTS, TenantRendering.allHosts(site));
        }
        List<Integer> datastores = parts.site().systemDatastores();
        if (!datastores.isEmpty() && parts.datastores().containsAll(datastores)) {
            fields.put(TenantRendering.DATASTORES, TenantRendering.systemDatastores(site));
        }
        if (parts.vdc().isPresent()) {
            fields.put(
                    TenantRendering.PROVIDER_NETWORKS,
                    TenantRendering.text(
                            parts.providerNetworks().stream().map(Network::name).toList()));
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

    /** Of a password the server keeps a hash only: where it was taken from is told by the value that was applied last. */
    private void users(Group group, Map<String, String> fields) {
        Map<String, User> users = parts.users();
        fields.put(TenantRendering.USERS, Users.text(users.keySet()));
        PersonaRights.Place place = parts.place(group, 0);
        users.forEach((name, user) -> {
            boolean core = user.authDriver().equals(TenantUser.CORE);
            fields.put(TenantRendering.user(name, TenantRendering.DRIVER), user.authDriver());
            parts.applied()
                    .filter(tenant -> core)
                    .flatMap(tenant -> Users.of(tenant, name))
                    .flatMap(TenantUser::password)
                    .ifPresent(secret ->
                            fields.put(TenantRendering.user(name, TenantRendering.PASSWORD), secret.toString()));
            String stored = Users.stored(user);
            if (!core && !stored.equals(Users.NO_IDENTITY)) {
                fields.put(TenantRendering.user(name, TenantRendering.IDENTITY), stored);
            }
            PersonaRights.persona(user.id(), place, parts.administers(user), parts.rulesInZone(user, 0))
                    .ifPresent(persona -> fields.put(
                            TenantRendering.user(name, TenantRendering.PERSONA), PersonaRights.text(persona)));
        });
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
