package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A virtual network. */
public final class Network extends OwnedObject {

    static final int READY = 1;
    static final int LOCK_CREATE = 2;
    static final int LOCK_DELETE = 3;
    static final int DONE = 4;
    static final int ERROR = 5;

    private final TreeSet<Integer> clusters = new TreeSet<>();
    private final TreeMap<Integer, AddressRange> ranges = new TreeMap<>();
    private int state = LOCK_CREATE;
    private int nextRange;
    private int automaticVlan = -1;
    private int automaticOuterVlan = -1;
    private int parent = -1;
    private int templateId = -1;
    private final TreeSet<Integer> updatedVms = new TreeSet<>();

    Network(Cloud cloud, int id, String name, Session creator) {
        super(cloud, Kind.NET, id, name, creator);
    }

    @Override
    public Set<Integer> clusters() {
        return clusters;
    }

    int state() {
        return state;
    }

    void state(int newState) {
        boolean changed = state != newState;
        state = newState;
        if (changed) {
            cloud().stream().changed(this, stateName());
        }
    }

    /** The state as events and hooks name it. */
    String stateName() {
        return switch (state) {
            case READY -> "READY";
            case LOCK_CREATE -> "LOCK_CREATE";
            case LOCK_DELETE -> "LOCK_DELETE";
            case DONE -> "DONE";
            case ERROR -> "ERROR";
            default -> "";
        };
    }

    public boolean isReady() {
        return state == READY;
    }

    public int parent() {
        return parent;
    }

    public void parent(int network) {
        parent = network;
    }

    /** Remembers the network template it was made from. */
    void madeFrom(int template) {
        templateId = template;
    }

    void automaticVlan(int vlan) {
        automaticVlan = vlan;
    }

    void automaticOuterVlan(int vlan) {
        automaticOuterVlan = vlan;
    }

    boolean holdsAutomatic(int vlan) {
        return automaticVlan == vlan || automaticOuterVlan == vlan;
    }

    String vlanId() {
        return automaticVlan >= 0 ? Integer.toString(automaticVlan) : template().text("VLAN_ID");
    }

    String outerVlanId() {
        return automaticOuterVlan >= 0
                ? Integer.toString(automaticOuterVlan)
                : template().text("OUTER_VLAN_ID");
    }

    Map<Integer, AddressRange> ranges() {
        return ranges;
    }

    AddressRange addRange(Vector request) {
        AddressRange range = AddressRange.of(nextRange, request, id());
        ranges.put(nextRange++, range);
        return range;
    }

    int usedLeases() {
        int used = 0;
        for (AddressRange range : ranges.values()) {
            used += range.leases().size();
        }
        return used;
    }

    /** Leases an address to a machine and writes it into the NIC; returns null or the reason why not. */
    @Nullable String lease(Vector nic, int vm) {
        return lease(nic, "VM", vm);
    }

    /** Leases an address to a machine or a virtual router. */
    @Nullable String lease(Vector nic, String holder, int holderId) {
        AddressRange.Lease lease = new AddressRange.Lease(holder, holderId);
        for (AddressRange range : ranges.values()) {
            int index = take(range, nic, lease);
            if (index >= 0) {
                range.writeAddress(index, nic);
                if (holder.equals("VM")) {
                    updatedVms.add(holderId);
                }
                nic.set("AR_ID", range.id());
                return null;
            }
        }
        return "Cannot get IP/MAC lease from virtual network " + id() + ".";
    }

    private static int take(AddressRange range, Vector nic, AddressRange.Lease lease) {
        if (!nic.given("IP") && !nic.given("IP6") && !nic.given("MAC")) {
            return range.takeNext(lease);
        }
        int index = range.indexOf(nic);
        if (!range.isFree(index, 1)) {
            return -1;
        }
        range.take(index, 1, lease);
        return index;
    }

    /** Frees what somebody holds, and says how many addresses that were. */
    int release(String holder, int holderId) {
        AddressRange.Lease lease = new AddressRange.Lease(holder, holderId);
        return ranges.values().stream().mapToInt(range -> range.release(lease)).sum();
    }

    void release(int vm, String mac) {
        release("VM", vm, mac);
    }

    /** Frees one address of a holder. */
    void release(String holder, int holderId, String mac) {
        if (holder.equals("VM")) {
            updatedVms.remove(holderId);
        }
        for (AddressRange range : ranges.values()) {
            int index = range.indexOfMac(mac);
            AddressRange.Lease lease = range.leases().get(index);
            if (lease != null && lease.equals(new AddressRange.Lease(holder, holderId))) {
                range.release(index);
            }
        }
    }

    @Override
    public void writeTo(Xml xml) {
        write(xml, true);
    }

    void write(Xml xml, boolean leases) {
        xml.open("VNET");
        writeOwner(xml);
        xml.text("NAME", name());
        writeLock(xml);
        permissions().writeTo(xml);
        xml.ids("CLUSTERS", clusters).cdata("BRIDGE", template().text("BRIDGE"));
        xml.cdata("BRIDGE_TYPE", template().text("BRIDGE_TYPE"))
                .cdata("STATE", state)
                .cdata("PREV_STATE", state);
        writeId(xml, "PARENT_NETWORK_ID", parent);
        writeId(xml, "TEMPLATE_ID", templateId);
        xml.cdata("VN_MAD", template().text("VN_MAD"))
                .cdataOrEmpty("PHYDEV", template().text("PHYDEV"));
        xml.cdataOrEmpty("VLAN_ID", vlanId()).cdataOrEmpty("OUTER_VLAN_ID", outerVlanId());
        xml.text("VLAN_ID_AUTOMATIC", automaticVlan >= 0 ? 1 : 0);
        xml.text("OUTER_VLAN_ID_AUTOMATIC", automaticOuterVlan >= 0 ? 1 : 0).text("USED_LEASES", usedLeases());
        xml.ids("VROUTERS", Set.of()).ids("UPDATED_VMS", updatedVms).ids("OUTDATED_VMS", Set.of());
        xml.ids("UPDATING_VMS", Set.of()).ids("ERROR_VMS", Set.of());
        template().writeTo(xml, "TEMPLATE");
        xml.open("AR_POOL");
        ranges.values().forEach(range -> {
            if (leases) {
                range.writeTo(xml);
            } else {
                range.writeBasics(xml);
            }
        });
        xml.close("AR_POOL").close("VNET");
    }

    private static void writeId(Xml xml, String name, int id) {
        if (id < 0) {
            xml.empty(name);
        } else {
            xml.text(name, id);
        }
    }
}
