package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.compute.EpaProfile;
import io.telcofactory.api.compute.NumaShare;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.xml.XmlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How strictly a VM template holds processors and memory, as fields and as the attributes TOPOLOGY, NUMA_NODE, CPU_MODEL, OS/MACHINE and
 * FEATURES/IOTHREADS. A virtual NUMA node is a socket to the server.
 *
 * @param topology keys and texts of TOPOLOGY, none if the server's defaults do
 * @param nodes the explicit NUMA nodes, none if they are equal
 * @param cpuModel the model that the guest sees
 * @param cpuFeatures sorted names with commas between
 * @param machine the machine type
 * @param ioThreads threads for disk I/O
 */
public record EpaForm(
        Map<String, String> topology,
        List<NumaShare> nodes,
        Optional<String> cpuModel,
        Optional<String> cpuFeatures,
        Optional<String> machine,
        Optional<String> ioThreads) {
    static final EpaForm NONE =
            new EpaForm(Map.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final String SOCKETS = "SOCKETS";
    private static final String PIN_POLICY = "PIN_POLICY";
    private static final String UNPINNED = "NONE";

    /** How the keys of TOPOLOGY that are plain numbers or words are called as fields, in their order. */
    private static final Map<String, String> PLAIN = plain();

    private static Map<String, String> plain() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("CORES", "cores");
        names.put("THREADS", "threads");
        names.put("NODE_AFFINITY", "numaAffinity");
        names.put("MEMORY_ACCESS", "memoryAccess");
        return names;
    }

    /** The form of a profile. */
    public static EpaForm of(EpaProfile profile) {
        return new EpaForm(
                matters(profile) ? topology(profile) : Map.of(),
                profile.nodes(),
                profile.cpuModel(),
                features(profile.cpuFeatures().stream()),
                profile.machine(),
                profile.ioThreads().map(Object::toString));
    }

    /** The form of an element {@code VMTEMPLATE}. */
    public static EpaForm of(XmlNode template) {
        Map<String, String> topology = new LinkedHashMap<>();
        template.find("TEMPLATE/TOPOLOGY")
                .ifPresent(vector -> vector.children()
                        .forEach(key -> topology.put(key.name(), key.text().strip())));
        return new EpaForm(
                topology,
                template.list("TEMPLATE/NUMA_NODE").stream().map(EpaForm::node).toList(),
                text(template, "CPU_MODEL/MODEL"),
                text(template, "CPU_MODEL/FEATURES").flatMap(names -> features(Stream.of(names.split(",", -1)))),
                text(template, "OS/MACHINE"),
                text(template, "FEATURES/IOTHREADS"));
    }

    /** The fields under a prefix; what is not asked has none. */
    Map<String, String> fields(String prefix) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (!topology.isEmpty()) {
            fields.put(
                    prefix + "pinning",
                    topology.getOrDefault(PIN_POLICY, UNPINNED).toUpperCase(Locale.ROOT));
            fields.put(prefix + "numaNodes", topology.getOrDefault(SOCKETS, "1"));
            Optional.ofNullable(topology.get("HUGEPAGE_SIZE"))
                    .ifPresent(size -> fields.put(
                            prefix + "hugepages",
                            DataSize.mebibytes(Long.parseLong(size)).toString()));
            PLAIN.forEach((key, name) -> Optional.ofNullable(topology.get(key))
                    .ifPresent(value -> fields.put(prefix + name, value.toLowerCase(Locale.ROOT))));
        }
        if (!nodes.isEmpty()) {
            fields.put(prefix + "nodes", nodes.stream().map(NumaShare::toString).collect(Collectors.joining(", ")));
        }
        cpuModel.ifPresent(model -> fields.put(prefix + "cpuModel", model));
        cpuFeatures.ifPresent(names -> fields.put(prefix + "cpuFeatures", names));
        machine.ifPresent(name -> fields.put(prefix + "machine", name));
        ioThreads.ifPresent(count -> fields.put(prefix + "ioThreads", count));
        return fields;
    }

    /** Sets the attributes in place of those that are there; other keys of the same vectors stay. */
    public void write(OneTemplate.Builder template) {
        template.remove("TOPOLOGY").remove("NUMA_NODE");
        if (!topology.isEmpty()) {
            template.set("TOPOLOGY", vector -> topology.forEach(vector::set));
        }
        for (NumaShare node : nodes) {
            template.add(
                    "NUMA_NODE",
                    vector -> vector.set("TOTAL_CPUS", node.vcpus())
                            .set("MEMORY", node.memory().toMebibytes()));
        }
        put(template, "CPU_MODEL", "MODEL", cpuModel);
        put(template, "CPU_MODEL", "FEATURES", cpuFeatures);
        put(template, "OS", "MACHINE", machine);
        put(template, "FEATURES", "IOTHREADS", ioThreads);
    }

    private static void put(OneTemplate.Builder template, String vector, String key, Optional<String> value) {
        Map<String, String> keys = new LinkedHashMap<>(
                template.build().vectors(vector).stream().findFirst().orElse(Map.of()));
        keys.remove(key);
        value.ifPresent(text -> keys.put(key, text));
        if (keys.isEmpty()) {
            template.remove(vector);
        } else {
            template.set(vector, content -> keys.forEach(content::set));
        }
    }

    private static boolean matters(EpaProfile profile) {
        return profile.pinned()
                || profile.hugepages().isPresent()
                || profile.cores().isPresent()
                || profile.numaAffinity().isPresent();
    }

    /** Unpinned, the server takes sockets only together with cores and threads, and makes one node by itself. */
    private static Map<String, String> topology(EpaProfile profile) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(PIN_POLICY, profile.pinning().name());
        if (profile.pinned() || profile.cores().isPresent()) {
            keys.put(SOCKETS, Integer.toString(profile.nodeCount()));
        }
        profile.cores().ifPresent(count -> keys.put("CORES", count.toString()));
        profile.threads().ifPresent(count -> keys.put("THREADS", count.toString()));
        profile.hugepages().ifPresent(size -> keys.put("HUGEPAGE_SIZE", Long.toString(size.toMebibytes())));
        profile.numaAffinity().ifPresent(node -> keys.put("NODE_AFFINITY", node.toString()));
        profile.memoryAccess()
                .ifPresent(access -> keys.put("MEMORY_ACCESS", access.name().toLowerCase(Locale.ROOT)));
        return keys;
    }

    private static NumaShare node(XmlNode node) {
        return new NumaShare(
                node.integer("TOTAL_CPUS", 1),
                DataSize.mebibytes(node.whole("MEMORY").orElse(1)));
    }

    private static Optional<String> features(Stream<String> names) {
        TreeSet<String> sorted =
                names.map(String::strip).filter(name -> !name.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
        return sorted.isEmpty() ? Optional.empty() : Optional.of(String.join(",", sorted));
    }

    private static Optional<String> text(XmlNode template, String path) {
        return template.text("TEMPLATE/" + path).map(String::strip).filter(text -> !text.isEmpty());
    }
}
