package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.ServerConfiguration;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Completes NIC vectors, and PCI vectors that are NICs, from the networks they name, with a lease each. */
final class VmNics {

    private static final List<String> INHERITED = ServerConfiguration.values("INHERIT_VNET_ATTR");

    private final Cloud cloud;
    private final Session session;

    VmNics(Cloud cloud, Session session) {
        this.cloud = cloud;
        this.session = session;
    }

    static boolean isNic(Vector pci) {
        return pci.get("TYPE").equalsIgnoreCase("NIC");
    }

    static String join(Collection<Integer> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** All interfaces of a template: ordinary ones first. */
    static List<Vector> interfaces(Template template) {
        List<Vector> all = new ArrayList<>(template.vectors("NIC"));
        template.vectors("PCI").stream().filter(VmNics::isNic).forEach(all::add);
        return all;
    }

    /** The networks that the interfaces name. */
    List<Network> networks(Template template) {
        List<Network> networks = new ArrayList<>();
        List<Vector> all = interfaces(template);
        all.addAll(template.vectors("NIC_ALIAS"));
        for (Vector nic : all) {
            Network network = network(nic);
            if (network != null) {
                networks.add(network);
            }
        }
        return networks;
    }

    @Nullable Network network(Vector nic) {
        if (nic.get("NETWORK_MODE").equalsIgnoreCase("auto") && !nic.given("NETWORK_ID")) {
            return null;
        }
        if (nic.given("NETWORK_ID")) {
            int id = nic.number("NETWORK_ID", -1);
            Network network = cloud.networks().pool.find(id);
            if (network == null) {
                throw OneError.internal("Virtual network with ID: " + id + " does not exist");
            }
            return network;
        }
        if (!nic.given("NETWORK")) {
            return null;
        }
        String name = nic.get("NETWORK");
        int owner = ownerOf(nic);
        Network network = cloud.networks().pool.first(each -> each.name().equals(name) && each.ownerId() == owner);
        if (network == null) {
            throw OneError.internal("User " + owner + " does not own a network with name: " + name
                    + " . Set NETWORK_UNAME or NETWORK_UID of owner in NIC.");
        }
        return network;
    }

    private int ownerOf(Vector nic) {
        if (nic.given("NETWORK_UNAME")) {
            User user = cloud.users().byName(nic.get("NETWORK_UNAME"));
            return user == null ? -1 : user.id();
        }
        return nic.given("NETWORK_UID") ? nic.number("NETWORK_UID", -1) : session.uid();
    }

    /** The security groups that all interfaces would carry. */
    List<Integer> securityGroups(Template template) {
        Set<Integer> groups = new LinkedHashSet<>();
        for (Vector nic : interfaces(template)) {
            addIds(groups, nic.get("SECURITY_GROUPS"));
            Network network = network(nic);
            if (network != null) {
                addIds(groups, network.template().text("SECURITY_GROUPS"));
            }
        }
        return new ArrayList<>(groups);
    }

    private static void addIds(Set<Integer> groups, String list) {
        for (String id : list.split(",")) {
            if (Numbers.isInteger(id)) {
                groups.add(Numbers.integer(id, -1));
            }
        }
    }

    /** Fills all interfaces; when one gets no lease, gives back those before and refuses. */
    void attach(Template template, int vm) {
        int id = 0;
        List<Vector> done = new ArrayList<>();
        List<Vector> all = interfaces(template);
        checkParents(all, template.vectors("NIC_ALIAS"));
        all.addAll(template.vectors("NIC_ALIAS"));
        for (Vector nic : all) {
            String failure = attach(nic, id++, vm);
            if (failure != null) {
                done.forEach(each -> release(each, vm));
                throw OneError.internal(failure);
            }
            done.add(nic);
        }
        template.vectors("NIC_ALIAS").forEach(alias -> linkAlias(template, alias));
    }

    /** Refuses aliases of interfaces that are not there, before anything is leased. */
    private static void checkParents(List<Vector> nics, List<Vector> aliases) {
        Set<String> names = new TreeSet<>();
        for (int id = 0; id < nics.size(); id++) {
            names.add(nics.get(id).given("NAME") ? nics.get(id).get("NAME") : "NIC" + id);
        }
        for (Vector alias : aliases) {
            if (!names.contains(alias.get("PARENT"))) {
                throw OneError.internal("NIC named " + alias.get("PARENT") + " not found for alias");
            }
        }
    }

    /** Hangs an alias on the interface that its PARENT names. */
    static void linkAlias(Template template, Vector alias) {
        Vector parent = null;
        for (Vector nic : interfaces(template)) {
            parent = nic.get("NAME").equals(alias.get("PARENT")) ? nic : parent;
        }
        if (parent == null) {
            throw OneError.internal("NIC_ALIAS (" + alias.get("NAME") + ") the defined parent (" + alias.get("PARENT")
                    + ") does not exist.");
        }
        int number = 0;
        for (Vector other : template.vectors("NIC_ALIAS")) {
            boolean sibling = other != alias && other.get("PARENT_ID").equals(parent.get("NIC_ID"));
            number = sibling ? Math.max(number, other.number("ALIAS_ID", -1) + 1) : number;
        }
        String ids = parent.get("ALIAS_IDS");
        parent.set("ALIAS_IDS", ids.isEmpty() ? alias.get("NIC_ID") : ids + "," + alias.get("NIC_ID"));
        alias.set("ALIAS_ID", number).set("PARENT_ID", parent.get("NIC_ID"));
        if (alias.get("NAME").equals("NIC" + alias.get("NIC_ID"))) {
            alias.set("NAME", parent.get("NAME") + "_ALIAS" + alias.get("NIC_ID"));
        }
    }

    /** Takes an alias off its interface; does nothing for an interface itself. */
    static void unlinkAlias(Template template, Vector alias) {
        for (Vector nic : interfaces(template)) {
            if (alias.given("PARENT_ID") && nic.get("NIC_ID").equals(alias.get("PARENT_ID"))) {
                List<String> ids = new ArrayList<>(List.of(nic.get("ALIAS_IDS").split(",")));
                ids.remove(alias.get("NIC_ID"));
                if (ids.isEmpty()) {
                    nic.remove("ALIAS_IDS");
                } else {
                    nic.set("ALIAS_IDS", String.join(",", ids));
                }
            }
        }
    }

    /** Fills one interface; returns null or why it cannot be. */
    @Nullable String attach(Vector nic, int id, int vm) {
        nic.set("NIC_ID", id);
        if (!nic.given("NAME")) {
            nic.set("NAME", "NIC" + id);
        }
        Network network = network(nic);
        if (network == null) {
            return null;
        }
        nic.set("TARGET", "one-" + vm + "-" + id);
        String failure = network.isReady() ? network.lease(nic, vm) : notReady(network);
        if (failure != null) {
            return failure;
        }
        fill(nic, network);
        return null;
    }

    private static String notReady(Network network) {
        return "Cannot get IP/MAC lease from virtual network " + network.id() + ".";
    }

    private static void fill(Vector nic, Network network) {
        Template settings = network.template();
        for (String key : INHERITED) {
            if (settings.has(key) && !settings.text(key).isEmpty()) {
                nic.set(key, settings.text(key));
            }
        }
        nic.set("BRIDGE", settings.text("BRIDGE")).set("BRIDGE_TYPE", settings.text("BRIDGE_TYPE"));
        nic.set("CLUSTER_ID", join(network.clusters()));
        nic.set("NETWORK", network.name()).set("NETWORK_ID", network.id()).set("VN_MAD", settings.text("VN_MAD"));
        setIf(nic, "PHYDEV", settings.text("PHYDEV"));
        setIf(nic, "VLAN_ID", network.vlanId());
        setIf(nic, "OUTER_VLAN_ID", network.outerVlanId());
        Set<Integer> groups = new TreeSet<>();
        addIds(groups, nic.get("SECURITY_GROUPS"));
        addIds(groups, settings.text("SECURITY_GROUPS"));
        nic.set("SECURITY_GROUPS", join(groups));
    }

    private static void setIf(Vector nic, String key, String value) {
        if (!value.isEmpty()) {
            nic.set(key, value);
        }
    }

    void release(Vector nic, int vm) {
        Network network = cloud.networks().pool.find(nic.number("NETWORK_ID", -1));
        if (network != null) {
            network.release(vm, nic.get("MAC"));
        }
    }

    /** Writes the rules of all security groups of a machine into its template. */
    void writeRules(Template template) {
        template.remove("SECURITY_GROUP_RULE");
        for (int id : securityGroupsOfNics(template)) {
            SecurityGroup group = cloud.securityGroups().pool.find(id);
            if (group != null) {
                for (Vector rule : group.template().vectors("RULE")) {
                    Vector copy = rule.copy().set("SECURITY_GROUP_ID", id);
                    template.add("SECURITY_GROUP_RULE", copy.set("SECURITY_GROUP_NAME", group.name()));
                }
            }
        }
    }

    private static Set<Integer> securityGroupsOfNics(Template template) {
        Set<Integer> groups = new LinkedHashSet<>();
        interfaces(template).forEach(nic -> addIds(groups, nic.get("SECURITY_GROUPS")));
        return groups;
    }
}
