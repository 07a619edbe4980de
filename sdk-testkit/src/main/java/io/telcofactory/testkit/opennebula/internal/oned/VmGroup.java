package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A group of machines by roles, with rules of affinity inside a role, between roles, and to hosts. */
final class VmGroup extends OwnedObject {

    static final String AFFINED = "AFFINED";
    static final String ANTI_AFFINED = "ANTI_AFFINED";

    private final TreeMap<Integer, Vector> roles = new TreeMap<>();
    private final Map<Integer, TreeSet<Integer>> machines = new TreeMap<>();
    private int nextRole;

    VmGroup(Cloud cloud, int id, String name, Session creator) {
        super(cloud, Kind.VMGROUP, id, name, creator);
    }

    Map<Integer, Vector> roles() {
        return roles;
    }

    void addRole(Vector role) {
        if (!role.given("NAME")) {
            throw OneError.internal("Missing NAME in VM group role");
        }
        if (roleId(role.get("NAME")) >= 0) {
            throw OneError.internal("Role already exists");
        }
        role.remove("VMS");
        roles.put(nextRole, role.set("ID", nextRole));
        nextRole++;
    }

    void removeRole(int id) {
        roles.remove(id);
        machines.remove(id);
    }

    /** The id of a role by its name; -1 when there is none. */
    int roleId(String name) {
        for (Map.Entry<Integer, Vector> role : roles.entrySet()) {
            if (role.getValue().get("NAME").equals(name)) {
                return role.getKey();
            }
        }
        return -1;
    }

    Set<Integer> machines(int role) {
        return machines.getOrDefault(role, new TreeSet<>());
    }

    int size() {
        return machines.values().stream().mapToInt(Set::size).sum();
    }

    void join(int role, int vm) {
        machines.computeIfAbsent(role, unused -> new TreeSet<>()).add(vm);
    }

    void leave(int vm) {
        machines.values().forEach(ids -> ids.remove(vm));
    }

    private static String policy(Vector role) {
        return role.get("POLICY").toUpperCase(Locale.ROOT);
    }

    /** Explains what contradicts itself in roles and rules, or returns null. */
    @Nullable String inconsistency() {
        for (String rule : List.of(AFFINED, ANTI_AFFINED)) {
            for (Attribute names : template().all(rule)) {
                if (names instanceof Attribute.Text text && ids(text.value()) == null) {
                    return "Some roles used in " + rule + " attribute (" + text.value() + ") are not defined";
                }
            }
        }
        Set<Integer> together = new TreeSet<>();
        for (Set<Integer> rule : rules(AFFINED)) {
            for (int id : rule) {
                Vector role = roles.get(id);
                if (role != null && policy(role).equals(ANTI_AFFINED)) {
                    return "Role " + role.get("NAME") + " is in an AFFINED rule but the role policy is ANTI_AFFINED";
                }
                together.add(id);
            }
        }
        Set<Integer> apart = new TreeSet<>();
        rules(ANTI_AFFINED).forEach(apart::addAll);
        apart.retainAll(together);
        if (apart.isEmpty()) {
            return null;
        }
        StringBuilder names = new StringBuilder("Roles defined in AFFINED and ANTI_AFFINED rules:");
        for (Map.Entry<Integer, Vector> role : roles.entrySet()) {
            names.append(apart.contains(role.getKey()) ? " " + role.getValue().get("NAME") : "");
        }
        return names.toString();
    }

    private List<Set<Integer>> rules(String policy) {
        List<Set<Integer>> rules = new ArrayList<>();
        for (Attribute names : template().all(policy)) {
            Set<Integer> ids = names instanceof Attribute.Text text ? ids(text.value()) : null;
            if (ids != null) {
                rules.add(ids);
            }
        }
        return rules;
    }

    private @Nullable Set<Integer> ids(String names) {
        Set<Integer> ids = new TreeSet<>();
        for (String name : names.split(",")) {
            int id = roleId(name.strip());
            if (id < 0) {
                return null;
            }
            ids.add(id);
        }
        return ids;
    }

    /**
     * What hosts must fulfil for a machine of a role; empty when nothing.
     *
     * @param neighbours which machines of the group are on a host; the machine itself is not one
     */
    String requirements(int role, IntPredicate neighbours) {
        Vector own = roles.getOrDefault(role, new Vector());
        List<String> parts = new ArrayList<>();
        add(parts, neighbours(policy(own), machines(role), neighbours));
        for (String policy : List.of(AFFINED, ANTI_AFFINED)) {
            for (Set<Integer> rule : rules(policy)) {
                if (rule.contains(role)) {
                    rule.stream()
                            .filter(id -> id != role)
                            .forEach(id -> add(parts, neighbours(policy, machines(id), neighbours)));
                }
            }
        }
        add(parts, hosts(own.get("HOST_AFFINED"), " = ", " | "));
        add(parts, hosts(own.get("HOST_ANTI_AFFINED"), " != ", " & "));
        return String.join(" & ", parts);
    }

    private static void add(List<String> parts, String part) {
        if (!part.isEmpty()) {
            parts.add("(" + part + ")");
        }
    }

    private static String neighbours(String policy, Set<Integer> others, IntPredicate placed) {
        if (!policy.equals(AFFINED) && !policy.equals(ANTI_AFFINED)) {
            return "";
        }
        boolean together = policy.equals(AFFINED);
        List<String> parts = new ArrayList<>();
        for (int other : others) {
            if (placed.test(other)) {
                parts.add("(CURRENT_VMS " + (together ? "=" : "!=") + " " + other + ")");
            }
        }
        return String.join(together ? " | " : " & ", parts);
    }

    private static String hosts(String ids, String operator, String conjunction) {
        List<String> parts = new ArrayList<>();
        for (String id : ids.split(",")) {
            if (Numbers.isInteger(id.strip())) {
                parts.add("(ID" + operator + id.strip() + ")");
            }
        }
        return String.join(conjunction, parts);
    }

    @Override
    public void writeTo(Xml xml) {
        xml.open("VM_GROUP");
        writeOwner(xml);
        xml.text("NAME", name());
        permissions().writeTo(xml);
        writeLock(xml);
        xml.open("ROLES");
        roles.forEach((id, role) -> {
            Vector shown = role.copy();
            if (!machines(id).isEmpty()) {
                shown.set("VMS", VmNics.join(machines(id)));
            }
            xml.attribute("ROLE", shown);
        });
        xml.close("ROLES");
        template().writeTo(xml, "TEMPLATE");
        xml.close("VM_GROUP");
    }
}
