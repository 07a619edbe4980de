package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A virtual router: addresses that its machines share. */
public final class VirtualRouter extends OwnedObject {

    private final TreeSet<Integer> vms = new TreeSet<>();

    VirtualRouter(Cloud cloud, int id, String name, Session creator) {
        super(cloud, Kind.VROUTER, id, name, creator);
    }

    public Set<Integer> vms() {
        return vms;
    }

    public List<Vector> nics() {
        return template().vectors("NIC");
    }

    int nextNicId() {
        int next = 0;
        for (Vector nic : nics()) {
            next = Math.max(next, nic.number("NIC_ID", -1) + 1);
        }
        return next;
    }

    @Override
    public void writeTo(Xml xml) {
        xml.open("VROUTER");
        writeOwner(xml);
        xml.text("NAME", name());
        permissions().writeTo(xml);
        writeLock(xml);
        xml.ids("VMS", vms);
        template().writeTo(xml, "TEMPLATE");
        xml.close("VROUTER");
    }
}
