package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.ServerConfiguration;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.Set;
import java.util.TreeSet;

/** Marketplaces. Two come with every installation; without the internet they stay empty. */
public final class Markets extends OwnedResource<Markets.Market> {

    /** A marketplace. */
    public static final class Market extends OwnedObject {

        private final TreeSet<Integer> apps = new TreeSet<>();
        private boolean enabled = true;

        Market(Cloud cloud, int id, String name, Session creator) {
            super(cloud, Kind.MARKETPLACE, id, name, creator);
        }

        Set<Integer> apps() {
            return apps;
        }

        boolean enabled() {
            return enabled;
        }

        @Override
        public void writeTo(Xml xml) {
            xml.open("MARKETPLACE");
            writeOwner(xml);
            xml.text("NAME", name()).text("STATE", enabled ? 0 : 1);
            xml.cdata("MARKET_MAD", template().text("MARKET_MAD")).cdata("ZONE_ID", 0);
            xml.text("TOTAL_MB", 0).text("FREE_MB", 0).text("USED_MB", 0).ids("MARKETPLACEAPPS", apps);
            permissions().writeTo(xml);
            template().writeTo(xml, "TEMPLATE");
            xml.close("MARKETPLACE");
        }
    }

    Markets(Cloud cloud) {
        super(cloud, Kind.MARKETPLACE);
    }

    /** Makes the two marketplaces of every installation. */
    void bootstrap(Session oneadmin) {
        publish(
                create(oneadmin, "OpenNebula Public"),
                "MARKET_MAD=\"one\"\nDESCRIPTION=\"OpenNebula Systems MarketPlace\"");
        Market containers = create(oneadmin, "Linux Containers");
        publish(
                containers,
                "MARKET_MAD=\"linuxcontainers\"\nDESCRIPTION=\"MarketPlace for the public image server fo LXC & LXD"
                        + " hosted at linuxcontainers.org\"");
        containers.enabled = false;
        pool.startAt(100);
    }

    private Market create(Session session, String name) {
        return pool.add(new Market(cloud, pool.nextId(), name, session));
    }

    private static void publish(Market market, String template) {
        market.template().merge(parse(template, ""));
        market.permissions().change(new int[] {1, 1, 1, 1, 0, 0, 1, 0, 0});
    }

    @Override
    void register(MethodTable table) {
        registerOwned(table);
        table.add("one.marketpool.info", "", (session, args) -> poolXml(session, each -> true));
        table.add("one.market.allocate", "s", this::allocate);
        table.add("one.market.delete", "i", this::delete);
        table.add("one.market.enable", "ib", this::enable);
    }

    @Override
    boolean sharesNameSpace(Market market, int ownerId) {
        return true;
    }

    private Object allocate(Session session, Args args) {
        Template content = parse(args.text(0), "");
        auth(session).create(kind).check();
        String name = content.text("NAME");
        String flaw = creationFlaw(name, session.uid());
        if (flaw != null) {
            throw OneError.allocate(kind, flaw.replaceFirst("\\.$", ""));
        }
        String driver = content.text("MARKET_MAD");
        if (driver.isEmpty()) {
            throw OneError.allocate(kind, "No marketplace driver (MARKET_MAD) in template.");
        }
        Vector settings = ServerConfiguration.driver("MARKET_MAD_CONF", driver);
        if (settings == null) {
            throw OneError.allocate(kind, "MARKET_MAD_CONF named \"" + driver + "\" is not defined in oned.conf");
        }
        for (String required : settings.get("REQUIRED_ATTRS").split(",")) {
            if (content.text(required.strip()).isEmpty() && !required.isBlank()) {
                throw OneError.allocate(
                        kind,
                        "MarketPlace template is missing the \"" + required.strip() + "\" attribute or it's empty.");
            }
        }
        Market market = create(session, name);
        content.remove("NAME");
        market.template().merge(content);
        return market.id();
    }

    private Object delete(Session session, Args args) {
        Market market = get(session, args.number(0), Right.ADMIN);
        for (int app : Set.copyOf(market.apps())) {
            cloud.apps().pool.remove(app);
        }
        pool.remove(market.id());
        return market.id();
    }

    private Object enable(Session session, Args args) {
        Market market = get(session, args.number(0), Right.MANAGE);
        market.enabled = args.flag(1, true);
        return market.id();
    }
}
