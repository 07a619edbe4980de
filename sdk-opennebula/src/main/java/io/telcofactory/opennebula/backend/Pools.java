package io.telcofactory.opennebula.backend;

import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.flow.OneFlow;
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
import io.telcofactory.opennebula.model.OneObject;
import io.telcofactory.opennebula.model.SecurityGroup;
import io.telcofactory.opennebula.model.User;
import io.telcofactory.opennebula.model.Vdc;
import io.telcofactory.opennebula.model.VirtualRouter;
import io.telcofactory.opennebula.model.Vm;
import io.telcofactory.opennebula.model.VmGroup;
import io.telcofactory.opennebula.model.VmTemplate;
import io.telcofactory.opennebula.model.ZoneEntry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The server's pools, each read once when it is first asked for, and again after something in it was changed. Of the kinds that only our
 * own objects matter of, only those are kept whose names begin with the factory's. Threads: one thread.
 */
final class Pools {
    /** Type of the documents that anchor tenants; own types begin at 1000. */
    static final int ANCHOR = 1100;

    private enum Pool {
        ANCHORS,
        GROUPS,
        VDCS,
        USERS,
        RULES,
        SECURITY_GROUPS,
        NETWORKS,
        VM_GROUPS,
        TEMPLATES,
        SERVICE_TEMPLATES,
        SERVICES,
        VIRTUAL_ROUTERS,
        VMS,
        CLUSTERS,
        DATASTORES,
        HOSTS,
        IMAGES,
        APPS,
        HOOKS
    }

    /** How the names of the calls begin that change something in a pool. */
    private static final Map<Pool, List<String>> CHANGED_BY = Map.ofEntries(
            Map.entry(Pool.ANCHORS, List.of("one.document.")),
            Map.entry(Pool.GROUPS, List.of("one.group.", "one.user.")),
            Map.entry(Pool.VDCS, List.of("one.vdc.", "one.group.")),
            Map.entry(Pool.USERS, List.of("one.user.")),
            Map.entry(Pool.RULES, List.of("one.acl.", "one.user.", "one.group.")),
            Map.entry(Pool.SECURITY_GROUPS, List.of("one.secgroup.")),
            Map.entry(Pool.NETWORKS, List.of("one.vn.")),
            Map.entry(Pool.VM_GROUPS, List.of("one.vmgroup.")),
            Map.entry(Pool.TEMPLATES, List.of("one.template.")),
            Map.entry(
                    Pool.SERVICE_TEMPLATES,
                    List.of("POST /service_template", "PUT /service_template", "DELETE /service_template")),
            Map.entry(Pool.SERVICES, List.of("POST /service", "PUT /service/", "DELETE /service/")),
            Map.entry(Pool.IMAGES, List.of("one.image.")),
            Map.entry(Pool.VIRTUAL_ROUTERS, List.of("one.vrouter.")),
            Map.entry(Pool.VMS, List.of("one.vrouter.", "POST /service", "DELETE /service/")));

    private final OpenNebula one;
    private final OneFlow flow;
    private final String prefix;
    private final Map<Pool, List<?>> read = new EnumMap<>(Pool.class);
    private final Map<Pool, Map<?, ?>> indexes = new EnumMap<>(Pool.class);
    private final Map<Integer, Set<Integer>> networksOfVdcs = new HashMap<>();
    private final Map<Integer, List<Vdc>> vdcsOfNetworks = new HashMap<>();
    private final Map<Long, List<AclEntry>> rulesOfResources = new HashMap<>();

    Pools(OpenNebula one, OneFlow flow, String factory) {
        this.one = one;
        this.flow = flow;
        this.prefix = factory + ".";
    }

    /** Forgets what a call may have changed. */
    void changedBy(String call) {
        Predicate<Pool> changed =
                pool -> CHANGED_BY.getOrDefault(pool, List.of()).stream().anyMatch(call::startsWith);
        read.keySet().removeIf(changed);
        indexes.keySet().removeIf(changed);
        if (changed.test(Pool.VDCS)) {
            networksOfVdcs.clear();
            vdcsOfNetworks.clear();
        }
        if (changed.test(Pool.RULES)) {
            rulesOfResources.clear();
        }
    }

    /** Forgets everything, after time has passed. */
    void forget() {
        read.clear();
        indexes.clear();
        networksOfVdcs.clear();
        vdcsOfNetworks.clear();
        rulesOfResources.clear();
    }

    List<Document> anchors() {
        return pool(Pool.ANCHORS, () -> one.documents().list(ANCHOR), this::named);
    }

    List<Document> anchors(String name) {
        return indexed(Pool.ANCHORS, anchors(), Document::name, name);
    }

    List<Group> groups() {
        return pool(Pool.GROUPS, one.groups()::list, this::named);
    }

    List<Group> groups(String name) {
        return indexed(Pool.GROUPS, groups(), Group::name, name);
    }

    List<Vdc> vdcs() {
        return pool(Pool.VDCS, one.vdcs()::list, vdc -> named(vdc) || vdc.id() == 0);
    }

    List<Vdc> vdcs(String name) {
        return indexed(Pool.VDCS, vdcs(), Vdc::name, name);
    }

    /** The ids of the networks in a VDC. */
    Set<Integer> networksOf(Vdc vdc) {
        return networksOfVdcs.computeIfAbsent(vdc.id(), id -> ids(vdc.networks()));
    }

    /** The VDCs that have a network; of those of the factory and the default one. */
    List<Vdc> vdcsOf(int network) {
        if (vdcsOfNetworks.isEmpty()) {
            vdcs().forEach(vdc -> networksOf(vdc)
                    .forEach(id -> vdcsOfNetworks
                            .computeIfAbsent(id, absent -> new ArrayList<>())
                            .add(vdc)));
        }
        return vdcsOfNetworks.getOrDefault(network, List.of());
    }

    static Set<Integer> ids(List<ZoneEntry> entries) {
        return entries.stream().map(ZoneEntry::id).collect(Collectors.toSet());
    }

    List<User> users() {
        return pool(Pool.USERS, one.users()::list, this::named);
    }

    List<User> users(String name) {
        return indexed(Pool.USERS, users(), User::name, name);
    }

    List<AclEntry> rules() {
        return pool(Pool.RULES, one.acls()::list, rule -> true);
    }

    /** The rules for a user, or whoever else has that number in them. */
    List<AclEntry> rules(long user) {
        return indexed(Pool.RULES, rules(), entry -> entry.rule().user(), user);
    }

    /** The rules on a resource, as rules number it. */
    List<AclEntry> rulesOn(long resource) {
        if (rulesOfResources.isEmpty()) {
            rules().forEach(entry -> rulesOfResources
                    .computeIfAbsent(entry.rule().resource(), absent -> new ArrayList<>())
                    .add(entry));
        }
        return rulesOfResources.getOrDefault(resource, List.of());
    }

    List<SecurityGroup> securityGroups() {
        return pool(Pool.SECURITY_GROUPS, one.securityGroups()::list, this::named);
    }

    List<SecurityGroup> securityGroups(String name) {
        return indexed(Pool.SECURITY_GROUPS, securityGroups(), SecurityGroup::name, name);
    }

    /** All networks, those of others as well. */
    List<Network> networks() {
        return pool(Pool.NETWORKS, one.networks()::list, network -> true);
    }

    List<Network> networks(String name) {
        return indexed(Pool.NETWORKS, networks(), Network::name, name);
    }

    List<VirtualRouter> virtualRouters() {
        return pool(Pool.VIRTUAL_ROUTERS, one.virtualRouters()::list, this::named);
    }

    List<VirtualRouter> virtualRouters(String name) {
        return indexed(Pool.VIRTUAL_ROUTERS, virtualRouters(), VirtualRouter::name, name);
    }

    List<VmGroup> vmGroups() {
        return pool(Pool.VM_GROUPS, one.vmGroups()::list, this::named);
    }

    List<VmGroup> vmGroups(String name) {
        return indexed(Pool.VM_GROUPS, vmGroups(), VmGroup::name, name);
    }

    List<VmTemplate> templates() {
        return pool(Pool.TEMPLATES, one.templates()::list, this::named);
    }

    /** The templates of the roles of a service, by its native name. */
    List<VmTemplate> templates(String service) {
        return indexed(Pool.TEMPLATES, templates(), template -> withoutRole(template.name()), service);
    }

    List<ServiceTemplate> serviceTemplates() {
        return pool(Pool.SERVICE_TEMPLATES, () -> flow.templates().list().stream(), found -> named(found.name()));
    }

    List<ServiceTemplate> serviceTemplates(String name) {
        return indexed(Pool.SERVICE_TEMPLATES, serviceTemplates(), ServiceTemplate::name, name);
    }

    List<Service> services() {
        return pool(Pool.SERVICES, () -> flow.services().list().stream(), found -> named(found.name()));
    }

    List<Service> services(String name) {
        return indexed(Pool.SERVICES, services(), Service::name, name);
    }

    /** All virtual machines that have not ended, those of others as well. */
    List<Vm> vms() {
        return pool(Pool.VMS, one.vms()::list, vm -> true);
    }

    List<Cluster> clusters() {
        return pool(Pool.CLUSTERS, one.clusters()::list, cluster -> true);
    }

    List<Datastore> datastores() {
        return pool(Pool.DATASTORES, one.datastores()::list, datastore -> true);
    }

    List<Host> hosts() {
        return pool(Pool.HOSTS, one.hosts()::list, host -> true);
    }

    List<Image> images() {
        return pool(Pool.IMAGES, one.images()::list, image -> true);
    }

    List<MarketplaceApp> apps() {
        return pool(Pool.APPS, one.marketplaceApps()::list, app -> true);
    }

    List<Hook> hooks() {
        return pool(Pool.HOOKS, one.hooks()::list, hook -> true);
    }

    /** Names themselves hold no dot, so that the last part of a template's name is its role. */
    private static String withoutRole(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    private boolean named(OneObject object) {
        return named(object.name());
    }

    private boolean named(String name) {
        return name.startsWith(prefix);
    }

    @SuppressWarnings("unchecked") // each pool is asked by one method only
    private <T> List<T> pool(Pool pool, Supplier<Stream<T>> source, Predicate<T> kept) {
        return (List<T>) read.computeIfAbsent(pool, key -> {
            try (Stream<T> objects = source.get()) {
                return objects.filter(kept).toList();
            }
        });
    }

    /** The members of a pool that have a key; the pool is sorted by it once, since each resource asks. */
    @SuppressWarnings("unchecked") // each pool is sorted by one key only
    private <K, T> List<T> indexed(Pool pool, List<T> members, Function<T, K> key, K wanted) {
        Map<K, List<T>> index = (Map<K, List<T>>)
                indexes.computeIfAbsent(pool, absent -> members.stream().collect(Collectors.groupingBy(key)));
        return index.getOrDefault(wanted, List.of());
    }
}
