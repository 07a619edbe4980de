package io.telcofactory.opennebula.backend;

import io.telcofactory.opennebula.flow.Service;
import io.telcofactory.opennebula.flow.ServiceTemplate;
import io.telcofactory.opennebula.model.AclEntry;
import io.telcofactory.opennebula.model.Cluster;
import io.telcofactory.opennebula.model.Datastore;
import io.telcofactory.opennebula.model.Document;
import io.telcofactory.opennebula.model.Group;
import io.telcofactory.opennebula.model.Hook;
import io.telcofactory.opennebula.model.Host;
import io.telcofactory.opennebula.model.Image;
import io.telcofactory.opennebula.model.MarketplaceApp;
import io.telcofactory.opennebula.model.Network;
import io.telcofactory.opennebula.model.SecurityGroup;
import io.telcofactory.opennebula.model.User;
import io.telcofactory.opennebula.model.Vdc;
import io.telcofactory.opennebula.model.VirtualRouter;
import io.telcofactory.opennebula.model.Vm;
import io.telcofactory.opennebula.model.VmGroup;
import io.telcofactory.opennebula.model.VmTemplate;
import io.telcofactory.opennebula.model.ZoneEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the work on one resource sees of the server: what a {@link Snapshot} holds, and after a change of its own what is so now. Threads: one
 * thread.
 */
final class Pools {
    private final Snapshot snapshot;
    private final Set<Pool<?, ?>> grown = new HashSet<>();
    private final Map<Pool<?, ?>, Set<Object>> renewed = new HashMap<>();
    private final IdentityHashMap<Vdc, Set<Integer>> networksOfVdcs = new IdentityHashMap<>();

    Pools(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Looks again, when it is next asked, at what a call may have made or changed. */
    void changedBy(String call) {
        for (Pool<?, ?> pool : snapshot.pools()) {
            if (pool.calls().make(call)) {
                grown.add(pool);
            } else if (pool.calls().change(call)) {
                renewed.put(pool, new HashSet<>());
            }
        }
    }

    /** Forgets all about the pools that a call changes: nobody knows what came of it. */
    void lost(String call) {
        snapshot.pools().stream()
                .filter(pool -> pool.calls().make(call) || pool.calls().change(call))
                .forEach(Pool::forget);
    }

    List<Document> anchors() {
        return snapshot.anchors.all();
    }

    List<Document> anchors(String name) {
        return look(snapshot.anchors, name);
    }

    List<Group> groups() {
        return snapshot.groups.all();
    }

    List<Group> groups(String name) {
        return look(snapshot.groups, name);
    }

    List<Vdc> vdcs() {
        return snapshot.vdcs.all();
    }

    List<Vdc> vdcs(String name) {
        return look(snapshot.vdcs, name);
    }

    /** The VDC that each new group is in at first. */
    Optional<Vdc> defaultVdc() {
        return look(snapshot.vdcs, Snapshot.DEFAULT_VDC).stream().findFirst();
    }

    /** The ids of the networks in a VDC. */
    Set<Integer> networksOf(Vdc vdc) {
        return networksOfVdcs.computeIfAbsent(vdc, seen -> ids(seen.networks()));
    }

    /** The VDCs that had a network when they were last looked at; of those of the factory and the default one. */
    List<Vdc> vdcsOf(int network) {
        return vdcs().stream().filter(vdc -> networksOf(vdc).contains(network)).toList();
    }

    /** Whether a network is in a VDC now. */
    boolean inVdc(int network, int vdc) {
        return look(snapshot.vdcs, Snapshot.number(vdc)).stream()
                .anyMatch(found -> networksOf(found).contains(network));
    }

    static Set<Integer> ids(List<ZoneEntry> entries) {
        return entries.stream().map(ZoneEntry::id).collect(Collectors.toSet());
    }

    List<User> users(String name) {
        return look(snapshot.users, name);
    }

    /** The rules for a user, or whoever else has that number in them. */
    List<AclEntry> rules(long user) {
        return look(snapshot.rules, Snapshot.ofUser(user));
    }

    /** The rules on a resource, as rules number it. */
    List<AclEntry> rulesOn(long resource) {
        return look(snapshot.rules, Snapshot.onResource(resource));
    }

    List<SecurityGroup> securityGroups() {
        return snapshot.securityGroups.all();
    }

    List<SecurityGroup> securityGroups(String name) {
        return look(snapshot.securityGroups, name);
    }

    /** All networks, those of others as well. */
    List<Network> networks() {
        return snapshot.networks.all();
    }

    List<Network> networks(String name) {
        return look(snapshot.networks, name);
    }

    Optional<Network> network(int id) {
        return look(snapshot.networks, Snapshot.number(id)).stream().findFirst();
    }

    List<VirtualRouter> virtualRouters() {
        return snapshot.virtualRouters.all();
    }

    List<VirtualRouter> virtualRouters(String name) {
        return look(snapshot.virtualRouters, name);
    }

    List<VmGroup> vmGroups() {
        return snapshot.vmGroups.all();
    }

    List<VmGroup> vmGroups(String name) {
        return look(snapshot.vmGroups, name);
    }

    List<VmTemplate> templates() {
        return snapshot.templates.all();
    }

    /** The templates of a name, or of all roles of the service of that name. */
    List<VmTemplate> templates(String name) {
        return look(snapshot.templates, name);
    }

    List<ServiceTemplate> serviceTemplates() {
        return snapshot.serviceTemplates.all();
    }

    List<ServiceTemplate> serviceTemplates(String name) {
        return look(snapshot.serviceTemplates, name);
    }

    List<Service> services() {
        return snapshot.services.all();
    }

    List<Service> services(String name) {
        return look(snapshot.services, name);
    }

    /** All virtual machines that have not ended, those of others as well. */
    List<Vm> vms() {
        return snapshot.vms.all();
    }

    Optional<Vm> vm(int id) {
        return look(snapshot.vms, Snapshot.number(id)).stream().findFirst();
    }

    List<Cluster> clusters() {
        return snapshot.clusters.all();
    }

    List<Datastore> datastores() {
        return snapshot.datastores.all();
    }

    List<Host> hosts() {
        return snapshot.hosts.all();
    }

    List<Host> hosts(String name) {
        return snapshot.hosts.find(name);
    }

    List<Image> images() {
        return snapshot.images.all();
    }

    List<Image> images(String name) {
        return look(snapshot.images, name);
    }

    List<MarketplaceApp> apps() {
        return snapshot.apps.all();
    }

    List<Hook> hooks() {
        return snapshot.hooks.all();
    }

    /** What could not be read counts as not read. */
    private <K, T> List<T> look(Pool<K, T> pool, K key) {
        if (grown.contains(pool)) {
            pool.grow();
            grown.remove(pool);
        }
        Set<Object> fresh = renewed.get(pool);
        if (fresh != null && !fresh.contains(key)) {
            pool.renew(key);
            fresh.add(key);
        }
        return pool.find(key);
    }
}
