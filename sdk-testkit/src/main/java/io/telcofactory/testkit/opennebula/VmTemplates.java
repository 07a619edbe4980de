package io.telcofactory.testkit.opennebula;

import java.util.Locale;

/** Machine templates and their instantiation. */
final class VmTemplates extends OwnedResource<VmTemplate> {

    VmTemplates(Cloud cloud) {
        super(cloud, Kind.TEMPLATE);
    }

    @Override
    void register(MethodTable table) {
        registerOwned(table);
        registerLocks(table);
        registerPool(table);
        table.add("one.template.info", "i?bb", this::information);
        table.add("one.template.allocate", "s", this::allocate);
        table.add("one.template.delete", "i?b", this::delete);
        table.add("one.template.clone", "is?b", this::copy);
        table.add("one.template.instantiate", "is?bsb", this::instantiate);
    }

    private Object information(Session session, Args args) {
        VmTemplate template = get(args.number(0));
        Object plain = info(session, args);
        if (!args.flag(1, false)) {
            return plain;
        }
        // The extended form shows what the disks and networks would add.
        Template extended = template.template().copy();
        new VmDisks(cloud, session).describe(extended);
        Xml xml = new Xml();
        VmTemplate copy = new VmTemplate(cloud, template.id(), template.name(), session);
        copy.owner(template.ownerId(), template.groupId());
        copy.template().merge(extended);
        copy.writeTo(xml);
        return xml.toString();
    }

    @Override
    void checkRestricted(Session session, Template change) {
        String restricted = session.isAdmin() ? null : RestrictedAttributes.VM.find(change);
        if (restricted != null) {
            throw Auth.refused(session, "VM Template includes a restricted attribute " + restricted + ".");
        }
    }

    private Object allocate(Session session, Args args) {
        Template template = parse(args.text(0), "");
        auth(session).create(kind).check();
        checkRestricted(session, template);
        String name = template.text("NAME");
        template.remove("NAME");
        checkName(name, session.uid());
        return create(session, name, template).id();
    }

    private VmTemplate create(Session session, String name, Template content) {
        VmTemplate template = pool.add(new VmTemplate(cloud, pool.nextId(), name, session));
        template.template().merge(content);
        return template;
    }

    private Object delete(Session session, Args args) {
        VmTemplate template = get(session, args.number(0), Right.MANAGE);
        pool.remove(template.id());
        return template.id();
    }

    /** Copies a template; the real server does not ask for a right on the source. */
    private Object copy(Session session, Args args) {
        VmTemplate source = get(args.number(0));
        auth(session).create(kind).check();
        checkName(args.text(1), session.uid());
        return create(session, args.text(1), source.template().copy()).id();
    }

    private Object instantiate(Session session, Args args) {
        VmTemplate source = get(args.number(0));
        Template extra = parse(args.text(3, ""), "");
        Auth auth = auth(session).need(Right.USE, source);
        if (!extra.isEmpty()) {
            auth.create(kind);
        }
        auth.check();
        if (source.template().yes("VROUTER")) {
            throw OneError.action("Virtual router templates cannot be instantiated");
        }
        if (args.flag(4, false)) {
            throw new Unsupported("one.template.instantiate with persistent=true");
        }
        return instantiate(session, source, args.text(1), args.flag(2, false), extra);
    }

    int instantiate(Session session, VmTemplate source, String name, boolean hold, Template extra) {
        if (!session.isAdmin()) {
            String changed = RestrictedAttributes.VM.findChanged(source.template(), extra);
            if (changed != null) {
                throw Auth.refused(session, "User Template includes a restricted attribute " + changed + ".");
            }
        }
        Template template = source.template().copy();
        extra.remove("NAME");
        extra.remove("TEMPLATE_ID");
        template.merge(extra);
        template.set("TEMPLATE_ID", source.id());
        VmFactory factory = new VmFactory(cloud, session);
        try {
            Auth auth = auth(session);
            factory.authorize(auth, template, false);
            auth.check();
            String vmName =
                    name.isEmpty() ? source.name() + "-" + cloud.vms().pool.nextId() : name.replace("%i", "0");
            return factory.create(template, vmName, hold).id();
        } catch (OneError refused) {
            throw refused.code() == ErrorCode.INTERNAL ? OneError.allocate(kind, refused.text()) : rephrased(refused);
        }
    }

    private OneError rephrased(OneError refused) {
        String prefix = "Error allocating a new virtual machine. ";
        boolean ofVm = refused.code() == ErrorCode.ALLOCATE
                && refused.text().toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
        return ofVm ? OneError.allocate(kind, refused.text().substring(prefix.length())) : refused;
    }
}
