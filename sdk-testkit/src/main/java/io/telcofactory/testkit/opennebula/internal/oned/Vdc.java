package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.AclRule;
import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.OneObject;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** A virtual data centre: groups times resources, each pair an access rule. */
final class Vdc extends OneObject {

    static final int ALL_RESOURCES = -10;

    /** One resource of a zone. */
    record Entry(int zone, int id) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return zone != other.zone ? Integer.compare(zone, other.zone) : Integer.compare(id, other.id);
        }
    }

    private final Acls acls;
    private final TreeSet<Integer> groups = new TreeSet<>();
    private final Map<Kind, TreeSet<Entry>> resources = new EnumMap<>(Kind.class);

    Vdc(Acls acls, int id, String name) {
        super(Kind.VDC, id, name);
        this.acls = acls;
        for (Kind kind : new Kind[] {Kind.CLUSTER, Kind.HOST, Kind.DATASTORE, Kind.NET}) {
            resources.put(kind, new TreeSet<>());
        }
    }

    Set<Integer> groups() {
        return groups;
    }

    Set<Entry> of(Kind kind) {
        return Objects.requireNonNull(resources.get(kind), "only resources of a VDC");
    }

    boolean addGroup(int gid) {
        boolean added = groups.add(gid);
        if (added) {
            resources.forEach((kind, entries) -> entries.forEach(entry -> rules(gid, kind, entry, true)));
        }
        return added;
    }

    boolean removeGroup(int gid) {
        boolean removed = groups.remove(gid);
        if (removed) {
            resources.forEach((kind, entries) -> entries.forEach(entry -> rules(gid, kind, entry, false)));
        }
        return removed;
    }

    boolean add(Kind kind, Entry entry) {
        boolean added = of(kind).add(entry);
        if (added && entry.id() == ALL_RESOURCES) {
            // All resources of a zone take the place of single ones.
            List<Entry> single = of(kind).stream()
                    .filter(each -> each.zone() == entry.zone() && each.id() != ALL_RESOURCES)
                    .toList();
            single.forEach(each -> remove(kind, each));
        }
        if (added) {
            groups.forEach(gid -> rules(gid, kind, entry, true));
        }
        return added;
    }

    /** Removes a resource with its rules, even when another VDC needs the same rule. */
    boolean remove(Kind kind, Entry entry) {
        boolean removed = of(kind).remove(entry);
        if (removed) {
            groups.forEach(gid -> rules(gid, kind, entry, false));
        }
        return removed;
    }

    private void rules(int gid, Kind kind, Entry entry, boolean add) {
        if (kind == Kind.CLUSTER) {
            long selector = selector(AclRule.CLUSTER, entry);
            rule(gid, Kind.HOST.aclBit() | selector, Right.MANAGE, entry, add);
            rule(gid, Kind.NET.aclBit() | selector, Right.USE, entry, add);
            rule(gid, Kind.DATASTORE.aclBit() | selector, Right.USE, entry, add);
        } else {
            Right right = kind == Kind.HOST ? Right.MANAGE : Right.USE;
            rule(gid, kind.aclBit() | selector(AclRule.INDIVIDUAL, entry), right, entry, add);
        }
    }

    private static long selector(long one, Entry entry) {
        return entry.id() == ALL_RESOURCES ? AclRule.ALL : one | entry.id();
    }

    private void rule(int gid, long resource, Right right, Entry entry, boolean add) {
        long user = AclRule.GROUP | gid;
        long zone = AclRule.INDIVIDUAL | entry.zone();
        if (add) {
            acls.grant(user, resource, right.aclBit(), zone);
        } else {
            acls.revoke(user, resource, right.aclBit(), zone);
        }
    }

    @Override
    public void writeTo(Xml xml) {
        xml.open("VDC").text("ID", id()).text("NAME", name()).ids("GROUPS", groups);
        write(xml, Kind.CLUSTER, "CLUSTERS", "CLUSTER");
        write(xml, Kind.HOST, "HOSTS", "HOST");
        write(xml, Kind.DATASTORE, "DATASTORES", "DATASTORE");
        write(xml, Kind.NET, "VNETS", "VNET");
        template().writeTo(xml, "TEMPLATE");
        xml.close("VDC");
    }

    private void write(Xml xml, Kind kind, String list, String element) {
        xml.open(list);
        for (Entry entry : of(kind)) {
            xml.open(element).text("ZONE_ID", entry.zone()).text(element + "_ID", entry.id());
            xml.close(element);
        }
        xml.close(list);
    }
}
