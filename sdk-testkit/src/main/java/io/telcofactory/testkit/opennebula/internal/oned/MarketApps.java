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
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Apps of marketplaces. Importing an image is left to a driver that the fake does not have, as the installation without
 * drivers on which it was recorded: such an app stays LOCKED. Templates are ready at once.
 */
public final class MarketApps extends OwnedResource<MarketApps.App> {

    static final int READY = 1;
    static final int LOCKED = 2;
    static final int DISABLED = 4;

    /** An app. */
    public static final class App extends OwnedObject {

        private final Markets.Market market;
        private final long created;
        private final String origin;
        private final int type;
        private int state;
        private long sizeMb;

        App(Cloud cloud, int id, String name, Session creator, Markets.Market market, Template content) {
            super(cloud, Kind.MARKETPLACEAPP, id, name, creator);
            this.market = market;
            this.created = cloud.events().epochSecond();
            this.origin = content.text("ORIGIN_ID");
            this.type = Math.max(1, TYPES.indexOf(content.text("TYPE").toUpperCase(Locale.ROOT)));
            this.state = type == 1 ? LOCKED : READY;
        }

        /** Shows the app as imported, with the size of its image. */
        public void ready(long megabytes) {
            state = READY;
            sizeMb = megabytes;
        }

        long sizeMb() {
            return sizeMb;
        }

        @Override
        public void writeTo(Xml xml) {
            xml.open("MARKETPLACEAPP");
            writeOwner(xml);
            writeLock(xml);
            xml.text("REGTIME", created)
                    .text("NAME", name())
                    .cdata("ZONE_ID", 0)
                    .cdata("ORIGIN_ID", origin);
            xml.cdata("SOURCE", "").cdata("MD5", "").text("SIZE", sizeMb);
            xml.cdata("DESCRIPTION", template().text("DESCRIPTION"));
            xml.cdata("VERSION", template().has("VERSION") ? template().text("VERSION") : "0.0");
            xml.cdata("FORMAT", "").cdata("APPTEMPLATE64", template().text("APPTEMPLATE64"));
            xml.text("MARKETPLACE_ID", market.id()).text("MARKETPLACE", market.name());
            xml.text("STATE", state).text("TYPE", type);
            permissions().writeTo(xml);
            template().writeTo(xml, "TEMPLATE");
            xml.close("MARKETPLACEAPP");
        }
    }

    private static final List<String> TYPES = List.of("UNKNOWN", "IMAGE", "VMTEMPLATE", "SERVICE_TEMPLATE");
    /** What only the import may say. */
    private static final List<String> OWN =
            List.of("NAME", "ZONE_ID", "SOURCE", "SIZE", "MD5", "FORMAT", "REGTIME", "ORIGIN_ID");

    MarketApps(Cloud cloud) {
        super(cloud, Kind.MARKETPLACEAPP);
    }

    @Override
    void register(MethodTable table) {
        registerOwned(table);
        registerLocks(table);
        registerPool(table);
        table.add("one.marketapp.allocate", "si", this::allocate);
        table.add("one.marketapp.delete", "i", this::delete);
        table.add("one.marketapp.enable", "ib", this::enable);
    }

    private Object allocate(Session session, Args args) {
        Template content = parse(args.text(0), "");
        Markets.Market market = cloud.markets().pool.find(args.number(1));
        if (market == null) {
            throw OneError.missing(Kind.MARKETPLACE, args.number(1));
        }
        auth(session).create(kind).need(Right.USE, market).check();
        if (!market.enabled()) {
            throw OneError.internal("Create disabled for market: " + market.name());
        }
        Vector settings =
                ServerConfiguration.driver("MARKET_MAD_CONF", market.template().text("MARKET_MAD"));
        if (settings != null && !settings.get("APP_ACTIONS").contains("create")) {
            throw OneError.action("Create disabled for market: " + market.name());
        }
        return create(session, market, content).id();
    }

    public App create(Session session, Markets.Market market, Template content) {
        String name = content.text("NAME");
        checkName(name, session.uid());
        if (!content.has("ORIGIN_ID")) {
            throw OneError.internal("Missing ORIGIN_ID for the MARKETPLACEAPP");
        }
        App app = new App(cloud, pool.nextId(), name, session, market, content);
        OWN.forEach(content::remove);
        app.template().merge(content);
        market.apps().add(app.id());
        return pool.add(app);
    }

    private Object delete(Session session, Args args) {
        App app = get(session, args.number(0), Right.MANAGE);
        app.market.apps().remove(app.id());
        pool.remove(app.id());
        return app.id();
    }

    private Object enable(Session session, Args args) {
        App app = get(session, args.number(0), Right.MANAGE);
        String refusal = refusal(app);
        if (refusal != null) {
            throw OneError.internal(refusal);
        }
        app.state = args.flag(1, true) ? READY : DISABLED;
        return app.id();
    }

    private static @Nullable String refusal(App app) {
        return app.state == LOCKED ? "Cannot enable/disable marketplaceapp in state LOCKED" : null;
    }
}
