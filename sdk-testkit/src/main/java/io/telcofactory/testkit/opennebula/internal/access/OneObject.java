package io.telcofactory.testkit.opennebula.internal.access;

import io.telcofactory.testkit.opennebula.internal.template.Template;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.Set;

/** One object of a pool. */
public abstract class OneObject {

    private final Kind kind;
    private final int id;
    private String name;
    private final Template template = new Template();

    public OneObject(Kind kind, int id, String name) {
        this.kind = kind;
        this.id = id;
        this.name = name;
    }

    public final Kind kind() {
        return kind;
    }

    public final int id() {
        return id;
    }

    public final String name() {
        return name;
    }

    public final void name(String newName) {
        name = newName;
    }

    /** The attributes that {@code update} changes. */
    public Template template() {
        return template;
    }

    /** The owner for permission checks; -1 for kinds that have none. */
    public int ownerId() {
        return -1;
    }

    public int groupId() {
        return -1;
    }

    public Permissions permissions() {
        return NONE;
    }

    /** The clusters whose {@code %} rules reach this object. */
    public Set<Integer> clusters() {
        return Set.of();
    }

    /** Tells whether a lock stands against an operation that needs the right. */
    public boolean isLockedFor(Right right) {
        return false;
    }

    public abstract void writeTo(Xml xml);

    public final String xml() {
        Xml xml = new Xml();
        writeTo(xml);
        return xml.toString();
    }

    private static final Permissions NONE = Permissions.octal("000");
}
