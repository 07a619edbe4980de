package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.OneObject;
import io.telcofactory.testkit.opennebula.internal.access.RestrictedAttributes;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Names;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import io.telcofactory.testkit.opennebula.internal.template.TemplateParser;
import io.telcofactory.testkit.opennebula.internal.template.TemplateSyntaxException;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What all kinds of objects have in common: names, info, update, rename, and listing. */
public abstract class Resource<T extends OneObject> {

    final Cloud cloud;
    public final Kind kind;
    public final Pool<T> pool;

    Resource(Cloud cloud, Kind kind) {
        this.cloud = cloud;
        this.kind = kind;
        this.pool = new Pool<>(kind);
    }

    abstract void register(MethodTable table);

    final String method(String verb) {
        return "one." + kind.prefix() + "." + verb;
    }

    final Auth auth(Session session) {
        return Auth.of(cloud, session);
    }

    public final T get(int id) {
        return pool.get(id);
    }

    /** Returns the object if the session has the right on it. */
    public final T get(Session session, int id, Right right) {
        requireAll(session, id, right);
        T object = pool.get(id);
        auth(session).need(right, object).check();
        return object;
    }

    /** A negative id stands for no object: whoever may not do the same to all is told that, not that there is none. */
    final void requireAll(Session session, int id, Right right) {
        if (id < 0) {
            auth(session).need(right, kind).check();
        }
    }

    /** Registers info, update and rename. */
    final void registerBasics(MethodTable table) {
        table.add(method("info"), "i?b", this::info);
        table.add(method("update"), "is?i", this::update);
        table.add(method("rename"), "is", this::rename);
    }

    Object info(Session session, Args args) {
        requireAll(session, args.number(0), Right.USE);
        T object = pool.get(args.number(0));
        if (!auth(session).allowed(Right.USE, object)) {
            auth(session).need(Right.USE, object).check();
            throw Auth.refused(session, "Not authorized to perform USE " + kind + " [" + object.id() + "].");
        }
        return document(session, object);
    }

    /** The document that info answers. */
    String document(Session session, T object) {
        return object.xml();
    }

    Object update(Session session, Args args) {
        T object = get(session, args.number(0), updateRight());
        int append = args.number(2, 0);
        if (append != 0 && append != 1) {
            throw OneError.api("Wrong update type");
        }
        Template change = parse(args.text(1), "Cannot update template. ");
        if (change.isUnstorable()) {
            return object.id();
        }
        checkChange(session, object, change, append == 1);
        update(object, change, append == 1);
        return object.id();
    }

    Right updateRight() {
        return Right.MANAGE;
    }

    /** What a tenant may not set; nothing by default. */
    RestrictedAttributes restricted() {
        return RestrictedAttributes.NONE;
    }

    /** Refuses a new object with what a tenant may not set. */
    final void checkRestricted(Session session, String what, Template template) {
        String restricted = session.isAdmin() ? null : restricted().find(template);
        if (restricted != null) {
            throw Auth.refused(session, what + " includes a restricted attribute " + restricted + ".");
        }
    }

    private void checkChange(Session session, T object, Template change, boolean append) {
        String changed = session.isAdmin() ? null : restricted().findChanged(object.template(), change, append);
        if (changed != null) {
            throw OneError.internal("Cannot update template. "
                    + (append
                            ? "User Template includes a restricted attribute "
                            : "Tried to change restricted attribute: ")
                    + changed);
        }
    }

    void update(T object, Template change, boolean append) {
        if (!append) {
            object.template().clear();
        }
        object.template().merge(change);
    }

    Object rename(Session session, Args args) {
        T object = get(session, args.number(0), Right.MANAGE);
        String name = args.text(1).strip();
        String flaw = Names.flaw(name, "");
        if (flaw != null) {
            throw OneError.action(flaw);
        }
        T other = holder(name, object.ownerId());
        if (other != null && other != object) {
            throw OneError.action(kind.label() + " cannot be renamed to " + name + " because it collides with "
                    + kind.label() + " " + other.id());
        }
        renamed(object, name);
        object.name(name);
        return object.id();
    }

    /** Lets a kind do more when an object gets a new name. */
    void renamed(T object, String newName) {}

    /** Names are unique over all owners unless a kind says otherwise. */
    boolean sharesNameSpace(T object, int ownerId) {
        return true;
    }

    final @Nullable T holder(String name, int ownerId) {
        return pool.first(each -> each.name().equals(name) && sharesNameSpace(each, ownerId));
    }

    /** Explains why a name cannot be taken, or returns null. */
    @Nullable String nameFlaw(String name) {
        return Names.flaw(name, "");
    }

    /** Checks a name for creation; returns what is wrong with it, or null. */
    public final @Nullable String creationFlaw(String name, int ownerId) {
        String flaw = nameFlaw(name);
        if (flaw != null) {
            return flaw;
        }
        T other = holder(name, ownerId);
        return other == null ? null : "NAME is already taken by " + kind.takenBy() + " " + other.id() + ".";
    }

    /** Checks a name for creation in the pools that answer INTERNAL. */
    final void checkName(String name, int ownerId) {
        String flaw = creationFlaw(name, ownerId);
        if (flaw != null) {
            throw OneError.internal(flaw);
        }
    }

    public static Template parse(String text, String context) {
        try {
            return TemplateParser.parse(text);
        } catch (TemplateSyntaxException syntax) {
            throw OneError.internal(context + syntax.text());
        }
    }

    /** Writes the pool as a session sees it: everything it may use. */
    final String poolXml(Session session, Predicate<T> filter) {
        Auth auth = auth(session);
        Xml xml = new Xml().open(kind.poolElement());
        for (T object : pool.newestFirst().values()) {
            if (filter.test(object) && auth.allowed(Right.USE, object)) {
                writeInPool(xml, object);
            }
        }
        writePoolTail(xml, session);
        return xml.close(kind.poolElement()).toString();
    }

    void writeInPool(Xml xml, T object) {
        object.writeTo(xml);
    }

    void writePoolTail(Xml xml, Session session) {}
}
