package io.telcofactory.opennebula.backend;

import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.tenant.Tenant;
import io.telcofactory.api.tenant.VlanRange;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.backend.read.Snapshot;
import io.telcofactory.opennebula.backend.render.QuotaForm;
import io.telcofactory.opennebula.backend.render.Stamps;
import io.telcofactory.opennebula.backend.render.TenantRendering;
import io.telcofactory.opennebula.backend.render.Users;
import io.telcofactory.opennebula.model.Document;
import io.telcofactory.opennebula.model.Group;
import io.telcofactory.opennebula.model.Network;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.UpdateMode;
import io.telcofactory.opennebula.model.User;
import io.telcofactory.opennebula.model.Vdc;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes a tenant of whatever is there of it. The order is the server's: outside of the default VDC before a user exists. */
final class TenantConvergence {
    private static final int DEFAULT_VDC = 0;
    private static final int NO_GROUP = -1;
    private static final int PASSWORD_BYTES = 32;

    private final Job job;
    private final OpenNebula one;
    private final Tenant tenant;
    private final Stamps stamps;
    private final TenantParts parts;
    private final Steps steps;
    private final String name;

    TenantConvergence(Job job, Tenant tenant) {
        Pools pools = job.pools();
        this.job = job;
        this.one = job.one();
        this.tenant = tenant;
        this.stamps = job.stamps();
        this.parts = new TenantParts(pools, stamps, job.site(), tenant.ref());
        this.steps = new Steps(job.execution(), pools);
        this.name = parts.name();
    }

    Map<String, String> ensure() {
        Document anchor = anchor();
        Group group = group();
        leaveDefaultVdc(group);
        Vdc vdc = vdc();
        fill(vdc);
        admit(group, vdc);
        limit(group);
        confine(group);
        connect(vdc);
        User user = user(group);
        allow(user);
        forgetTokens();
        new UserConvergence(job, tenant, parts, steps, parts.place(group, job.zone())).ensure(anchor);
        keep(anchor);
        return new TenantView(parts, job.site()).outputs();
    }

    private Document anchor() {
        if (parts.anchor().isEmpty()) {
            refuseForeign("group", parts.groupOfThatName().filter(group -> !parts.stamped(group)));
            refuseForeign("user", parts.userOfThatName().filter(user -> !parts.stamped(user)));
            tenant.users().forEach(user -> refuseForeign("user", parts.userOfThatName(user.name())));
            refuseForeign("VDC", parts.vdcOfThatName().filter(vdc -> parts.vdc().isEmpty()));
        }
        OneTemplate intent = stamp().set("NAME", name)
                .set("GROUP_NAME", name)
                .set("USER_NAME", name)
                .set("VDC_NAME", name)
                .set(Users.ATTRIBUTE, Users.text(Users.names(tenant)))
                .build();
        Document anchor = steps.make(
                "one.document.allocate", parts::anchor, () -> one.documents().create(intent, Snapshot.ANCHOR));
        for (Document copy : parts.anchors().stream().skip(1).toList()) {
            steps.until(
                    "one.document.delete",
                    () -> parts.anchors().stream().noneMatch(left -> left.id() == copy.id()),
                    () -> one.documents().delete(copy.id()));
        }
        return anchor;
    }

    private Group group() {
        Group group = steps.make(
                "one.group.allocate", parts::group, () -> one.groups().create(name));
        steps.until(
                "one.group.update",
                () -> parts.group().filter(parts::stamped).isPresent(),
                () -> one.groups().update(group.id(), stamp().build(), UpdateMode.MERGE));
        return group;
    }

    /** The default VDC gives its groups the use of every network and datastore of the zone. */
    private void leaveDefaultVdc(Group group) {
        steps.until(
                "one.vdc.delgroup",
                () -> !parts.inDefaultVdc(group),
                () -> one.vdcs().removeGroup(DEFAULT_VDC, group.id()));
    }

    private Vdc vdc() {
        OneTemplate template = stamp().set("NAME", name).build();
        return steps.make("one.vdc.allocate", parts::vdc, () -> one.vdcs().create(template));
    }

    /** Hosts and datastores one by one: with the cluster as a whole would come every network of it. */
    private void fill(Vdc vdc) {
        int zone = job.zone();
        List<Integer> hosts = parts.site()
                .cluster()
                .orElseThrow(() -> unknown("cluster", job.site().cluster()))
                .hostIds();
        for (int host : hosts) {
            steps.until(
                    "one.vdc.addhost",
                    () -> parts.hosts().contains(host),
                    () -> one.vdcs().addHost(vdc.id(), zone, host));
        }
        List<Integer> datastores = parts.site().systemDatastores();
        if (datastores.isEmpty()) {
            throw unknown("system datastore", TenantRendering.systemDatastores(job.site()));
        }
        for (int datastore : datastores) {
            steps.until(
                    "one.vdc.adddatastore",
                    () -> parts.datastores().contains(datastore),
                    () -> one.vdcs().addDatastore(vdc.id(), zone, datastore));
        }
    }

    private void admit(Group group, Vdc vdc) {
        steps.until(
                "one.vdc.addgroup",
                () -> parts.holdsGroup(group),
                () -> one.vdcs().addGroup(vdc.id(), group.id()));
    }

    /** Limits that we set before and that are no longer wanted fall back to the server's default; those of others stay. */
    private void limit(Group group) {
        List<QuotaForm.Limit> wanted = QuotaForm.limits(tenant.quota());
        List<QuotaForm.Limit> former =
                parts.applied().map(Tenant::quota).map(QuotaForm::limits).orElse(List.of());
        Map<String, String> fields = QuotaForm.fields(wanted);
        Set<String> ours = new HashSet<>(fields.keySet());
        former.forEach(limit -> ours.add(limit.path()));
        steps.until(
                "one.group.quota",
                () -> {
                    Map<String, String> live = quota(group).fields();
                    live.keySet().retainAll(ours);
                    return live.equals(fields);
                },
                () -> one.groups().setQuota(group.id(), quota(group).template(wanted, former)));
    }

    private GroupQuota quota(Group group) {
        return parts.quota(one.groups().get(group.id()).tree());
    }

    private void confine(Group group) {
        OneTemplate.Builder rules = OneTemplate.builder();
        if (!tenant.vlans().isEmpty()) {
            String ids = tenant.vlans().stream().map(VlanRange::toString).collect(Collectors.joining(","));
            rules.add("RULE", rule -> rule.set("ID", ids).set("SCOPE", "VLAN_ID"));
        }
        steps.until(
                "one.group.vlan",
                () -> TenantParts.vlans(one.groups().get(group.id())).equals(TenantRendering.vlans(tenant)),
                () -> one.groups().setVlanRules(group.id(), rules.build()));
    }

    private void connect(Vdc vdc) {
        int zone = job.zone();
        for (String name : new TreeSet<>(tenant.providerNetworks())) {
            int network = parts.provider().network(name);
            steps.until(
                    "one.vdc.addvnet",
                    () -> parts.providerNetworks().stream().anyMatch(found -> found.id() == network),
                    () -> one.vdcs().addNetwork(vdc.id(), zone, network));
        }
        for (Network network : parts.providerNetworks()) {
            if (!tenant.providerNetworks().contains(network.name())) {
                steps.until(
                        "one.vdc.delvnet",
                        () -> parts.providerNetworks().stream().noneMatch(left -> left.id() == network.id()),
                        () -> one.vdcs().removeNetwork(vdc.id(), zone, network.id()));
            }
        }
    }

    /** The password is thrown away: the user only ever works with short-lived tokens. */
    private User user(Group group) {
        User user = steps.make(
                "one.user.allocate",
                parts::user,
                () -> one.users().create(name, password(), "core", List.of(group.id())));
        steps.until(
                "one.user.update",
                () -> parts.user().filter(parts::stamped).isPresent(),
                () -> one.users().update(user.id(), stamp().build(), UpdateMode.MERGE));
        return user;
    }

    private String password() {
        byte[] secret = new byte[PASSWORD_BYTES];
        job.random().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    private void allow(User user) {
        steps.until(
                "one.acl.addrule",
                () -> parts.mayCreateServices(user),
                () -> one.acls().create(TenantParts.createServices(user, job.zone())));
    }

    /** Tokens that are left come from applies that were killed: whoever works on the tenant now holds its lock. */
    private void forgetTokens() {
        steps.until("one.user.login", parts::withoutTokens, () -> one.users().login(name, "", Duration.ZERO, NO_GROUP));
    }

    /** The stamp tells the new value only when everything is as it says: until then what was set before must not be forgotten. */
    private void keep(Document anchor) {
        steps.until(
                "one.document.update",
                () -> parts.anchor()
                        .filter(found -> stamps.upToDate(found, tenant))
                        .filter(found -> Users.announced(found).equals(Users.names(tenant)))
                        .isPresent(),
                () -> one.documents()
                        .update(
                                anchor.id(),
                                stamp().set(Users.ATTRIBUTE, Users.text(Users.names(tenant)))
                                        .build(),
                                UpdateMode.MERGE));
    }

    private OneTemplate.Builder stamp() {
        return OneTemplate.builder().set(Stamps.ATTRIBUTE, stamps.stamp(tenant));
    }

    private void refuseForeign(String what, Optional<?> found) {
        found.ifPresent(foreign -> {
            throw new ConflictException(
                    ErrorContext.of(
                            OpenNebulaBackend.NAME, "ensure", tenant.ref().toString()),
                    "There is a " + what + " named '" + name + "' that this factory did not make (" + foreign
                            + "). Nothing was changed; remove or rename it, or choose another tenant name or factory"
                            + " id");
        });
    }

    private NotFoundException unknown(String what, String value) {
        return new NotFoundException(
                ErrorContext.of(OpenNebulaBackend.NAME, "ensure", tenant.ref().toString()),
                "The site '" + job.site().name() + "' names " + what + " '" + value
                        + "', but the server has none or several of that name; correct the site document");
    }
}
