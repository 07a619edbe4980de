package io.telcofactory.testkit.opennebula.internal.hardware;

import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The devices of a host. A request takes the first free device by address; profile, role and distance do not count. */
public final class PciDevices {

    private static final List<String> PLACE =
            List.of("ADDRESS", "BUS", "DOMAIN", "FUNCTION", "NUMA_NODE", "SLOT", "UUID", "MDEV_MODE");

    private final List<Vector> devices = new ArrayList<>();
    private final List<Vector> hidden = new ArrayList<>();

    public void report(List<Vector> reported) {
        devices.addAll(reported);
    }

    /** Shows only what the host's filter lets through; devices in use stay. */
    public void filter(String filter) {
        devices.addAll(hidden);
        hidden.clear();
        if (filter.isBlank() || filter.equals("*")) {
            return;
        }
        List<String> patterns = List.of(filter.split(","));
        devices.removeIf(device -> {
            boolean drop = isFree(device) && patterns.stream().noneMatch(each -> matches(device, each.strip()));
            if (drop) {
                hidden.add(device);
            }
            return drop;
        });
    }

    private static boolean matches(Vector device, String pattern) {
        String[] wanted = pattern.split(":", -1);
        String[] ids = device.get("TYPE").split(":", -1);
        for (int i = 0; i < Math.min(wanted.length, ids.length); i++) {
            if (!wanted[i].isEmpty() && !wanted[i].equals("*") && !wanted[i].equalsIgnoreCase(ids[i])) {
                return false;
            }
        }
        return true;
    }

    public List<Vector> all() {
        return devices;
    }

    /** Tells whether all requests can be served together. */
    public boolean fit(List<Vector> requests) {
        Set<Vector> taken = new HashSet<>();
        for (Vector request : ordered(requests)) {
            Vector device = find(request, taken);
            if (device == null) {
                return false;
            }
            taken.add(device);
        }
        return true;
    }

    /** Assigns devices to all requests that can be served and writes their addresses into them. */
    public void assign(List<Vector> requests, int vm) {
        for (Vector request : ordered(requests)) {
            Vector device = find(request, Set.of());
            if (device != null) {
                device.set("VMID", vm);
                request.remove("VM_ADDRESS");
                request.remove("VM_BUS_INDEX");
                for (String key : PLACE) {
                    if (device.has(key)) {
                        request.set(key, device.get(key));
                    }
                }
                for (String key : List.of("SHORT_ADDRESS", "VENDOR", "DEVICE", "CLASS")) {
                    request.set(key, device.get(key));
                }
            }
        }
    }

    /** Takes the devices of a machine back; its vectors forget the address, and nothing else. */
    public void release(int vm, List<Vector> held) {
        held.forEach(vector -> vector.remove("ADDRESS"));
        String holder = Integer.toString(vm);
        devices.forEach(device -> {
            if (device.get("VMID").equals(holder)) {
                device.set("VMID", "-1");
            }
        });
    }

    public void releaseOne(String address) {
        devices.forEach(device -> {
            if (device.get("ADDRESS").equals(address)) {
                device.set("VMID", "-1");
            }
        });
    }

    /** The NUMA nodes of the devices that the requests would get. */
    public Set<Integer> nodesOf(List<Vector> requests) {
        Set<Integer> nodes = new HashSet<>();
        Set<Vector> taken = new HashSet<>();
        for (Vector request : ordered(requests)) {
            Vector device = find(request, taken);
            if (device != null) {
                taken.add(device);
                nodes.add(device.number("NUMA_NODE", -1));
            }
        }
        return nodes;
    }

    private static List<Vector> ordered(List<Vector> requests) {
        List<Vector> ordered = new ArrayList<>(requests);
        ordered.sort(Comparator.comparingInt(request -> byAddress(request) ? 0 : 1));
        return ordered;
    }

    /** A request that has had a device names its kind too, and then takes any of that kind. */
    private static boolean byAddress(Vector request) {
        return request.given("SHORT_ADDRESS")
                && !request.given("VENDOR")
                && !request.given("DEVICE")
                && !request.given("CLASS");
    }

    private @Nullable Vector find(Vector request, Set<Vector> taken) {
        return devices.stream()
                .filter(device -> isFree(device) && !taken.contains(device) && suits(device, request))
                .min(Comparator.comparing(device -> device.get("ADDRESS")))
                .orElse(null);
    }

    private static boolean suits(Vector device, Vector request) {
        if (byAddress(request)) {
            return device.get("SHORT_ADDRESS").equals(request.get("SHORT_ADDRESS"));
        }
        return same(device, request, "VENDOR") && same(device, request, "DEVICE") && same(device, request, "CLASS");
    }

    private static boolean same(Vector device, Vector request, String key) {
        return !request.given(key) || Integer.parseInt(device.get(key), 16) == Integer.parseInt(request.get(key), 16);
    }

    private static boolean isFree(Vector device) {
        return device.get("VMID").equals("-1");
    }

    public void writeTo(Xml xml) {
        xml.open("PCI_DEVICES");
        devices.forEach(device -> xml.attribute("PCI", device));
        xml.close("PCI_DEVICES");
    }
}
