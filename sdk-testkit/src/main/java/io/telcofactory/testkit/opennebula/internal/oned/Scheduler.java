package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.hardware.Capacity;
import io.telcofactory.testkit.opennebula.internal.hardware.Requirements;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Dates;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rank scheduler with its shipped settings: a window of ten seconds opens with the first pending machine, or closes
 * early at seven of them; machines that find no place are tried again every minute.
 */
final class Scheduler {

    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(60);
    private static final int WINDOW_SIZE = 7;

    private final Cloud cloud;
    /** The machines that wait for a host, by their ids. */
    private final TreeMap<Integer, Vm> pending = new TreeMap<>();

    private boolean windowOpen;
    private boolean retryPlanned;
    private int planned;

    Scheduler(Cloud cloud) {
        this.cloud = cloud;
    }

    /** Opens a window: something may be placeable now that was not before. */
    void wake() {
        planned++;
        if (!windowOpen) {
            windowOpen = true;
            int window = planned;
            cloud.events().after(WINDOW, () -> close(window));
        } else if (fresh() >= WINDOW_SIZE) {
            cloud.events().after(Duration.ZERO, this::run);
        }
    }

    /** Hears that a machine waits, or no longer does. */
    void waits(Vm vm, boolean waiting) {
        if (waiting) {
            pending.put(vm.id(), vm);
        } else {
            pending.remove(vm.id());
        }
    }

    /** How many wait that were not looked at yet, up to as many as close the window. */
    private int fresh() {
        int count = 0;
        for (Vm vm : pending.descendingMap().values()) {
            count += vm.template().has("SCHED_MESSAGE") ? 0 : 1;
            if (count == WINDOW_SIZE) {
                break;
            }
        }
        return count;
    }

    private void close(int window) {
        if (windowOpen && window <= planned) {
            run();
        }
    }

    private void run() {
        windowOpen = false;
        for (Vm vm : List.copyOf(pending.values())) {
            if (vm.state() == VmState.PENDING && !cloud.mishaps().imagesStuck()) {
                place(vm);
            }
        }
        if (!pending.isEmpty() && !retryPlanned) {
            retryPlanned = true;
            cloud.events().after(RETRY, () -> {
                retryPlanned = false;
                run();
            });
        }
    }

    private void place(Vm vm) {
        User owner = cloud.users().pool.find(vm.ownerId());
        Session session = owner == null ? cloud.oneadmin() : cloud.users().session(owner);
        String message = tryToPlace(vm, session);
        if (message != null) {
            vm.template().set("SCHED_MESSAGE", Dates.log(cloud.events().now()) + ": " + message);
        }
    }

    /** Places a machine; returns null or why it cannot be. */
    private @Nullable String tryToPlace(Vm vm, Session session) {
        List<Host> hosts = new ArrayList<>();
        Auth auth = Auth.of(cloud, session);
        for (Host host : cloud.hosts().pool.all()) {
            if (host.isUsable() && auth.allowed(Right.MANAGE, host)) {
                hosts.add(host);
            }
        }
        if (hosts.isEmpty()) {
            return "Cannot dispatch VM: User is not authorized to use any host";
        }
        String requirements =
                joined(vm.own().text("AUTOMATIC_REQUIREMENTS"), vm.template().text("SCHED_REQUIREMENTS"));
        String affinity = cloud.vmGroups().requirements(vm);
        try {
            hosts.removeIf(host -> !Requirements.met(requirements, hostAttributes(host)));
            hosts.removeIf(host -> !Requirements.met(affinity, hostAttributes(host)));
        } catch (Requirements.SyntaxError error) {
            return "Cannot dispatch VM: Error in SCHED_REQUIREMENTS: '" + requirements + "', error: syntax e..."
                    + " see more details in VM log";
        }
        if (hosts.isEmpty()) {
            return "Cannot dispatch VM: No host meets SCHED_REQUIREMENTS";
        }
        return chooseDatastoreAndHost(vm, session, hosts);
    }

    private @Nullable String chooseDatastoreAndHost(Vm vm, Session session, List<Host> hosts) {
        TreeMap<String, TreeSet<Integer>> refusals = new TreeMap<>();
        List<Host> fitting = new ArrayList<>();
        Capacity capacity = vm.capacity();
        for (Host host : hosts) {
            String refusal = host.refusal(capacity);
            if (refusal == null) {
                fitting.add(host);
            } else {
                refusals.computeIfAbsent(refusalWords(refusal), unused -> new TreeSet<>())
                        .add(host.id());
            }
        }
        if (fitting.isEmpty()) {
            StringBuilder text = new StringBuilder();
            refusals.forEach((words, ids) -> text.append(text.isEmpty() ? "" : "\n")
                    .append("[HOST] ")
                    .append(words)
                    .append(" on hosts: ")
                    .append(VmNics.join(ids)));
            return text.toString();
        }
        for (Vector nic : vm.own().vectors("NIC")) {
            if (nic.get("NETWORK_MODE").equalsIgnoreCase("auto") && !nic.given("NETWORK_ID")) {
                return "Cannot dispatch VM: No virtual network meets SCHED_NIC_REQUIREMENTS for NIC "
                        + nic.get("NIC_ID");
            }
        }
        return dispatch(vm, session, fitting);
    }

    private static String refusalWords(String refusal) {
        if (refusal.startsWith("Not enough CPU")) {
            return "Not enough CPU";
        }
        if (refusal.startsWith("Not enough memory")) {
            return "Not enough memory";
        }
        return refusal.startsWith("Unavailable") ? "Unavailable PCI devices" : "Cannot allocate NUMA";
    }

    private @Nullable String dispatch(Vm vm, Session session, List<Host> fitting) {
        Auth auth = Auth.of(cloud, session);
        List<Datastore> datastores = new ArrayList<>();
        for (Datastore datastore : cloud.datastores().pool.all()) {
            boolean system = datastore.type() == Datastore.SYSTEM && datastore.enabled();
            if (system && auth.allowed(Right.USE, datastore)) {
                datastores.add(datastore);
            }
        }
        if (datastores.isEmpty()) {
            return "Cannot dispatch VM: User is not authorized to use any system datastore";
        }
        long needed = diskMb(vm);
        TreeSet<Integer> full = new TreeSet<>();
        datastores.removeIf(datastore -> datastore.freeMb() < needed && full.add(datastore.id()));
        if (datastores.isEmpty()) {
            return "[DS] Not enough capacity on datastores: " + VmNics.join(full);
        }
        fitting.sort(Comparator.comparingDouble((Host host) -> -rank(vm, host))
                .thenComparing(Comparator.comparingInt(Host::id).reversed()));
        for (Host host : fitting) {
            for (Datastore datastore : datastores) {
                if (datastore.clusters().contains(host.clusterId())) {
                    return start(vm, host, datastore);
                }
            }
        }
        return "Cannot dispatch VM: No system datastore meets SCHED_DS_REQUIREMENTS";
    }

    /** Starts a machine; over a cluster quota it stays pending without a word. */
    private @Nullable String start(Vm vm, Host host, Datastore datastore) {
        try {
            cloud.lifeCycle().deploy(vm, host, datastore, History.BY_SCHEDULER);
        } catch (OneError overClusterQuota) {
            return null;
        }
        return null;
    }

    static long diskMb(Vm vm) {
        long total = 0;
        for (Vector disk : vm.own().vectors("DISK")) {
            if (!disk.get("CLONE_TARGET").equals("SELF")) {
                total += Numbers.longInteger(disk.get("SIZE"), 0);
            }
        }
        return total;
    }

    private static double rank(Vm vm, Host host) {
        String rank = vm.template().text("SCHED_RANK").strip();
        if (rank.isEmpty()) {
            return -host.runningVms();
        }
        double sign = rank.startsWith("-") ? -1 : 1;
        List<String> values = hostAttributes(host).apply(rank.replaceFirst("^-\\s*", ""));
        return values.isEmpty() ? 0 : sign * Numbers.decimal(values.get(0), 0);
    }

    private static String joined(String automatic, String asked) {
        return asked.isBlank() ? automatic : automatic + " & ( " + asked + " )";
    }

    private static Function<String, List<String>> hostAttributes(Host host) {
        return name -> switch (name) {
            case "ID" -> List.of(Integer.toString(host.id()));
            case "NAME", "HOSTNAME" -> List.of(host.name());
            case "CLUSTER_ID" -> List.of(Integer.toString(host.clusterId()));
            case "RUNNING_VMS" -> List.of(Integer.toString(host.runningVms()));
            case "CURRENT_VMS" -> host.vms().stream().map(String::valueOf).toList();
            case "FREE_CPU" -> List.of(Integer.toString(host.freeCpu()));
            case "MAX_CPU" -> List.of(Integer.toString(host.maxCpu()));
            case "FREE_MEM", "FREE_MEMORY" -> List.of(Long.toString(host.freeMemoryKb()));
            default -> host.template().has(name) ? List.of(host.template().text(name)) : List.of();
        };
    }
}
