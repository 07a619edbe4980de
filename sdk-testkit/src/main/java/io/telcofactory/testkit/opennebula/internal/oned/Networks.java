package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.QuotaType;
import io.telcofactory.testkit.opennebula.internal.access.RestrictedAttributes;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Dates;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Virtual networks: made and deleted asynchronously, bad address ranges and VLAN ids accepted in silence. */
public final class Networks extends OwnedResource<Network> {

    static final Duration DRIVER = Duration.ofMillis(400);

    private static final Set<String> DRIVERS =
            Set.of("dummy", "802.1Q", "fw", "ovswitch", "vxlan", "ovswitch_vxlan", "bridge", "elastic", "nodeport");

    /** The drivers that find an id when they are asked to. */
    private static final Set<String> TAGGING = Set.of("802.1Q", "ovswitch", "vxlan", "ovswitch_vxlan");

    private static final List<String> RECOVERIES =
            List.of("recover failure", "recover success", "recover delete", "recover retry");

    Networks(Cloud cloud) {
        super(cloud, Kind.NET);
    }

    @Override
    void register(MethodTable table) {
        registerOwned(table);
        registerLocks(table);
        registerPool(table);
        table.add("one.vn.allocate", "si", this::allocate);
        table.add("one.vn.delete", "i", this::delete);
        table.add("one.vn.recover", "ii", this::recover);
        new NetworkAddresses(cloud, this).register(table);
    }

    @Override
    void writeInPool(Xml xml, Network network) {
        network.write(xml, false);
    }

    private Object allocate(Session session, Args args) {
        Cluster cluster = cloud.clusters().orDefault(args.number(1));
        auth(session).create(kind).need(Right.ADMIN, cluster).check();
        Template template = parse(args.text(0), "");
        checkRestricted(session, "Template", template);
        return create(session, template, cluster.id()).id();
    }

    public Network create(Session session, Template template, int cluster) {
        String name = template.text("NAME");
        if (name.isEmpty()) {
            throw OneError.internal("No NAME in template for Virtual Network.");
        }
        checkDriver(template);
        checkName(name, session.uid());
        Network network = new Network(cloud, pool.nextId(), name, session);
        fill(network, template);
        network.clusters().add(cluster);
        pool.add(network);
        cloud.events().after(DRIVER, () -> {
            if (network.state() == Network.LOCK_CREATE) {
                complete(network);
                network.state(Network.READY);
                cloud.scheduler().wake();
            }
        });
        return network;
    }

    private static void checkDriver(Template template) {
        String driver = template.text("VN_MAD");
        if (driver.isEmpty()) {
            throw OneError.internal("No VN_MAD in template for Virtual Network.");
        }
        if (!DRIVERS.contains(driver)) {
            throw OneError.internal("VN_MAD named \"" + driver + "\" is not defined in oned.conf");
        }
        if (template.has("BRIDGE_TYPE") && !bridgeType(driver).equals(template.text("BRIDGE_TYPE"))) {
            throw OneError.internal("Attribute BRIDGE_TYPE has wrong value \"" + template.text("BRIDGE_TYPE")
                    + "\" for VN_MAD_CONF " + driver + " in oned.conf");
        }
        boolean vlan = template.has("VLAN_ID") || automatic(template, "");
        boolean outer = template.has("OUTER_VLAN_ID") || automatic(template, "OUTER_");
        if (driver.equals("dummy") && template.text("BRIDGE").isEmpty()) {
            throw OneError.internal("BRIDGE is mandatory for driver " + driver);
        }
        if ((driver.equals("802.1Q") || driver.equals("vxlan"))
                && template.text("PHYDEV").isEmpty()) {
            throw OneError.internal("PHYDEV is mandatory for driver " + driver);
        }
        if ((driver.equals("802.1Q") || driver.equals("vxlan")) && !vlan) {
            throw OneError.internal("VLAN_ID (or AUTOMATIC_VLAN_ID) is mandatory for driver " + driver);
        }
        if (driver.equals("ovswitch_vxlan") && !outer) {
            throw OneError.internal("OUTER_VLAN_ID (or AUTOMATIC) is mandatory for driver " + driver);
        }
    }

    private static boolean automatic(Template template, String which) {
        return template.yes("AUTOMATIC_" + which + "VLAN_ID");
    }

    private static String bridgeType(String driver) {
        return driver.startsWith("ovswitch") ? "openvswitch" : "linux";
    }

    private void fill(Network network, Template template) {
        Template own = network.template();
        own.merge(template);
        String driver = template.text("VN_MAD");
        boolean automatic = TAGGING.contains(driver) && automatic(template, "") && !template.has("VLAN_ID");
        boolean outer =
                driver.equals("ovswitch_vxlan") && automatic(template, "OUTER_") && !template.has("OUTER_VLAN_ID");
        if (automatic) {
            network.automaticVlan(freeVlan(network.id()));
        }
        if (outer) {
            network.automaticOuterVlan(freeVlan(network.id()));
        }
        for (String name : List.of("NAME", "AUTOMATIC_VLAN_ID", "AUTOMATIC_OUTER_VLAN_ID")) {
            own.remove(name);
        }
        setIfMissing(own, "BRIDGE_TYPE", bridgeType(driver));
        String vlan = template.text("VLAN_ID");
        setIfMissing(own, "BRIDGE", vlan.isEmpty() ? "onebr" + network.id() : "onebr." + vlan);
        setIfMissing(own, "PHYDEV", "");
        String groups = own.text("SECURITY_GROUPS");
        own.set("SECURITY_GROUPS", groups.isEmpty() || groups.equals("0") ? "0" : "0," + groups);
    }

    /** Completes a network at once, for a site that is ready from the beginning. */
    public void ready(Network network) {
        complete(network);
        network.state(Network.READY);
    }

    /** What only shows when the driver has made the network: its ranges, and the VLAN ids it does not have. */
    private static void complete(Network network) {
        Template own = network.template();
        for (Vector range : own.vectors("AR")) {
            addRangeQuietly(network, range);
        }
        own.remove("AR");
        if (network.vlanId().isEmpty()) {
            own.set("VLAN_ID", "");
        }
        if (network.outerVlanId().isEmpty()) {
            own.set("OUTER_VLAN_ID", "");
        }
    }

    private static void setIfMissing(Template template, String name, String value) {
        if (template.text(name).isEmpty()) {
            template.set(name, value);
        }
    }

    private static void fail(Network network, String why) {
        network.template().set("ERROR", Dates.log(network.cloud().events().now()) + " : " + why);
    }

    /** A bad range makes an ERROR text or is lost; the call is OK. */
    private static void addRangeQuietly(Network network, Vector range) {
        try {
            network.addRange(range);
        } catch (OneError wrong) {
            fail(network, wrong.text());
        }
    }

    private int freeVlan(int networkId) {
        int first = 2 + networkId % (4095 - 2);
        for (int i = 0; i < 4093; i++) {
            int vlan = 2 + (first - 2 + i) % 4093;
            if (pool.first(network -> network.holdsAutomatic(vlan)) == null) {
                return vlan;
            }
        }
        throw OneError.internal("No VLANs available");
    }

    @Override
    RestrictedAttributes restricted() {
        return RestrictedAttributes.NET;
    }

    @Override
    void update(Network network, Template change, boolean append) {
        if (!append && !change.has("VN_MAD")) {
            throw OneError.internal("Cannot update template. No VN_MAD in template for Virtual Network.");
        }
        Template before = network.template().copy();
        change.remove("VNET_UPDATE");
        super.update(network, change, append);
        for (String kept : List.of("BRIDGE", "BRIDGE_TYPE", "PHYDEV", "SECURITY_GROUPS")) {
            if (!network.template().has(kept)) {
                network.template().set(kept, before.text(kept));
            }
        }
    }

    private Object delete(Session session, Args args) {
        Network network = get(session, args.number(0), Right.MANAGE);
        if (network.usedLeases() > 0) {
            throw OneError.action("Cannot delete virtual network. Can not remove a virtual network with leases in use");
        }
        delete(network);
        return network.id();
    }

    public void delete(Network network) {
        if (network.state() == Network.LOCK_CREATE) {
            complete(network);
        }
        network.state(Network.LOCK_DELETE);
        network.ranges().clear();
        Network parent = pool.find(network.parent());
        if (parent != null) {
            int freed = parent.release("VNET", network.id());
            cloud.quotas().refund(network.ownerId(), network.groupId(), List.of(leases(parent.id(), freed)));
        }
        cloud.events().after(DRIVER, () -> {
            network.state(Network.DONE);
            pool.remove(network.id());
        });
    }

    private Object recover(Session session, Args args) {
        int operation = args.number(1);
        if (operation < 0 || operation >= RECOVERIES.size()) {
            throw OneError.action("Wrong recovery operation code");
        }
        Network network = get(session, args.number(0), Right.ADMIN);
        boolean making = network.state() == Network.LOCK_CREATE || network.state() == Network.ERROR;
        boolean failed = network.state() == Network.ERROR;
        boolean going = network.state() == Network.LOCK_DELETE;
        if (operation == 0 && !failed && (making || going)) {
            fail(network, "Failure forced by user");
            network.state(Network.ERROR);
        } else if (operation == 1 && making) {
            network.template().remove("ERROR");
            complete(network);
            network.state(Network.READY);
        } else if ((operation == 1 && going) || (operation == 2 && (making || going))) {
            delete(network);
        } else {
            throw OneError.internal("Could not perform '" + RECOVERIES.get(operation) + "' on VN " + network.id()
                    + ", wrong state " + network.stateName() + ".");
        }
        return network.id();
    }

    /** The leases that a machine's NICs charge. */
    static Quotas.Use leases(int networkId, int count) {
        return new Quotas.Use(QuotaType.NETWORK, Integer.toString(networkId), Map.of("LEASES", (double) count));
    }
}
