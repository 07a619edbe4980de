package io.telcofactory.opennebula.backend;

import io.telcofactory.api.Ref;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.backend.render.NetworkRendering;
import io.telcofactory.opennebula.backend.render.Stamps;
import io.telcofactory.opennebula.backend.render.TenantOutputs;
import io.telcofactory.opennebula.model.AclEntry;
import io.telcofactory.opennebula.model.AclRule;
import io.telcofactory.opennebula.model.Group;
import io.telcofactory.opennebula.model.Network;
import io.telcofactory.opennebula.model.SecurityGroup;
import io.telcofactory.opennebula.model.Vdc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The other tenants of a factory that may use a network: each needs the network in its VDC, and a rule that lets its group use the
 * network's security group.
 */
final class NetworkGuests {
    private final Pools pools;
    private final Stamps stamps;
    private final NetworkParts parts;

    NetworkGuests(Pools pools, Stamps stamps, NetworkParts parts) {
        this.pools = pools;
        this.stamps = stamps;
        this.parts = parts;
    }

    /** The fields of those that are there. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        parts.network()
                .ifPresent(network -> vdcs(network)
                        .forEach(vdc -> fields.put(NetworkRendering.guestVdc(guest(vdc.name())), vdc.name())));
        parts.securityGroup()
                .ifPresent(secured -> rules(secured)
                        .forEach(entry -> group(entry)
                                .ifPresent(group ->
                                        fields.put(NetworkRendering.guestSecurityGroup(guest(group.name())), "use"))));
        return fields;
    }

    /**
     * Lets these tenants in.
     *
     * @param wanted their names
     */
    void admit(Set<String> wanted, Network network, SecurityGroup secured, Job job, Steps steps) {
        OpenNebula one = job.one();
        int zone = job.zone();
        for (String guest : wanted) {
            Ref tenant = Ref.tenant(guest);
            int vdc = Integer.parseInt(job.execution().output(tenant, TenantOutputs.VDC));
            int group = Integer.parseInt(job.execution().output(tenant, TenantOutputs.GROUP));
            steps.until(
                    NetworkRendering.ADMIT_GUEST,
                    () -> pools.inVdc(network.id(), vdc),
                    () -> one.vdcs().addNetwork(vdc, zone, network.id()));
            AclRule rule = use(secured, zone).group(group).build();
            steps.until(
                    NetworkRendering.ALLOW_GUEST,
                    () -> rules(secured).stream().anyMatch(found -> found.rule().user() == rule.user()),
                    () -> one.acls().create(rule));
        }
    }

    /** Turns all tenants out but some: before the stamp forgets them. */
    void removeAllBut(Set<String> stay, Network network, SecurityGroup secured, Job job, Steps steps) {
        OpenNebula one = job.one();
        int zone = job.zone();
        for (Vdc vdc : vdcs(network)) {
            if (!stay.contains(guest(vdc.name()))) {
                steps.until(
                        "one.vdc.delvnet",
                        () -> !pools.inVdc(network.id(), vdc.id()),
                        () -> one.vdcs().removeNetwork(vdc.id(), zone, network.id()));
            }
        }
        for (AclEntry entry : rules(secured)) {
            if (group(entry).filter(group -> stay.contains(guest(group.name()))).isEmpty()) {
                steps.until(
                        "one.acl.delrule",
                        () -> rules(secured).stream().noneMatch(left -> left.id() == entry.id()),
                        () -> one.acls().delete(entry.id()));
            }
        }
    }

    private List<Vdc> vdcs(Network network) {
        return pools.vdcsOf(network.id()).stream()
                .filter(vdc -> !vdc.name().equals(parts.tenant().name()))
                .filter(vdc -> stamps.of(vdc).isPresent())
                .toList();
    }

    /** The rules for groups of this factory that name the security group. */
    private List<AclEntry> rules(SecurityGroup secured) {
        AclRule form = use(secured, 0).group(0).build();
        return pools.rulesOn(form.resource()).stream()
                .filter(entry ->
                        entry.rule().rights() == form.rights() && group(entry).isPresent())
                .toList();
    }

    private Optional<Group> group(AclEntry entry) {
        return pools.groups().stream()
                .filter(group -> AclRule.builder()
                                .group(group.id())
                                .kinds(AclRule.Kind.SECGROUP)
                                .allow(AclRule.Right.USE)
                                .build()
                                .user()
                        == entry.rule().user())
                .findFirst();
    }

    private static AclRule.Builder use(SecurityGroup secured, int zone) {
        return AclRule.builder()
                .kinds(AclRule.Kind.SECGROUP)
                .object(secured.id())
                .allow(AclRule.Right.USE)
                .zone(zone);
    }

    /** The name of a tenant is the last part of its native name. */
    private static String guest(String nativeName) {
        return nativeName.substring(nativeName.lastIndexOf('.') + 1);
    }
}
