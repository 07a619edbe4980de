package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.RestrictedAttributes;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.hardware.Capacity;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.ErrorCode;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import io.telcofactory.testkit.opennebula.internal.template.TemplateParser;
import io.telcofactory.testkit.opennebula.internal.template.TemplateSyntaxException;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Machines: creation, listing, ownership and actions. */
public final class Vms extends OwnedResource<Vm> {

    private static final Set<String> ADMIN_ACTIONS = Set.of("resched", "unresched");

    private final VmChanges changes;

    Vms(Cloud cloud) {
        super(cloud, Kind.VM);
        this.changes = new VmChanges(cloud, this);
    }

    public VmChanges changes() {
        return changes;
    }

    @Override
    void register(MethodTable table) {
        registerOwned(table);
        registerLocks(table);
        table.add("one.vmpool.info", "iiii?s", (session, args) -> poolInfo(session, args, false));
        table.add("one.vmpool.infoextended", "iiii?s", (session, args) -> poolInfo(session, args, true));
        table.add("one.vmpool.infoset", "sb", this::infoSet);
        table.add("one.vm.allocate", "s?b", this::allocate);
        table.add("one.vm.action", "si", this::action);
        table.add("one.vm.deploy", "ii?bis", this::deploy);
        table.add("one.vm.recover", "ii", this::recover);
        table.add("one.vm.monitoring", "i", this::monitoring);
        table.add("one.vmpool.monitoring", "i?i", this::poolMonitoring);
        changes.register(table);
        new VmAccounts(cloud, this).register(table);
    }

    @Override
    boolean sharesNameSpace(Vm vm, int ownerId) {
        return false;
    }

    private Object allocate(Session session, Args args) {
        Template template = parse(args.text(0), "");
        VmFactory factory = new VmFactory(cloud, session);
        Auth auth = auth(session).create(kind);
        factory.authorize(auth, template, true);
        checkRestricted(session, "VM Template", template);
        auth.check();
        return factory.create(template, template.text("NAME"), args.flag(1, false))
                .id();
    }

    @Override
    RestrictedAttributes restricted() {
        return RestrictedAttributes.VM;
    }

    /** Changes the user template; a syntax error is an ACTION here, and without the usual first words. */
    @Override
    Object update(Session session, Args args) {
        Vm vm = get(session, args.number(0), Right.MANAGE);
        int append = args.number(2, 0);
        if (append != 0 && append != 1) {
            throw OneError.api("Wrong update type");
        }
        Template change;
        try {
            change = TemplateParser.parse(args.text(1));
        } catch (TemplateSyntaxException syntax) {
            throw OneError.action(syntax.text());
        }
        update(vm, change, append == 1);
        cloud.changed(vm);
        return vm.id();
    }

    @Override
    public void chown(Vm vm, int uid, int gid) {
        if (vm.state() == VmState.DONE) {
            throw OneError.action("Could not change VM ownership, wrong state");
        }
        cloud.quotas().refund(vm.ownerId(), vm.groupId(), vm.charged());
        cloud.quotas().refund(vm.ownerId(), vm.groupId(), vm.chargedRunning());
        String refusal = cloud.quotas().charge(uid, gid, vm.charged());
        if (refusal != null) {
            cloud.quotas().charge(vm.ownerId(), vm.groupId(), vm.charged());
            cloud.quotas().charge(vm.ownerId(), vm.groupId(), vm.chargedRunning());
            throw new OneError(ErrorCode.AUTHORIZATION, refusal);
        }
        cloud.quotas().charge(uid, gid, vm.chargedRunning());
        vm.owner(uid, gid);
        cloud.lifeCycle().imprint(vm);
    }

    @Override
    @Nullable String nameFlaw(String name) {
        return name.isEmpty() ? "Invalid NAME, it cannot be empty" : super.nameFlaw(name);
    }

    private Object poolInfo(Session session, Args args, boolean extended) {
        int state = args.number(3);
        if (state < -2 || state > 11) {
            throw OneError.api("Incorrect state filter " + state);
        }
        if (!args.text(4, "").isEmpty()) {
            throw OneError.internal("JSON query search is not supported by the SQL backend");
        }
        Xml xml = new Xml().open("VM_POOL");
        for (Vm vm : select(session, args.number(0), args.number(1), args.number(2))) {
            boolean wanted = state == -2 || (state == -1 ? vm.state() != VmState.DONE : vm.state() == state);
            if (wanted) {
                write(xml, vm, extended);
            }
        }
        return xml.close("VM_POOL").toString();
    }

    private static void write(Xml xml, Vm vm, boolean extended) {
        if (extended) {
            VmDocument.full(vm, xml);
        } else {
            VmDocument.brief(vm, xml);
        }
    }

    private Object infoSet(Session session, Args args) {
        TreeSet<Integer> ids = new TreeSet<>();
        for (String id : args.text(0).split(",")) {
            if (Numbers.isInteger(id)) {
                ids.add(Numbers.integer(id, -1));
            }
        }
        Auth auth = auth(session);
        Xml xml = new Xml().open("VM_POOL");
        for (Vm vm : pool.newestFirst().values()) {
            if (ids.contains(vm.id()) && auth.allowed(Right.USE, vm)) {
                write(xml, vm, args.flag(1, false));
            }
        }
        return xml.close("VM_POOL").toString();
    }

    private Object action(Session session, Args args) {
        Vm vm = get(args.number(1));
        String action = args.text(0);
        auth(session)
                .need(ADMIN_ACTIONS.contains(action) ? Right.ADMIN : Right.MANAGE, vm)
                .check();
        cloud.lifeCycle().act(vm, action, session);
        return vm.id();
    }

    private Object deploy(Session session, Args args) {
        Vm vm = get(args.number(0));
        Host host = cloud.hosts().get(args.number(1));
        Auth auth = auth(session).need(Right.ADMIN, vm).need(Right.MANAGE, host);
        Datastore datastore = datastore(args.number(3, -1), host);
        auth.need(Right.USE, datastore).check();
        boolean waits = vm.state() == VmState.PENDING
                || vm.state() == VmState.HOLD
                || vm.state() == VmState.STOPPED
                || vm.state() == VmState.UNDEPLOYED;
        if (!waits) {
            throw OneError.action("Deploy action is not available for state " + vm.stateName());
        }
        Capacity capacity = vm.capacity();
        String refusal = args.flag(2, false) || capacity.isPinned() ? host.refusal(capacity) : null;
        if (refusal != null) {
            throw OneError.action(
                    "virtual machine [" + vm.id() + "] does not fit in host [" + host.id() + "]. " + refusal);
        }
        try {
            cloud.lifeCycle().deploy(vm, host, datastore, History.BY_HAND);
        } catch (OneError overQuota) {
            throw overQuota.code() == ErrorCode.AUTHORIZATION
                    ? Auth.refused(session, overQuota.text() + ".")
                    : overQuota;
        }
        return vm.id();
    }

    /** The datastore asked for, or the first one for machines in the host's cluster, which may be a disabled one. */
    private Datastore datastore(int id, Host host) {
        if (id >= 0) {
            return cloud.datastores().get(id);
        }
        Datastore first = cloud.datastores()
                .pool
                .first(each ->
                        each.type() == Datastore.SYSTEM && each.clusters().contains(host.clusterId()));
        if (first == null) {
            throw OneError.action("cluster [" + host.clusterId() + "] does not have any datastore of type SYSTEM.");
        }
        return first;
    }

    private Object recover(Session session, Args args) {
        Vm vm = get(session, args.number(0), Right.ADMIN);
        cloud.lifeCycle().recover(vm, args.number(1), session);
        return vm.id();
    }

    private Object monitoring(Session session, Args args) {
        Vm vm = get(session, args.number(0), Right.USE);
        Xml xml = new Xml().open("MONITORING_DATA");
        VmMonitoring.write(xml, vm, -1);
        return xml.close("MONITORING_DATA").toString();
    }

    /** Lists the samples of the last seconds: all for -1, the last of each machine for 0. */
    private Object poolMonitoring(Session session, Args args) {
        Xml xml = new Xml().open("MONITORING_DATA");
        select(session, args.number(0), -1, -1).forEach(vm -> VmMonitoring.write(xml, vm, args.number(1, -1)));
        return xml.close("MONITORING_DATA").toString();
    }

    /** The machines that a service started. */
    public Set<Vm> ofService(int serviceId) {
        Set<Vm> found = new LinkedHashSet<>();
        String id = Integer.toString(serviceId);
        for (Vm vm : pool.all()) {
            if (vm.template().text("SERVICE_ID").equals(id)) {
                found.add(vm);
            }
        }
        return found;
    }
}
