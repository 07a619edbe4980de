package io.telcofactory.testkit.opennebula;

import io.telcofactory.testkit.opennebula.Attribute.Vector;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        Network network = networks.get(session, args.number(0), Right.ADMIN);
        AddressRange range = range(network, args.number(1));
        if (!range.leases().isEmpty() && !args.flag(2, false)) {
            throw OneError.internal("Address Range has leases in use");
        }
        network.ranges().remove(range.id());
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
        AddressRange range = network.ranges().get(id);
        if (range == null) {
            throw OneError.internal("Address Range with ID " + id + " was not found.");
        }
        if (change.given("SIZE")) {
            range.size(change.number("SIZE", range.size()));
        }
        change.pairs().forEach((key, value) -> {
            if (!List.of("SIZE", "AR_ID", "IP", "MAC", "TYPE").contains(key)) {
                range.attributes().set(key, value);
            }
        });
        range.touch();
        return network.id();
    }

    private Object freeRange(Session session, Args args) {
        Network network = networks.get(session, args.number(0), Right.MANAGE);
        AddressRange range = range(network, args.number(1));
        if (!range.leases().isEmpty()) {
            throw OneError.internal("Address Range has leases in use");
        }
        network.ranges().remove(range.id());
        Network parent = range.attributes().has("PARENT_NETWORK_AR_ID") ? networks.pool.find(network.parent()) : null;
        if (parent != null) {
            releaseRun(parent, network.id(), range);
        }
        return network.id();
    }

    private static void releaseRun(Network parent, int child, AddressRange freed) {
        AddressRange.Lease lease = new AddressRange.Lease("VNET", child);
        for (AddressRange range : parent.ranges().values()) {
            for (int i = 0; i < freed.size(); i++) {
                Vector address = new Vector();
                freed.writeAddress(i, address);
                int index = range.indexOfMac(address.get("MAC"));
                if (lease.equals(range.leases().get(index))) {
                    range.leases().remove(index);
                }
            }
        }
    }

    private Object hold(Session session, Args args, boolean take) {
        Network network = networks.get(session, args.number(0), Right.MANAGE);
        List<Vector> leases = Resource.parse(args.text(1), "").vectors("LEASES");
        Vector wanted = leases.isEmpty() ? new Vector() : leases.get(0);
        AddressRange.Lease held = new AddressRange.Lease("VM", -1);
        for (AddressRange range : network.ranges().values()) {
            int index = wanted.given("IP") ? range.indexOfIp(wanted.get("IP")) : range.indexOfMac(wanted.get("MAC"));
            boolean inUse = range.leases().containsKey(index);
            if (index >= 0 && take && !inUse) {
                range.take(index, held);
                return network.id();
            }
            if (index >= 0 && !take && held.equals(range.leases().get(index))) {
                range.leases().remove(index);
            }
        }
        if (take) {
            throw OneError.internal("Address is not part of the address range or in use.");
        }
        return network.id();
    }

    private Object reserve(Session session, Args args) {
        Network parent = networks.get(session, args.number(0), Right.USE);
        Template template = Resource.parse(args.text(1), "");
        int size = template.number("SIZE", 0);
        if (parent.parent() >= 0) {
            throw OneError.action("Cannot reserve addresses from a reserved VNET");
        }
        if (size <= 0) {
            throw OneError.action("Reservation SIZE must be a greater than 0");
        }
        int existing = template.number("NETWORK_ID", -1);
        if (existing >= 0) {
            networks.get(existing);
        }
        String name = template.text("NAME");
        if (existing < 0 && name.isEmpty()) {
            throw OneError.action("NAME for reservation has to be set");
        }
        if (existing < 0) {
            networks.checkName(name, session.uid());
        }
        if (!template.has("AR_ID") && (template.has("IP") || template.has("IP6") || template.has("MAC"))) {
            throw OneError.action("AR_ID must be specified for IP/MAC based reservations");
        }
        String refusal =
                cloud.quotas().charge(session.uid(), session.gid(), List.of(Networks.leases(parent.id(), size)));
        if (refusal != null) {
            throw Auth.refused(session, refusal + ".");
        }
        AddressRange from = source(parent, template, size);
        if (from == null) {
            cloud.quotas().refund(session.uid(), session.gid(), List.of(Networks.leases(parent.id(), size)));
            throw OneError.action(
                    template.has("AR_ID")
                            ? "Not enough free addresses in address range " + template.text("AR_ID")
                                    + ", or it does not exist"
                            : "Not enough free addresses in an address range");
        }
        Network child = existing >= 0 ? networks.get(existing) : newChild(session, parent, name);
        int first = firstIndex(from, template, size);
        carve(child, from, first, size);
        return child.id();
    }

    private static @Nullable AddressRange source(Network parent, Template template, int size) {
        for (AddressRange range : parent.ranges().values()) {
            boolean asked = !template.has("AR_ID") || template.number("AR_ID", -1) == range.id();
            if (asked && firstIndex(range, template, size) >= 0) {
                return range;
            }
        }
        return null;
    }

    private static int firstIndex(AddressRange range, Template template, int size) {
        int from = 0;
        if (template.has("IP")) {
            from = range.indexOfIp(template.text("IP"));
        } else if (template.has("MAC")) {
            from = range.indexOfMac(template.text("MAC"));
        }
        return from < 0 ? -1 : range.freeRun(size, from);
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
        child.state(Network.READY);
        child.template().set("VLAN_ID", parent.vlanId());
        child.template().set("OUTER_VLAN_ID", parent.outerVlanId());
        return child;
    }

    private static void carve(Network child, AddressRange from, int first, int size) {
        Vector range = from.attributes().copy();
        from.writeAddress(first, range);
        range.set("SIZE", size).set("PARENT_NETWORK_AR_ID", from.id());
        child.addRange(range);
        for (int i = 0; i < size; i++) {
            from.leases().put(first + i, new AddressRange.Lease("VNET", child.id()));
        }
    }
}
