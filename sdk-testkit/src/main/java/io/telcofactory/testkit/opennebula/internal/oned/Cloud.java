package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.api.spi.Time;
import io.telcofactory.testkit.opennebula.FakeOpenNebula;
import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.OneObject;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.template.Hashes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** The whole state of the fake: all pools and engines. Guarded by the lock of {@link FakeOpenNebula}. */
public final class Cloud {

    /** What the first start writes into the group of ordinary users. */
    private static final String SUNSTONE = "SUNSTONE=[DEFAULT_VIEW=cloud, GROUP_ADMIN_DEFAULT_VIEW=groupadmin,"
            + " GROUP_ADMIN_VIEWS=\"groupadmin,cloud\", VIEWS=cloud]";

    private final Events events;
    private final Map<Kind, Resource<?>> resources = new EnumMap<>(Kind.class);
    private final Acls acls;
    private final Users users;
    private final Groups groups;
    private final Vdcs vdcs;
    private final Zones zones;
    private final Clusters clusters;
    private final Hosts hosts;
    private final Datastores datastores;
    private final Images images;
    private final Networks networks;
    private final SecurityGroups securityGroups;
    private final VmTemplates templates;
    private final Vms vms;
    private final Documents documents;
    private final VnTemplates networkTemplates;
    private final VmGroups vmGroups;
    private final Markets markets;
    private final MarketApps apps;
    private final BackupJobs backupJobs;
    private final ScheduledActions scheduledActions;
    private final Quotas quotas;
    private final Scheduler scheduler;
    private final VmLifeCycle lifeCycle;
    private final MethodTable methods = new MethodTable();
    private final List<Consumer<Vm>> vmListeners = new ArrayList<>();
    private final Mishaps mishaps = new Mishaps(this);
    private final VmImprints imprints = new VmImprints();
    private final EventStream stream = new EventStream(mishaps);
    private BiPredicate<String, String> failingBoots = (vm, host) -> false;
    private long requests;
    private String oneGateEndpoint = "";

    public Cloud(Time time) {
        events = new Events(time);
        acls = new Acls(this);
        quotas = new Quotas(this);
        scheduler = new Scheduler(this);
        lifeCycle = new VmLifeCycle(this);
        scheduledActions = new ScheduledActions(this);
        zones = put(new Zones(this));
        users = put(new Users(this));
        groups = put(new Groups(this));
        vdcs = put(new Vdcs(this));
        clusters = put(new Clusters(this));
        hosts = put(new Hosts(this));
        datastores = put(new Datastores(this));
        images = put(new Images(this));
        networks = put(new Networks(this));
        securityGroups = put(new SecurityGroups(this));
        templates = put(new VmTemplates(this));
        vms = put(new Vms(this));
        documents = put(new Documents(this));
        networkTemplates = put(new VnTemplates(this));
        vmGroups = put(new VmGroups(this));
        markets = put(new Markets(this));
        apps = put(new MarketApps(this));
        backupJobs = put(new BackupJobs(this));
        put(new VirtualRouters(this));
        put(new Hooks(this));
        resources.values().forEach(resource -> resource.register(methods));
        acls.register(methods);
        quotas.register(methods);
        SystemCalls.register(methods, this);
    }

    private <R extends Resource<?>> R put(R resource) {
        resources.put(resource.kind, resource);
        return resource;
    }

    /** Makes what the first start of oned makes. */
    public void bootstrap(String password) {
        groups.create("oneadmin");
        groups.create("users").template().merge(Resource.parse(SUNSTONE, ""));
        groups.pool.startAt(100);
        users.create("oneadmin", password, "core", List.of(0));
        users.create("serveradmin", Hashes.sha256("serveradmin"), "server_cipher", List.of(0));
        datastores.bootstrap(oneadmin());
        securityGroups.bootstrap(oneadmin());
        markets.bootstrap(oneadmin());
    }

    public Session oneadmin() {
        return new Session(0, 0, "oneadmin", Set.of(0), false);
    }

    public Events events() {
        return events;
    }

    public MethodTable methods() {
        return methods;
    }

    public Resource<?> resource(Kind kind) {
        return Objects.requireNonNull(resources.get(kind), () -> "no pool of " + kind);
    }

    /** The document of an object of the kind that a method such as {@code one.vm.allocate} is about; empty if there is none. */
    public String document(String method, int id) {
        for (Resource<?> resource : resources.values()) {
            OneObject object = method.startsWith(resource.method("")) ? resource.pool.find(id) : null;
            if (object != null) {
                return object.xml();
            }
        }
        return "";
    }

    public Iterable<Resource<?>> resources() {
        return resources.values();
    }

    public Acls acls() {
        return acls;
    }

    public Users users() {
        return users;
    }

    public Groups groups() {
        return groups;
    }

    Vdcs vdcs() {
        return vdcs;
    }

    public Zones zones() {
        return zones;
    }

    public Clusters clusters() {
        return clusters;
    }

    public Hosts hosts() {
        return hosts;
    }

    public Datastores datastores() {
        return datastores;
    }

    public Images images() {
        return images;
    }

    public Networks networks() {
        return networks;
    }

    SecurityGroups securityGroups() {
        return securityGroups;
    }

    public VmTemplates templates() {
        return templates;
    }

    public Vms vms() {
        return vms;
    }

    public Documents documents() {
        return documents;
    }

    VnTemplates networkTemplates() {
        return networkTemplates;
    }

    VmImprints imprints() {
        return imprints;
    }

    VmGroups vmGroups() {
        return vmGroups;
    }

    public Markets markets() {
        return markets;
    }

    public MarketApps apps() {
        return apps;
    }

    BackupJobs backupJobs() {
        return backupJobs;
    }

    public ScheduledActions scheduledActions() {
        return scheduledActions;
    }

    Quotas quotas() {
        return quotas;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    public VmLifeCycle lifeCycle() {
        return lifeCycle;
    }

    /** Where guests reach OneGate; empty when there is none. */
    public String oneGateEndpoint() {
        return oneGateEndpoint;
    }

    public void oneGateEndpoint(String address) {
        oneGateEndpoint = address;
    }

    long requestNumber() {
        return requests;
    }

    public void countRequest() {
        requests++;
    }

    public void onVmChange(Consumer<Vm> listener) {
        vmListeners.add(listener);
    }

    /** What the hook manager publishes. */
    public EventStream stream() {
        return stream;
    }

    /** Tells OneFlow, which watches machines, that one has changed. */
    public void changed(Vm vm) {
        vmListeners.forEach(listener -> listener.accept(vm));
    }

    public void failBoots(BiPredicate<String, String> vmAndHost) {
        failingBoots = vmAndHost;
    }

    boolean bootsFail(Vm vm, Host host) {
        return failingBoots.test(vm.name(), host.name()) || mishaps.failsBoot();
    }

    public Mishaps mishaps() {
        return mishaps;
    }
}
