package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.OneObject;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Xml;

/** The one zone of the fake. */
public final class Zones extends Resource<Zones.Zone> {

    /** A zone of the federation. */
    static final class Zone extends OneObject {

        private boolean enabled = true;

        Zone(int id, String name) {
            super(Kind.ZONE, id, name);
        }

        @Override
        public void writeTo(Xml xml) {
            xml.open("ZONE").text("ID", id()).text("NAME", name()).text("STATE", enabled ? 0 : 1);
            template().writeTo(xml, "TEMPLATE");
            xml.open("SERVER_POOL").close("SERVER_POOL").close("ZONE");
        }
    }

    Zones(Cloud cloud) {
        super(cloud, Kind.ZONE);
        Zone zone = pool.add(new Zone(0, "OpenNebula"));
        zone.template().set("ENDPOINT", "http://localhost:2633/RPC2").set("ENDPOINT_GRPC", "localhost:2634");
    }

    @Override
    void register(MethodTable table) {
        registerBasics(table);
        table.add("one.zonepool.info", "", (session, args) -> poolXml(session, each -> true));
        table.add(
                "one.zone.raftstatus",
                "",
                (session, args) -> "<RAFT><SERVER_ID>-1</SERVER_ID><STATE>0</STATE><TERM>0</TERM>"
                        + "<VOTEDFOR>-1</VOTEDFOR><COMMIT>0</COMMIT><LOG_INDEX>-1</LOG_INDEX><LOG_TERM>-1</LOG_TERM>"
                        + "<FEDLOG_INDEX>-1</FEDLOG_INDEX></RAFT>");
        table.add("one.zone.delete", "i", (session, args) -> {
            get(session, args.number(0), Right.ADMIN);
            throw OneError.action("Cannot delete zone. System Zones (ID < 100) cannot be deleted.");
        });
        table.add("one.zone.enable", "ib", this::enable);
        table.add("one.zone.addserver", "is", this::addServer);
        table.add("one.zone.delserver", "ii", this::changeServer);
        table.add("one.zone.resetserver", "ii", this::changeServer);
        table.add("one.zone.allocate", "s", (session, args) -> {
            auth(session).create(Kind.ZONE).check();
            throw OneError.allocate(Kind.ZONE, "New zones can only be created at federation master");
        });
    }

    public Zone create(String name, String endpoint) {
        pool.startAt(100);
        Zone zone = pool.add(new Zone(pool.nextId(), name));
        zone.template().set("ENDPOINT", endpoint).set("ENDPOINT_GRPC", "");
        return zone;
    }

    /** Takes a server, but lets none join: the fake is one server. */
    private Object addServer(Session session, Args args) {
        Zone zone = get(session, args.number(0), Right.ADMIN);
        if (parse(args.text(1), "").vectors("SERVER").isEmpty()) {
            throw OneError.action("SERVER not found in template");
        }
        return zone.id();
    }

    /** Says yes to any server, there or not, as the real one does. */
    private Object changeServer(Session session, Args args) {
        return get(session, args.number(0), Right.ADMIN).id();
    }

    private Object enable(Session session, Args args) {
        if (pool.find(args.number(0)) == null) {
            throw OneError.action("Enable/disable mode have to be set through the target zone endpoints");
        }
        Zone zone = get(session, args.number(0), Right.ADMIN);
        zone.enabled = args.flag(1, true);
        return zone.id();
    }
}
