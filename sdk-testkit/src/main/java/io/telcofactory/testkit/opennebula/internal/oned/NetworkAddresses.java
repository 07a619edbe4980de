package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.util.List;
import java.util.stream.Stream;

/** Address ranges, holds and reservations of networks. */
final class NetworkAddresses {

    private final Cloud cloud;
    private final Networks networks;

    NetworkAddresses(Cloud cloud, Networks networks) {
        this.cloud = cloud;
        this.networks = networks;
    }

    void register(MethodTable table) {
        table.add("one.vn.add_ar", "is", this::addRange);
        table.add("one.vn.rm_ar", "ii?b", this::removeRange);
        table.add("one.vn.update_ar", "is", this::updateRange);
        table.add("one.vn.free_ar", "ii", this::freeRange);
        table.add("one.vn.hold", "is", (session, args) -> hold(session, args, true));
        table.add("one.vn.release", "is", (session, args) -> hold(session, args, false));
        table.add("one.vn.reserve", "is", this::reserve);
    }

    private Object addRange(Session session, Args args) {
        Network network = networks.get(session, args.number(0), Right.ADMIN);
        network.addRange(rangeVector(args));
        cloud.scheduler().wake();
        return network.id();
    }

    private static Vector rangeVector(Args args) {
        List<Vector> ranges = Resource.parse(args.text(1), "").vectors("AR");
        if (ranges.isEmpty()) {
            throw OneError.internal("Wrong AR definition. AR vector attribute is missing.");
        }
        return ranges.get(0);
    }

    private Object removeRange(Session session, Args args) {
        return remove(networks.get(session, args.number(0), Right.ADMIN), args.number(1), args.flag(2, false));
    }

    private Object freeRange(Session session, Args args) {
        return remove(networks.get(session, args.number(0), Right.MANAGE), args.number(1), false);
    }

    /** Takes a range away; what was reserved in the parent for it is free again. */
    private int remove(Network network, int id, boolean force) {
        AddressRange range = range(network, id);
        if (!range.leases().isEmpty() && !force) {
            throw OneError.internal("Address Range has leases in use");
        }
        network.ranges().remove(id);
        Network parent = networks.pool.find(network.parent());
        if (parent != null && range.attributes().has("PARENT_NETWORK_AR_ID")) {
            int freed = releaseRun(parent, network.id(), range);
            cloud.quotas().refund(network.ownerId(), network.groupId(), List.of(Networks.leases(parent.id(), freed)));
        }
        return network.id();
    }

    private static AddressRange range(Network network, int id) {
        AddressRange range = network.ranges().get(id);
        if (range == null) {
            throw OneError.internal("Address Range does not exist");
        }
        return range;
    }

    private Object updateRange(Session session, Args args) {
        Network network = networks.get(session, args.number(0), Right.MANAGE);
        Vector change = rangeVector(args);
        int id = change.number("AR_ID", -1);
        if (id < 0) {
            throw OneError.internal("AR/AR_ID attribute is missing.");
        }
        AddressRange range = network.ranges().get(id);
        if (range == null) {
            throw OneError.internal("Address Range with ID " + id + " was not found.");
        }
        range.update(change);
        return network.id();
    }

    private static int releaseRun(Network parent, int child, AddressRange freed) {
        AddressRange range = parent.ranges().get(freed.attributes().number("PARENT_NETWORK_AR_ID", -1));
        int first = range == null ? -1 : range.indexOf(freed.attributes());
        AddressRange.Lease lease = new AddressRange.Lease("VNET", child);
        int released = 0;
        for (int index = first; range != null && first >= 0 && index < first + freed.size(); index++) {
            if (lease.equals(range.leases().get(index))) {
                range.release(index);
                released++;
            }
        }
        return released;
    }

    private Object hold(Session session, Args args, boolean take) {
        Network network = networks.get(session, args.number(0), Right.MANAGE);
        List<Vector> leases = Resource.parse(args.text(1), "").vectors("LEASES");
        if (leases.isEmpty()) {
            throw OneError.internal("Empty lease description.");
        }
        Vector wanted = leases.get(0);
        long named = Stream.of("IP", "IP6", "MAC").filter(wanted::given).count();
        if (named == 0) {
            throw OneError.internal("Missing MAC, IP or IP6.");
        }
        if (named > 1) {
            throw OneError.internal("Only one attribute MAC, IP or IP6 can be set.");
        }
        AddressRange.Lease held = new AddressRange.Lease("VM", -1);
        for (AddressRange range : network.ranges().values()) {
            boolean asked = !wanted.given("AR_ID") || wanted.number("AR_ID", -1) == range.id();
            int index = asked ? range.indexOf(wanted) : -1;
            if (take && range.isFree(index, 1)) {
                range.take(index, 1, held);
                return network.id();
            }
            if (!take && held.equals(range.leases().get(index))) {
                range.release(index);
            }
        }
        if (take) {
            throw OneError.internal("Address is not part of the address range or in use.");
        }
        return network.id();
    }

    private Object reserve(Session session, Args args) {
        Template template = Resource.parse(args.text(1), "");
        int size = template.number("SIZE", 0);
        if (size <= 0) {
            throw OneError.action("Reservation SIZE must be a greater than 0");
        }
        Network existing =
                template.has("NETWORK_ID") ? existing(template.number("NETWORK_ID", 0), args.number(0)) : null;
        String name = template.text("NAME");
        if (existing == null && name.isEmpty()) {
            throw OneError.action("NAME for reservation has to be set");
        }
        if (!template.has("AR_ID") && (template.has("IP") || template.has("IP6") || template.has("MAC"))) {
            throw OneError.action("AR_ID must be specified for IP/MAC based reservations");
        }
        Network parent = networks.get(args.number(0));
        if (parent.parent() >= 0) {
            throw OneError.action("Cannot reserve addresses from a reserved VNET");
        }
        Auth auth = Auth.of(cloud, session).need(Right.USE, parent);
        if (existing != null) {
            auth.need(Right.MANAGE, existing);
        }
        auth.check();
        Network child = existing != null ? existing : newChild(session, parent, name);
        try {
            carve(session, parent, child, template, size);
        } catch (OneError refused) {
            if (existing == null) {
                networks.pool.remove(child.id());
            }
            throw refused;
        }
        return child.id();
    }

    private Network existing(int id, int parent) {
        if (id < 0) {
            throw OneError.action("NETWORK_ID must be equal or greater than 0");
        }
        if (id == parent) {
            throw OneError.action("Cannot add a reservation from the same network");
        }
        Network network = networks.get(id);
        if (network.parent() < 0) {
            throw OneError.action("Cannot add reservations to a non-reservation VNET");
        }
        if (network.parent() != parent) {
            throw OneError.action(
                    "New reservations for virtual network " + id + " have to be from network " + network.parent());
        }
        return network;
    }

    private void carve(Session session, Network parent, Network child, Template template, int size) {
        List<Quotas.Use> use = List.of(Networks.leases(parent.id(), size));
        String refusal = cloud.quotas().charge(child.ownerId(), child.groupId(), use);
        if (refusal != null) {
            throw Auth.refused(session, refusal + ".");
        }
        AddressRange.Lease lease = new AddressRange.Lease("VNET", child.id());
        for (AddressRange range : parent.ranges().values()) {
            boolean asked = !template.has("AR_ID") || template.number("AR_ID", -1) == range.id();
            int first = asked ? take(range, template, size, lease) : -1;
            if (first >= 0) {
                Vector carved = range.attributes().copy();
                range.writeStart(first, carved);
                child.addRange(carved.set("SIZE", size).set("PARENT_NETWORK_AR_ID", range.id()));
                return;
            }
        }
        cloud.quotas().refund(child.ownerId(), child.groupId(), use);
        throw OneError.action(
                template.has("AR_ID")
                        ? "Not enough free addresses in address range " + template.text("AR_ID")
                                + ", or it does not exist"
                        : "Not enough free addresses in an address range");
    }

    private static int take(AddressRange range, Template template, int size, AddressRange.Lease lease) {
        Vector wanted = new Vector();
        // The first that is given counts, in this order.
        for (String key : List.of("IP", "IP6", "MAC")) {
            if (template.has(key) && wanted.pairs().isEmpty()) {
                wanted.set(key, template.text(key));
            }
        }
        if (wanted.pairs().isEmpty()) {
            return range.takeRun(size, lease);
        }
        int first = range.indexOf(wanted);
        if (!range.isFree(first, size)) {
            return -1;
        }
        range.take(first, size, lease);
        return first;
    }

    private Network newChild(Session session, Network parent, String name) {
        Template template = parent.template().copy();
        template.remove("SECURITY_GROUPS");
        if (!parent.vlanId().isEmpty()) {
            template.set("VLAN_ID", parent.vlanId());
        }
        if (!parent.outerVlanId().isEmpty()) {
            template.set("OUTER_VLAN_ID", parent.outerVlanId());
        }
        template.set("NAME", name);
        Network child = networks.create(session, template, 0);
        child.parent(parent.id());
        child.clusters().clear();
        child.clusters().addAll(parent.clusters());
        child.template().set("VLAN_ID", parent.vlanId());
        child.template().set("OUTER_VLAN_ID", parent.outerVlanId());
        return child;
    }
}
