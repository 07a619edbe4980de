package io.telcofactory.opennebula.backend.read;

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
public final class Pools {
    private final Snapshot snapshot;
    private final Set<Pool<?, ?>> grown = new HashSet<>();
    private final Map<Pool<?, ?>, Set<Object>> renewed = new HashMap<>();
    private final IdentityHashMap<Vdc, Set<Integer>> networksOfVdcs = new IdentityHashMap<>();

    public Pools(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Looks again, when it is next asked, at what a call may have made or changed. */
    public void changedBy(String call) {
        for (Pool<?, ?> pool : snapshot.pools()) {
            if (pool.calls().make(call)) {
                grown.add(pool);
            } else if (pool.calls().change(call)) {
                renewed.put(pool, new HashSet<>());
            }
        }
    }

    /** Forgets all about the pools that a call changes: nobody knows what came of it. */
    public void lost(String call) {
        snapshot.pools().stream()
                .filter(pool -> pool.calls().make(call) || pool.calls().change(call))
                .forEach(Pool::forget);
    }

    public List<Document> anchors() {
        return snapshot.anchors.all();
    }

    public List<Document> anchors(String name) {
        return look(snapshot.anchors, name);
    }

    public List<Group> groups() {
        return snapshot.groups.all();
    }

    public List<Group> groups(String name) {
        return look(snapshot.groups, name);
    }

    public List<Vdc> vdcs() {
        return snapshot.vdcs.all();
    }

    public List<Vdc> vdcs(String name) {
        return look(snapshot.vdcs, name);
    }

    /** The VDC that each new group is in at first. */
    public Optional<Vdc> defaultVdc() {
        return look(snapshot.vdcs, Snapshot.DEFAULT_VDC).stream().findFirst();
    }

    /** The ids of the networks in a VDC. */
    public Set<Integer> networksOf(Vdc vdc) {
        return networksOfVdcs.computeIfAbsent(vdc, seen -> ids(seen.networks()));
    }

    /** The VDCs that had a network when they were last looked at; of those of the factory and the default one. */
    public List<Vdc> vdcsOf(int network) {
        return vdcs().stream().filter(vdc -> networksOf(vdc).contains(network)).toList();
    }

    /** Whether a network is in a VDC now. */
    public boolean inVdc(int network, int vdc) {
        return look(snapshot.vdcs, Snapshot.number(vdc)).stream()
                .anyMatch(found -> networksOf(found).contains(network));
    }

    public static Set<Integer> ids(List<ZoneEntry> entries) {
        return entries.stream().map(ZoneEntry::id).collect(Collectors.toSet());
    }

    public List<User> users(String name) {
        return look(snapshot.users, name);
    }

    /** The rules for a user, or whoever else has that number in them. */
    public List<AclEntry> rules(long user) {
        return look(snapshot.rules, Snapshot.ofUser(user));
    }

    /** The rules on a resource, as rules number it. */
    public List<AclEntry> rulesOn(long resource) {
        return look(snapshot.rules, Snapshot.onResource(resource));
    }

    public List<SecurityGroup> securityGroups() {
        return snapshot.securityGroups.all();
    }

    public List<SecurityGroup> securityGroups(String name) {
        return look(snapshot.securityGroups, name);
    }

    /** All networks, those of others as well. */
    public List<Network> networks() {
        return snapshot.networks.all();
    }

    public List<Network> networks(String name) {
        return look(snapshot.networks, name);
    }

    public Optional<Network> network(int id) {
        return look(snapshot.networks, Snapshot.number(id)).stream().findFirst();
    }

    public List<VirtualRouter> virtualRouters() {
        return snapshot.virtualRouters.all();
    }

    public List<VirtualRouter> virtualRouters(String name) {
        return look(snapshot.virtualRouters, name);
    }

    public List<VmGroup> vmGroups() {
        return snapshot.vmGroups.all();
    }

    public List<VmGroup> vmGroups(String name) {
        return look(snapshot.vmGroups, name);
    }

    public List<VmTemplate> templates() {
        return snapshot.templates.all();
    }

    /** The templates of a name, or of all roles of the service of that name. */
    public List<VmTemplate> templates(String name) {
        return look(snapshot.templates, name);
    }

    public List<ServiceTemplate> serviceTemplates() {
        return snapshot.serviceTemplates.all();
    }

    public List<ServiceTemplate> serviceTemplates(String name) {
        return look(snapshot.serviceTemplates, name);
    }

    public List<Service> services() {
        return snapshot.services.all();
    }

    public List<Service> services(String name) {
        return look(snapshot.services, name);
    }

    /** All virtual machines that have not ended, those of others as well. */
    List<Vm> vms() {
        return snapshot.vms.all();
    }

    public Optional<Vm> vm(int id) {
        return look(snapshot.vms, Snapshot.number(id)).stream().findFirst();
    }

    public List<Cluster> clusters() {
        return snapshot.clusters.all();
    }

    public List<Datastore> datastores() {
        return snapshot.datastores.all();
    }

    public List<Host> hosts() {
        return snapshot.hosts.all();
    }

    public List<Host> hosts(String name) {
        return snapshot.hosts.find(name);
    }

    public List<Image> images() {
        return snapshot.images.all();
    }

    public List<Image> images(String name) {
        return look(snapshot.images, name);
    }

    public List<MarketplaceApp> apps() {
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
