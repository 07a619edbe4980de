package io.telcofactory.testkit.opennebula.internal.hardware;

import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the probe of a host reports. The profiles are text files beside this class: one {@code node} line for each NUMA
 * node, one {@code pci} line for each device.
 */
public final class Hardware {

    private static final List<String> PROFILES = List.of("h100", "mig", "quad", "edge1s", "wide");
    private static final Map<String, List<String>> FILES = new ConcurrentHashMap<>();

    public final List<NumaNode> nodes = new ArrayList<>();
    public final List<Vector> devices = new ArrayList<>();
    public int cpu;
    public long memoryKb;

    /** The profile of a host by its name, as the recorded probe chose it: {@code mig-1} reports the MIG hardware. */
    public static Hardware ofHost(String name) {
        String prefix = name.contains("-") ? name.substring(0, name.indexOf('-')) : "";
        return load(PROFILES.contains(prefix) ? prefix : "std");
    }

    public static Hardware load(String profile) {
        Hardware hardware = new Hardware();
        for (String line : lines(profile)) {
            int blank = line.indexOf(' ');
            String rest = line.substring(blank + 1);
            switch (line.substring(0, blank)) {
                case "cpu" -> hardware.cpu = Integer.parseInt(rest);
                case "memory" -> hardware.memoryKb = Long.parseLong(rest);
                case "node" -> hardware.nodes.add(node(rest));
                case "pci" -> hardware.devices.add(device(rest));
                default -> {}
            }
        }
        return hardware;
    }

    /** The attributes that every probe adds to the host's template. */
    public static Map<String, String> probeAttributes() {
        Map<String, String> attributes = new TreeMap<>();
        for (String line : lines("probe")) {
            int equals = line.indexOf('=');
            attributes.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return attributes;
    }

    private static NumaNode node(String text) {
        String[] parts = text.split("\\|");
        List<Integer> distance =
                Arrays.stream(parts[2].split(" ")).map(Integer::valueOf).toList();
        NumaNode node = new NumaNode(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), distance);
        for (String pages : parts[3].split(" ")) {
            String[] sizeAndCount = pages.split("x");
            node.pages.add(new NumaNode.Pages(Long.parseLong(sizeAndCount[0]), Long.parseLong(sizeAndCount[1])));
        }
        for (String core : parts[4].split(" ")) {
            String[] idAndCpus = core.split(":");
            node.cores.add(new NumaNode.Core(
                    Integer.parseInt(idAndCpus[0]),
                    Arrays.stream(idAndCpus[1].split("/")).map(Integer::valueOf).toList()));
        }
        return node;
    }

    private static Vector device(String text) {
        String[] parts = text.split("\\|");
        Vector device = device(parts[0], parts[1]).set("NUMA_NODE", parts[2]);
        for (int i = 3; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            device.set(parts[i].substring(0, equals), parts[i].substring(equals + 1));
        }
        return device;
    }

    /** A free device with all forms of its address, from {@code 18:00.4} and {@code 10de:2330:0302}. */
    public static Vector device(String shortAddress, String type) {
        String[] at = shortAddress.toLowerCase(Locale.ROOT).split("[:.]");
        String[] ids = type.split(":");
        return new Vector()
                .set("ADDRESS", "0000:" + at[0] + ":" + at[1] + ":" + at[2])
                .set("DOMAIN", "0000")
                .set("BUS", at[0])
                .set("SLOT", at[1])
                .set("FUNCTION", at[2])
                .set("SHORT_ADDRESS", shortAddress)
                .set("TYPE", type)
                .set("VENDOR", ids[0])
                .set("DEVICE", ids[1])
                .set("CLASS", ids[2])
                .set("VMID", "-1");
    }

    private static List<String> lines(String profile) {
        return FILES.computeIfAbsent(profile, Hardware::read);
    }

    private static List<String> read(String profile) {
        String path = profile + ".txt";
        try (InputStream in = Objects.requireNonNull(Hardware.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path, unreadable);
        }
    }
}
