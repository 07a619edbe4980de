package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import io.telcofactory.testkit.opennebula.internal.template.Xml;

/** A template of virtual machines. */
public final class VmTemplate extends OwnedObject {

    private final long created;

    VmTemplate(Cloud cloud, int id, String name, Session creator) {
        super(cloud, Kind.TEMPLATE, id, name, creator);
        this.created = cloud.events().epochSecond();
    }

    @Override
    public void writeTo(Xml xml) {
        write(xml, template());
    }

    /** Writes it with other content. */
    void write(Xml xml, Template content) {
        xml.open("VMTEMPLATE");
        writeOwner(xml);
        xml.text("NAME", name());
        writeLock(xml);
        permissions().writeTo(xml);
        xml.text("REGTIME", created);
        content.writeTo(xml, "TEMPLATE");
        xml.close("VMTEMPLATE");
    }
}
