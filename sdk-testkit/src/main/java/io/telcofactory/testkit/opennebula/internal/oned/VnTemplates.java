package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.RestrictedAttributes;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.ErrorCode;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.List;

/** Templates of virtual networks and their instantiation. */
final class VnTemplates extends OwnedResource<VnTemplates.VnTemplate> {

    /** A template of virtual networks. */
    static final class VnTemplate extends OwnedObject {

        private final long created;

        VnTemplate(Cloud cloud, int id, String name, Session creator) {
            super(cloud, Kind.VNTEMPLATE, id, name, creator);
            this.created = cloud.events().epochSecond();
        }

        @Override
        public void writeTo(Xml xml) {
            xml.open("VNTEMPLATE");
            writeOwner(xml);
            xml.text("NAME", name());
            permissions().writeTo(xml);
            writeLock(xml);
            xml.text("REGTIME", created);
            template().writeTo(xml, "TEMPLATE");
            xml.close("VNTEMPLATE");
        }
    }

    VnTemplates(Cloud cloud) {
        super(cloud, Kind.VNTEMPLATE);
    }

    @Override
    void register(MethodTable table) {
        registerOwned(table);
        registerLocks(table);
        registerPool(table);
        table.add("one.vntemplate.allocate", "s", this::allocate);
        table.add("one.vntemplate.delete", "i", this::delete);
        table.add("one.vntemplate.clone", "is", this::copy);
        table.add("one.vntemplate.instantiate", "is?s", this::instantiate);
    }

    @Override
    RestrictedAttributes restricted() {
        return RestrictedAttributes.NET;
    }

    private Object allocate(Session session, Args args) {
        Template content = parse(args.text(0), "");
        auth(session).create(kind).check();
        checkRestricted(session, "Template", content);
        String name = content.text("NAME");
        content.remove("NAME");
        return create(session, name, content);
    }

    private int create(Session session, String name, Template content) {
        checkName(name, session.uid());
        VnTemplate template = pool.add(new VnTemplate(cloud, pool.nextId(), name, session));
        template.template().merge(content);
        return template.id();
    }

    private Object delete(Session session, Args args) {
        VnTemplate template = get(session, args.number(0), Right.MANAGE);
        pool.remove(template.id());
        return template.id();
    }

    private Object copy(Session session, Args args) {
        VnTemplate source = get(args.number(0));
        auth(session).create(kind).need(Right.USE, source).check();
        return create(session, args.text(1), source.template());
    }

    /** Makes a network; its id, and only that, tells of the template afterwards. */
    private Object instantiate(Session session, Args args) {
        VnTemplate source = get(args.number(0));
        Template extra = parse(args.text(2, ""), "");
        Template content = source.template().copy();
        merge(session, content, extra);
        auth(session).need(Right.USE, source).check();
        return instantiate(session, source, args.text(1), content).id();
    }

    private static void merge(Session session, Template content, Template extra) {
        List<Attribute> ranges = extra.remove("AR");
        String restricted = session.isAdmin() ? null : RestrictedAttributes.NET.findChanged(content, extra, true);
        if (restricted != null) {
            throw Auth.refused(session, "Extra Template includes a restricted attribute " + restricted + ".");
        }
        ranges.forEach(range -> content.add("AR", range));
        content.merge(extra);
    }

    /** Makes a network from a template's content; OneFlow does so too. */
    Network instantiate(Session session, VnTemplate source, String name, Template content) {
        List<Integer> clusters = clusters(content.text("CLUSTER_IDS"));
        content.remove("CLUSTER_IDS");
        content.set(
                "NAME",
                name.isEmpty() ? source.name() + "-" + cloud.networks().pool.nextId() : name);
        try {
            Network network = cloud.networks().create(session, content, clusters.get(0));
            network.clusters().addAll(clusters);
            network.madeFrom(source.id());
            return network;
        } catch (OneError refused) {
            throw refused.code() == ErrorCode.INTERNAL ? OneError.allocate(kind, refused.text()) : refused;
        }
    }

    /** Adds the address ranges and attributes that someone asks for on top of a template. */
    Template extended(Session session, VnTemplate source, Template extra) {
        Template content = source.template().copy();
        merge(session, content, extra);
        return content;
    }

    private List<Integer> clusters(String ids) {
        List<Integer> clusters = List.of(ids.split(",")).stream()
                .filter(Numbers::isInteger)
                .map(id -> Numbers.integer(id, 0))
                .filter(id -> cloud.clusters().pool.find(id) != null)
                .toList();
        return clusters.isEmpty() ? List.of(0) : clusters;
    }
}
