package io.telcofactory.opennebula.backend.read;

import io.telcofactory.api.spi.Scope;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.backend.render.Stamps;
import io.telcofactory.opennebula.flow.FlowDocument;
import io.telcofactory.opennebula.flow.FlowResource;
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
import io.telcofactory.opennebula.model.IdRange;
import io.telcofactory.opennebula.model.Image;
import io.telcofactory.opennebula.model.MarketplaceApp;
import io.telcofactory.opennebula.model.Network;
import io.telcofactory.opennebula.model.OneObject;
import io.telcofactory.opennebula.model.PoolFilter;
import io.telcofactory.opennebula.model.SecurityGroup;
import io.telcofactory.opennebula.model.User;
import io.telcofactory.opennebula.model.Vdc;
import io.telcofactory.opennebula.model.VirtualRouter;
import io.telcofactory.opennebula.model.Vm;
import io.telcofactory.opennebula.model.VmGroup;
import io.telcofactory.opennebula.model.VmStateFilter;
import io.telcofactory.opennebula.model.VmTemplate;
import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The server as far as it was looked at, for one observation or one apply: everything that works on it at once shares it. Of the kinds
 * that only our own objects matter of, only those are kept whose names begin with the factory's. Threads: safe.
 */
public final class Snapshot {
    /** Type of the documents that anchor tenants; own types begin at 1000. */
    public static final int ANCHOR = 1100;

    /** By which the VDC is found that each new group is in at first. */
    static final String DEFAULT_VDC = "";

    private static final int SERVICE = 100;
    private static final int SERVICE_TEMPLATE = 101;

    /** To the server: the user of the session. */
    private static final int CALLER = -1;

    final Pool<String, Document> anchors;
    final Pool<String, Group> groups;
    final Pool<String, Vdc> vdcs;
    final Pool<String, User> users;
    final Pool<String, AclEntry> rules;
    final Pool<String, SecurityGroup> securityGroups;
    final Pool<String, Network> networks;
    final Pool<String, VmGroup> vmGroups;
    final Pool<String, VmTemplate> templates;
    final Pool<String, ServiceTemplate> serviceTemplates;
    final Pool<String, Service> services;
    final Pool<String, VirtualRouter> virtualRouters;
    final Pool<String, Vm> vms;
    final Pool<String, Cluster> clusters;
    final Pool<String, Datastore> datastores;
    final Pool<String, Host> hosts;
    final Pool<String, Image> images;
    final Pool<String, MarketplaceApp> apps;
    final Pool<String, Hook> hooks;
    private final List<Pool<?, ?>> all;

    private final OpenNebula one;
    private final Scope scope;
    private final Zone zone;
    private final String prefix;
    private final ReentrantLock asking = new ReentrantLock();
    private @Nullable Stamps stamps;
    private @Nullable XmlNode configuration;

    public Snapshot(OpenNebula one, OneFlow flow, Scope scope, Zone zone) {
        this.one = one;
        this.scope = scope;
        this.zone = zone;
        this.prefix = scope.factory() + ".";
        this.anchors = named(
                PoolSource.ranged(range -> one.documents().list(PoolFilter.ALL, range, ANCHOR), Document::id),
                PoolCalls.of("one.document.allocate", "one.document."));
        this.groups = named(
                PoolSource.single(one.groups()::list, one.groups()::find, Group::id),
                PoolCalls.of("one.group.allocate", "one.group.", "one.user.allocate", "one.user.delete"));
        this.vdcs = new Pool<>(
                PoolSource.single(one.vdcs()::list, one.vdcs()::find, Vdc::id),
                vdc -> vdc.id() == 0 || isNamed(vdc.name()),
                vdc -> List.of(vdc.id() == 0 ? DEFAULT_VDC : vdc.name(), number(vdc.id())),
                PoolCalls.of("one.vdc.allocate", "one.vdc.", "one.group.allocate", "one.group.delete"));
        this.users = named(
                PoolSource.single(one.users()::list, one.users()::find, User::id),
                PoolCalls.of("one.user.allocate", "one.user."));
        this.rules = new Pool<>(
                PoolSource.whole(one.acls()::list, AclEntry::id),
                rule -> true,
                rule -> List.of(
                        ofUser(rule.rule().user()), onResource(rule.rule().resource())),
                PoolCalls.of("one.acl.addrule", "one.acl.", "one.user.", "one.group."));
        this.securityGroups = named(
                PoolSource.ranged(range -> one.securityGroups().list(PoolFilter.ALL, range), SecurityGroup::id),
                PoolCalls.of("one.secgroup.allocate", "one.secgroup."));
        this.networks = new Pool<>(
                PoolSource.ranged(range -> one.networks().list(PoolFilter.ALL, range), Network::id),
                network -> true,
                network -> List.of(network.name(), number(network.id())),
                PoolCalls.of("one.vn.allocate", "one.vn."));
        this.vmGroups = named(
                PoolSource.ranged(range -> one.vmGroups().list(PoolFilter.ALL, range), VmGroup::id),
                PoolCalls.of("one.vmgroup.allocate", "one.vmgroup."));
        this.templates = new Pool<>(
                PoolSource.ranged(range -> one.templates().list(PoolFilter.ALL, range), VmTemplate::id),
                template -> isNamed(template.name()),
                template -> List.of(template.name(), withoutRole(template.name())),
                PoolCalls.of("one.template.allocate", "one.template."));
        this.serviceTemplates = new Pool<>(
                flow(flow.templates(), SERVICE_TEMPLATE),
                template -> isNamed(template.name()),
                template -> List.of(template.name()),
                PoolCalls.of(
                        "POST /service_template",
                        "POST /service_template/ID/action ch",
                        "PUT /service_template/",
                        "DELETE /service_template/"));
        this.services = new Pool<>(
                flow(flow.services(), SERVICE),
                service -> isNamed(service.name()),
                service -> List.of(service.name()),
                PoolCalls.of(
                        "POST /service_template/ID/action instantiate",
                        "POST /service/",
                        "PUT /service/",
                        "DELETE /service/"));
        this.images = new Pool<>(
                PoolSource.ranged(range -> one.images().list(PoolFilter.ALL, range), Image::id),
                image -> true,
                image -> List.of(image.name()),
                PoolCalls.of("one.image.allocate", "one.image."));
        this.virtualRouters = named(
                PoolSource.ranged(range -> one.virtualRouters().list(PoolFilter.ALL, range), VirtualRouter::id),
                PoolCalls.of("one.vrouter.allocate", "one.vrouter."));
        this.vms = new Pool<>(
                PoolSource.ranged(range -> one.vms().list(PoolFilter.ALL, range, VmStateFilter.NOT_DONE, ""), Vm::id),
                vm -> true,
                vm -> List.of(number(vm.id())),
                PoolCalls.of("one.vrouter.instantiate", "one.vrouter."));
        this.clusters = others(one.clusters()::list, Cluster::name, Cluster::id);
        this.datastores = others(one.datastores()::list, Datastore::name, Datastore::id);
        this.hosts = others(one.hosts()::list, Host::name, Host::id);
        this.hooks = others(one.hooks()::list, Hook::name, Hook::id);
        this.apps = others(one.marketplaceApps()::list, MarketplaceApp::name, MarketplaceApp::id);
        this.all = List.of(
                anchors,
                groups,
                vdcs,
                users,
                rules,
                securityGroups,
                networks,
                vmGroups,
                templates,
                serviceTemplates,
                services,
                virtualRouters,
                vms,
                images);
    }

    /** The pools in which something of ours is made. */
    List<Pool<?, ?>> pools() {
        return all;
    }

    /** Tells ours from theirs. */
    public Stamps stamps() {
        asking.lock();
        try {
            Stamps known = stamps;
            if (known == null) {
                known = new Stamps(scope, one.users().get(CALLER).id());
                stamps = known;
            }
            return known;
        } finally {
            asking.unlock();
        }
    }

    /** The zone of the front-end. */
    public int zone() {
        return zone.number().orElseGet(() -> zone.learn(configuration()));
    }

    /** How the front-end is set up. */
    public XmlNode configuration() {
        asking.lock();
        try {
            XmlNode known = configuration;
            if (known == null) {
                known = one.frontEnd().configuration();
                zone.learn(known);
                configuration = known;
            }
            return known;
        } finally {
            asking.unlock();
        }
    }

    private <T extends OneObject> Pool<String, T> named(PoolSource<T> source, PoolCalls calls) {
        return new Pool<>(source, object -> isNamed(object.name()), object -> List.of(object.name()), calls);
    }

    /** What others have, which no call of ours changes. */
    private static <T> Pool<String, T> others(
            Supplier<Stream<T>> all, Function<T, String> name, ToIntFunction<T> number) {
        return new Pool<>(
                PoolSource.whole(all, number), object -> true, object -> List.of(name.apply(object)), PoolCalls.NONE);
    }

    /** OneFlow tells its documents whole or one by one; which ones are new is told by the server that keeps them. */
    private <T extends FlowDocument> PoolSource<T> flow(FlowResource<T> resource, int kind) {
        return PoolSource.single(
                first -> first == 0
                        ? resource.list().stream()
                        : documents(first, kind).flatMap(id -> resource.find(id).stream()),
                resource::find,
                FlowDocument::id);
    }

    private Stream<Integer> documents(int first, int kind) {
        try (Stream<Document> documents = one.documents().list(PoolFilter.ALL, IdRange.from(first), kind)) {
            return documents.filter(document -> isNamed(document.name())).map(Document::id).toList().stream();
        }
    }

    /** By which an object is found whatever its name is; no name of ours begins so. */
    static String number(int id) {
        return "#" + id;
    }

    /** By which the rules for a user are found. */
    static String ofUser(long user) {
        return "user " + user;
    }

    /** By which the rules on a resource are found, as rules number it. */
    static String onResource(long resource) {
        return "resource " + resource;
    }

    private boolean isNamed(String name) {
        return name.startsWith(prefix);
    }

    /** Names themselves hold no dot, so that the last part of a template's name is its role. */
    private static String withoutRole(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }
}
