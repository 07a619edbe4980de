package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.template.Xml;

/** A document of any type; OneFlow keeps its services as type 100 and their templates as 101. */
public final class Document extends OwnedObject {

    private final int type;

    Document(Cloud cloud, int id, String name, Session creator, int type) {
        super(cloud, Kind.DOCUMENT, id, name, creator);
        this.type = type;
    }

    public int type() {
        return type;
    }

    @Override
    public void writeTo(Xml xml) {
        xml.open("DOCUMENT");
        writeOwner(xml);
        xml.text("NAME", name()).text("TYPE", type);
        permissions().writeTo(xml);
        writeLock(xml);
        template().writeTo(xml, "TEMPLATE");
        xml.close("DOCUMENT");
    }
}
