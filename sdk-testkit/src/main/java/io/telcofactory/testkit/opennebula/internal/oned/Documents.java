package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import org.jspecify.annotations.Nullable;

/** Documents. Names may repeat. */
public final class Documents extends OwnedResource<Document> {

    Documents(Cloud cloud) {
        super(cloud, Kind.DOCUMENT);
    }

    @Override
    void register(MethodTable table) {
        registerOwned(table);
        registerLocks(table);
        table.add("one.documentpool.info", "iiii", this::poolInfo);
        table.add("one.document.allocate", "si", this::allocate);
        table.add("one.document.delete", "i", this::delete);
        table.add("one.document.clone", "is", this::copy);
    }

    @Override
    boolean sharesNameSpace(Document document, int ownerId) {
        return false;
    }

    @Override
    @Nullable String nameFlaw(String name) {
        if (name.contains("&") || name.contains("<")) {
            return "Error transforming the Document to XML.";
        }
        return name.length() > 128 ? "NAME is too long; max length is 128 chars." : null;
    }

    public Document create(Session session, String name, int type) {
        return pool.add(new Document(cloud, pool.nextId(), name, session, type));
    }

    private Object allocate(Session session, Args args) {
        auth(session).create(kind).check();
        Template template = parse(args.text(0), "");
        String name = template.text("NAME");
        template.remove("NAME");
        checkName(name, session.uid());
        Document document = create(session, name.isEmpty() ? "document-" + pool.nextId() : name, args.number(1));
        document.template().merge(template);
        return document.id();
    }

    private Object delete(Session session, Args args) {
        Document document = get(session, args.number(0), Right.MANAGE);
        pool.remove(document.id());
        return document.id();
    }

    /** Copies a document; the real server does not ask for a right on the source. */
    private Object copy(Session session, Args args) {
        Document source = get(args.number(0));
        auth(session).create(kind).check();
        checkName(args.text(1), session.uid());
        Document document = create(session, args.text(1), source.type());
        document.template().merge(source.template());
        return document.id();
    }

    private Object poolInfo(Session session, Args args) {
        int type = args.number(3);
        Xml xml = new Xml().open("DOCUMENT_POOL");
        for (Document document : select(session, args.number(0), args.number(1), args.number(2))) {
            if (document.type() == type) {
                document.writeTo(xml);
            }
        }
        return xml.close("DOCUMENT_POOL").toString();
    }
}
