package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.OneObject;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.Set;
import java.util.TreeSet;

/** A cluster; its members are found by asking them. */
public final class Cluster extends OneObject {

    private final Cloud cloud;

    Cluster(Cloud cloud, int id, String name) {
        super(Kind.CLUSTER, id, name);
        this.cloud = cloud;
        template().set("RESERVED_CPU", "").set("RESERVED_MEM", "");
    }

    Set<Integer> members(Kind kind) {
        Set<Integer> members = new TreeSet<>();
        for (OneObject object : cloud.resource(kind).pool.all()) {
            if (object.clusters().contains(id())) {
                members.add(object.id());
            }
        }
        return members;
    }

    @Override
    public void writeTo(Xml xml) {
        xml.open("CLUSTER").text("ID", id()).text("NAME", name()).ids("HOSTS", members(Kind.HOST));
        xml.ids("DATASTORES", members(Kind.DATASTORE)).ids("VNETS", members(Kind.NET));
        template().writeTo(xml, "TEMPLATE");
        xml.close("CLUSTER");
    }
}
