package io.telcofactory.testkit.opennebula;

import io.telcofactory.testkit.opennebula.Attribute.Vector;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A virtual router: addresses that its machines share. */
final class VirtualRouter extends OwnedObject {

    private final TreeSet<Integer> vms = new TreeSet<>();

    VirtualRouter(Cloud cloud, int id, String name, Session creator) {
        super(cloud, Kind.VROUTER, id, name, creator);
    }

    Set<Integer> vms() {
        return vms;
    }

    List<Vector> nics() {
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
    void writeTo(Xml xml) {
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
