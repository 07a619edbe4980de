package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.service.Affinity;
import io.telcofactory.api.service.AffinityRule;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.spi.Rendering;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.VmGroup;
import io.telcofactory.opennebula.model.VmGroupRole;
import io.telcofactory.opennebula.xml.XmlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A VM group as fields: which roles' machines the scheduler puts together, apart, on some hosts or off others. The server changes nothing of
 * it while machines are in it.
 *
 * @param members roles by name
 * @param affined rules of roles that share a host, each the sorted names
 * @param antiAffined rules of roles that never do
 */
public record VmGroupForm(Map<String, Member> members, List<String> affined, List<String> antiAffined) {
    private static final String JOINT = " + ";

    /**
     * A role.
     *
     * @param policy how its machines stand to each other, empty text if that does not matter
     * @param hosts ids of the hosts on which they may run, or their symbols
     * @param avoided ids of the hosts on which they may not
     */
    record Member(String policy, List<String> hosts, List<String> avoided) {}

    /** The form of what a service says, or empty if it leaves all to the scheduler. */
    public static Optional<VmGroupForm> of(Workload service) {
        TreeSet<String> affined = new TreeSet<>();
        TreeSet<String> antiAffined = new TreeSet<>();
        TreeSet<String> ruled = new TreeSet<>();
        TreeSet<String> together = new TreeSet<>();
        for (AffinityRule rule : service.affinity()) {
            boolean one = rule.affinity() == Affinity.AFFINED;
            (one ? affined : antiAffined).add(String.join(JOINT, rule.roles()));
            ruled.addAll(rule.roles());
            together.addAll(one ? rule.roles() : List.of());
        }
        Map<String, Member> members = new TreeMap<>();
        for (Role role : service.roles()) {
            Optional<Affinity> affinity =
                    together.contains(role.name()) ? Optional.of(Affinity.AFFINED) : role.affinity();
            boolean anywhere = role.hosts().isEmpty() && role.avoidedHosts().isEmpty();
            if (ruled.contains(role.name()) || affinity.isPresent() || !anywhere) {
                members.put(
                        role.name(),
                        new Member(
                                affinity.map(Enum::name).orElse(""),
                                symbols(role.hosts()),
                                symbols(role.avoidedHosts())));
            }
        }
        return members.isEmpty()
                ? Optional.empty()
                : Optional.of(new VmGroupForm(members, List.copyOf(affined), List.copyOf(antiAffined)));
    }

    /** The form of a VM group of the server. */
    public static VmGroupForm of(VmGroup group) {
        Map<String, Member> members = new TreeMap<>();
        for (VmGroupRole role : group.roles()) {
            String policy = role.policy().strip().toUpperCase(Locale.ROOT);
            members.put(
                    role.name(),
                    new Member(
                            policy.equals("NONE") ? "" : policy,
                            sorted(role.hostAffinedIds()),
                            sorted(role.hostAntiAffinedIds())));
        }
        return new VmGroupForm(members, rules(group, "AFFINED"), rules(group, "ANTI_AFFINED"));
    }

    boolean has(String role) {
        return members.containsKey(role);
    }

    /** The fields of the group as a whole. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(ServiceRendering.VM_GROUP + ".affined", affined, "; ", fields);
        put(ServiceRendering.VM_GROUP + ".antiAffined", antiAffined, "; ", fields);
        members.forEach((role, member) -> {
            String prefix = ServiceRendering.prefix(role);
            if (!member.policy().isEmpty()) {
                fields.put(
                        prefix + "affinity",
                        member.policy().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
            put(prefix + "onHosts", member.hosts(), ", ", fields);
            put(prefix + "offHosts", member.avoided(), ", ", fields);
        });
        return fields;
    }

    /**
     * Sets the attributes of a VM group.
     *
     * @param hostId tells what a symbol of a host stands for
     */
    public void write(OneTemplate.Builder template, UnaryOperator<String> hostId) {
        members.forEach((name, member) -> template.add("ROLE", role -> {
            role.set("NAME", name);
            if (!member.policy().isEmpty()) {
                role.set("POLICY", member.policy());
            }
            if (!member.hosts().isEmpty()) {
                role.set("HOST_AFFINED", ids(member.hosts(), hostId));
            }
            if (!member.avoided().isEmpty()) {
                role.set("HOST_ANTI_AFFINED", ids(member.avoided(), hostId));
            }
        }));
        affined.forEach(rule -> template.add("AFFINED", rule.replace(JOINT, ",")));
        antiAffined.forEach(rule -> template.add("ANTI_AFFINED", rule.replace(JOINT, ",")));
    }

    private static void put(String path, List<String> values, String joint, Map<String, String> fields) {
        if (!values.isEmpty()) {
            fields.put(path, String.join(joint, values));
        }
    }

    private static List<String> symbols(Collection<String> hosts) {
        return hosts.stream()
                .sorted()
                .map(host -> Rendering.external(Externals.HOST, host))
                .toList();
    }

    private static List<String> sorted(List<Integer> ids) {
        return ids.stream().sorted().map(Object::toString).toList();
    }

    private static String ids(List<String> hosts, UnaryOperator<String> hostId) {
        return hosts.stream().map(hostId).collect(Collectors.joining(","));
    }

    private static List<String> rules(VmGroup group, String attribute) {
        List<String> rules = new ArrayList<>();
        for (XmlNode rule : group.tree().list("TEMPLATE/" + attribute)) {
            rules.add(Arrays.stream(rule.text().split(","))
                    .map(String::strip)
                    .sorted()
                    .collect(Collectors.joining(JOINT)));
        }
        return rules.stream().sorted().toList();
    }
}
