package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.ObjectLock;
import io.telcofactory.testkit.opennebula.internal.access.OneObject;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.KnownMethods;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hooks: kept and checked. The fake runs no scripts, so that their log stays empty. */
final class Hooks extends Resource<Hooks.Hook> {

    /** What is to run when a call was made or a state was reached. */
    static final class Hook extends OneObject {

        private final String type;
        private @Nullable ObjectLock lock;

        Hook(int id, String name, String type) {
            super(Kind.HOOK, id, name);
            this.type = type;
        }

        @Override
        public boolean isLockedFor(Right right) {
            return lock != null && lock.stops(right);
        }

        @Override
        public void writeTo(Xml xml) {
            write(xml, true);
        }

        private void write(Xml xml, boolean log) {
            xml.open("HOOK").text("ID", id()).text("NAME", name()).text("TYPE", type);
            if (lock != null) {
                lock.writeTo(xml);
            }
            template().writeTo(xml, "TEMPLATE");
            if (log) {
                xml.open("HOOKLOG").close("HOOKLOG");
            }
            xml.close("HOOK");
        }
    }

    private static final Set<String> NOT_HOOKABLE = Set.of("info", "infoextended", "infoset", "monitoring");
    /** The words of ON for machines, and the states they stand for. */
    private static final Map<String, String[]> ON = Map.of(
            "PROLOG", new String[] {"ACTIVE", "PROLOG"},
            "RUNNING", new String[] {"ACTIVE", "RUNNING"},
            "SHUTDOWN", new String[] {"ACTIVE", "EPILOG"},
            "STOP", new String[] {"ACTIVE", "EPILOG_STOP"},
            "DONE", new String[] {"DONE", "LCM_INIT"},
            "UNKNOWN", new String[] {"ACTIVE", "UNKNOWN"});

    private static final Map<String, Set<String>> STATES = Map.of(
            "HOST",
                    Set.of(
                            "INIT",
                            "MONITORING_MONITORED",
                            "MONITORED",
                            "ERROR",
                            "DISABLED",
                            "MONITORING_ERROR",
                            "MONITORING_INIT",
                            "MONITORING_DISABLED",
                            "OFFLINE"),
            "IMAGE",
                    Set.of(
                            "READY",
                            "USED",
                            "DISABLED",
                            "LOCKED",
                            "ERROR",
                            "CLONE",
                            "DELETE",
                            "USED_PERS",
                            "LOCKED_USED",
                            "LOCKED_USED_PERS"),
            "NET", Set.of("INIT", "READY", "LOCK_CREATE", "LOCK_DELETE", "DONE", "ERROR", "UPDATE_FAILURE"));

    Hooks(Cloud cloud) {
        super(cloud, Kind.HOOK);
    }

    @Override
    void register(MethodTable table) {
        registerBasics(table);
        table.add("one.hookpool.info", "", this::poolInfo);
        table.add("one.hook.allocate", "s", this::allocate);
        table.add("one.hook.delete", "i", this::delete);
        table.add("one.hook.retry", "ii", this::retry);
        table.add("one.hook.lock", "ii?b", this::lock);
        table.add("one.hook.unlock", "i", this::unlock);
        table.add("one.hooklog.info", "iiii", this::log);
    }

    @Override
    Object info(Session session, Args args) {
        Hook hook = get(session, args.number(0), Right.USE);
        return hook.xml();
    }

    private Object poolInfo(Session session, Args args) {
        return poolXml(session, each -> true);
    }

    @Override
    void writeInPool(Xml xml, Hook hook) {
        hook.write(xml, false);
    }

    private Object allocate(Session session, Args args) {
        Template content = parse(args.text(0), "");
        auth(session).create(kind).check();
        String name = content.text("NAME");
        checkName(name, -1);
        if (content.text("COMMAND").isEmpty()) {
            throw OneError.internal("No COMMAND in template for Hook.");
        }
        String type = content.text("TYPE").toLowerCase(Locale.ROOT);
        switch (type) {
            case "api" -> readCall(content);
            case "state" -> readState(content);
            default -> throw OneError.internal("Invalid Hook type: " + content.text("TYPE"));
        }
        Hook hook = new Hook(pool.nextId(), name, type);
        content.set("REMOTE", content.yes("REMOTE") ? "YES" : "NO");
        content.remove("NAME");
        content.remove("TYPE");
        hook.template().merge(content);
        return pool.add(hook).id();
    }

    private static void readCall(Template content) {
        String call = content.text("CALL");
        String verb = call.substring(call.lastIndexOf('.') + 1);
        if (!call.startsWith("one.internal") && (!KnownMethods.isKnown(call) || NOT_HOOKABLE.contains(verb))) {
            throw OneError.internal("API call does not exist or is not supported: " + call);
        }
    }

    private static void readState(Template content) {
        String resource = content.text("RESOURCE").toUpperCase(Locale.ROOT);
        if (resource.equals("VM")) {
            readMachineState(content);
            return;
        }
        Set<String> states = STATES.get(resource);
        if (states == null) {
            throw OneError.internal("Invalid or undefined RESOURCE attribute: " + content.text("RESOURCE"));
        }
        String state = content.text("STATE").toUpperCase(Locale.ROOT);
        if (!states.contains(state)) {
            throw OneError.internal(
                    resource.equals("HOST")
                            ? "Invalid STATE: " + content.text("STATE")
                            : "Invalid or unkown STATE condition: " + content.text("STATE"));
        }
        content.set("STATE", state);
    }

    private static void readMachineState(Template content) {
        String on = content.text("ON").toUpperCase(Locale.ROOT);
        content.remove("ON");
        String[] states = ON.get(on);
        if (states != null) {
            content.set("STATE", states[0]).set("LCM_STATE", states[1]);
        } else if (!on.equals("CUSTOM")) {
            throw OneError.internal("Unkown state condition: " + on);
        } else {
            String state = content.text("STATE").toUpperCase(Locale.ROOT);
            String lcm = content.text("LCM_STATE").toUpperCase(Locale.ROOT);
            if (!VmState.isState(state)) {
                throw OneError.internal("Wrong STATE: " + content.text("STATE"));
            }
            if (!VmState.isLifeCycleState(lcm)) {
                throw OneError.internal("Wrong LCM_STATE: " + content.text("LCM_STATE"));
            }
            content.set("STATE", state).set("LCM_STATE", lcm);
        }
    }

    @Override
    void update(Hook hook, Template change, boolean append) {
        Template before = hook.template().copy();
        super.update(hook, change, append);
        for (String kept : before.names()) {
            boolean fixed = Set.of("CALL", "STATE", "LCM_STATE", "RESOURCE", "COMMAND", "REMOTE")
                    .contains(kept);
            if (fixed && !hook.template().has(kept)) {
                hook.template().set(kept, before.text(kept));
            }
        }
    }

    private Object delete(Session session, Args args) {
        Hook hook = get(session, args.number(0), Right.MANAGE);
        pool.remove(hook.id());
        return hook.id();
    }

    /** Runs an execution again; there is none, as the fake runs no scripts. */
    private Object retry(Session session, Args args) {
        get(session, args.number(0), Right.MANAGE);
        throw OneError.internal("Invalid HookLog body. Arguments not found.");
    }

    private Object lock(Session session, Args args) {
        Hook hook = get(args.number(0));
        auth(session).need(Right.MANAGE, kind).check();
        int level = args.number(1);
        if (level < 1 || level > 4) {
            throw OneError.action("Wrong lock level specified");
        }
        if (hook.lock != null && args.flag(2, false)) {
            throw OneError.action(Long.toString(hook.lock.time()));
        }
        hook.lock = new ObjectLock(level, session.uid(), cloud.events().epochSecond(), cloud.requestNumber());
        return hook.id();
    }

    private Object unlock(Session session, Args args) {
        Hook hook = get(args.number(0));
        auth(session).need(Right.MANAGE, kind).check();
        hook.lock = null;
        return hook.id();
    }

    private Object log(Session session, Args args) {
        auth(session).need(Right.USE, kind).check();
        return "<HOOKLOG></HOOKLOG>";
    }
}
