package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.hardware.Capacity;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A virtual machine. Its own template is what the server understands; the user template holds everything else. */
public final class Vm extends OwnedObject {

    private final Template userTemplate = new Template();
    private final List<History> history = new ArrayList<>();
    private final TreeMap<Integer, DiskSnapshots> diskSnapshots = new TreeMap<>();
    private final TreeSet<Integer> plannedActions = new TreeSet<>();
    private final Vector backupConfig = new Vector();
    private final long created;
    private long ended;
    private int state;
    private int lcm;
    private boolean resched;
    /** The state from which it goes back to a host, while it waits for one. */
    private int returning;

    private String deployId = "";
    private List<Quotas.Use> charged = List.of();
    private List<Quotas.Use> chargedRunning = List.of();
    private List<Quotas.Use> chargedCluster = List.of();
    /** Counts changes of state, so that an event planned before a change knows that it is out of date. */
    private int epoch;

    Vm(Cloud cloud, int id, String name, Session creator) {
        super(cloud, Kind.VM, id, name, creator);
        this.created = cloud.events().epochSecond();
    }

    /** What {@code one.vm.update} changes. */
    @Override
    public Template template() {
        return userTemplate;
    }

    /** The template of the machine itself. */
    public Template own() {
        return super.template();
    }

    /** By the number of the disk. */
    Map<Integer, DiskSnapshots> diskSnapshots() {
        return diskSnapshots;
    }

    /** The ids of what was planned for it; they stay when it ends. */
    Set<Integer> plannedActions() {
        return plannedActions;
    }

    /** How it wants to be backed up; empty when it did not say. */
    Vector backupConfig() {
        return backupConfig;
    }

    public int state() {
        return state;
    }

    public int lcm() {
        return lcm;
    }

    int epoch() {
        return epoch;
    }

    public boolean isRunning() {
        return state == VmState.ACTIVE && lcm == VmState.RUNNING;
    }

    String stateName() {
        return VmState.name(state, lcm);
    }

    public void state(int newState, int newLcm) {
        if (newState == VmState.PENDING || state == VmState.PENDING) {
            cloud().scheduler().waits(this, newState == VmState.PENDING);
        }
        boolean changed = state != newState || lcm != newLcm;
        state = newState;
        lcm = newLcm;
        epoch++;
        if (newState == VmState.DONE) {
            ended = cloud().events().epochSecond();
        }
        if (changed) {
            cloud().stream().changed(this);
        }
    }

    void resched(boolean value) {
        resched = value;
    }

    boolean resched() {
        return resched;
    }

    int returning() {
        return returning;
    }

    void returning(int fromState) {
        returning = fromState;
    }

    String deployId() {
        return deployId;
    }

    void deployId(String id) {
        deployId = id;
    }

    public long created() {
        return created;
    }

    long ended() {
        return ended;
    }

    List<History> history() {
        return history;
    }

    public @Nullable History lastHistory() {
        return history.isEmpty() ? null : history.get(history.size() - 1);
    }

    /** The host on which it is booked, or null. */
    @Nullable Host host() {
        History last = lastHistory();
        return last != null && last.host.vms().contains(id()) ? last.host : null;
    }

    Capacity capacity() {
        return Capacity.of(id(), own());
    }

    List<Quotas.Use> charged() {
        return charged;
    }

    void charged(List<Quotas.Use> uses) {
        charged = uses;
    }

    List<Quotas.Use> chargedRunning() {
        return chargedRunning;
    }

    void chargedRunning(List<Quotas.Use> uses) {
        chargedRunning = uses;
    }

    List<Quotas.Use> chargedCluster() {
        return chargedCluster;
    }

    void chargedCluster(List<Quotas.Use> uses) {
        chargedCluster = uses;
    }

    /** All vectors that are network interfaces: NIC, and PCI of the type NIC. */
    List<Vector> interfaces() {
        List<Vector> found = new ArrayList<>(own().vectors("NIC"));
        own().vectors("PCI").stream()
                .filter(pci -> pci.get("TYPE").equalsIgnoreCase("NIC"))
                .forEach(found::add);
        return found;
    }

    @Override
    public void writeTo(Xml xml) {
        VmDocument.full(this, xml);
    }
}
