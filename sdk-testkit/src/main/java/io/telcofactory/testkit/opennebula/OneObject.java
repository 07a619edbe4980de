package io.telcofactory.testkit.opennebula;

import java.util.Set;

/** One object of a pool. */
abstract class OneObject {

    private final Kind kind;
    private final int id;
    private String name;
    private final Template template = new Template();

    OneObject(Kind kind, int id, String name) {
        this.kind = kind;
        this.id = id;
        this.name = name;
    }

    final Kind kind() {
        return kind;
    }

    final int id() {
        return id;
    }

    final String name() {
        return name;
    }

    final void name(String newName) {
        name = newName;
    }

    /** The attributes that {@code update} changes. */
    Template template() {
        return template;
    }

    /** The owner for permission checks; -1 for kinds that have none. */
    int ownerId() {
        return -1;
    }

    int groupId() {
        return -1;
    }

    Permissions permissions() {
        return NONE;
    }

    /** The clusters whose {@code %} rules reach this object. */
    Set<Integer> clusters() {
        return Set.of();
    }

    /** Tells whether a lock stands against an operation that needs the right. */
    boolean isLockedFor(Right right) {
        return false;
    }

    abstract void writeTo(Xml xml);

    final String xml() {
        Xml xml = new Xml();
        writeTo(xml);
        return xml.toString();
    }

    private static final Permissions NONE = Permissions.octal("000");
}
