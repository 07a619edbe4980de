package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.Set;

/** A security group: its rules stand in its template. */
final class SecurityGroup extends OwnedObject {

    SecurityGroup(Cloud cloud, int id, String name, Session creator) {
        super(cloud, Kind.SECGROUP, id, name, creator);
    }

    @Override
    public void writeTo(Xml xml) {
        xml.open("SECURITY_GROUP");
        writeOwner(xml);
        xml.text("NAME", name());
        permissions().writeTo(xml);
        xml.ids("UPDATED_VMS", Set.of()).ids("OUTDATED_VMS", Set.of()).ids("UPDATING_VMS", Set.of());
        xml.ids("ERROR_VMS", Set.of());
        template().writeTo(xml, "TEMPLATE");
        xml.close("SECURITY_GROUP");
    }
}
