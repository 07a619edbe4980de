package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.RestrictedAttributes;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.ErrorCode;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.List;
import java.util.Locale;

/** Machine templates and their instantiation. */
public final class VmTemplates extends OwnedResource<VmTemplate> {

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
        template.write(xml, extended);
        return xml.toString();
    }

    @Override
    RestrictedAttributes restricted() {
        return RestrictedAttributes.VM;
    }

    private Object allocate(Session session, Args args) {
        Template template = parse(args.text(0), "");
        auth(session).create(kind).check();
        checkRestricted(session, "VM Template", template);
        String name = template.text("NAME");
        template.remove("NAME");
        return create(session, name, template).id();
    }

    private VmTemplate create(Session session, String name, Template content) {
        checkName(name, session.uid());
        VmTemplate template = pool.add(new VmTemplate(cloud, pool.nextId(), name, session));
        template.template().merge(content);
        return template;
    }

    private Object delete(Session session, Args args) {
        VmTemplate template = get(session, args.number(0), Right.MANAGE);
        List<Image> images = args.flag(1, false) ? new VmDisks(cloud, session).images(template.template()) : List.of();
        pool.remove(template.id());
        images.forEach(image -> cloud.methods().call(session, "one.image.delete", image.id()));
        return template.id();
    }

    private Object copy(Session session, Args args) {
        VmTemplate copy = copy(session, get(args.number(0)), args.text(1), new Template());
        if (args.flag(2, false)) {
            copyImages(session, copy, false);
        }
        return copy.id();
    }

    /** Copies a template; the real server does not ask for a right on the source. */
    private VmTemplate copy(Session session, VmTemplate source, String name, Template extra) {
        auth(session).need(Right.CREATE, source).create(kind).check();
        Template content = source.template().copy();
        content.merge(extra);
        return create(session, name, content);
    }

    /** Gives a template images of its own; if one cannot be cloned, the template goes again. */
    private void copyImages(Session session, VmTemplate template, boolean persistent) {
        VmDisks disks = new VmDisks(cloud, session);
        int number = 0;
        try {
            for (Vector disk : template.template().vectors("DISK")) {
                Image source = disks.image(disk, number);
                if (source != null) {
                    String name = template.name() + "-disk-" + number;
                    int clone = cloud.images()
                            .clone(session, source, name, persistent)
                            .id();
                    disk.removeAll(List.of("IMAGE", "IMAGE_UNAME", "IMAGE_UID", "OPENNEBULA_MANAGED"));
                    disk.set("IMAGE_ID", clone);
                }
                number++;
            }
        } catch (OneError refused) {
            pool.remove(template.id());
            throw new OneError(refused.code(), "Failed to clone images: " + refused.text());
        }
    }

    private Object instantiate(Session session, Args args) {
        VmTemplate source = get(args.number(0));
        Template extra = parse(args.text(3, ""), "");
        boolean changes = !extra.isEmpty();
        checkExtra(session, source, extra);
        Auth auth = auth(session).need(Right.USE, source);
        if (changes) {
            auth.create(kind);
        }
        auth.check();
        if (source.template().yes("VROUTER")) {
            throw OneError.action("Virtual router templates cannot be instantiated");
        }
        if (args.flag(4, false)) {
            return instantiatePersistent(session, source, args.text(1), args.flag(2, false), extra);
        }
        return instantiate(session, source, args.text(1), args.flag(2, false), extra);
    }

    /** Makes a private copy of the template with persistent copies of its images, and a machine of that. */
    private int instantiatePersistent(Session session, VmTemplate source, String name, boolean hold, Template extra) {
        VmTemplate own = copy(session, source, name.isEmpty() ? source.name() + "-copy" : name, extra);
        copyImages(session, own, true);
        return instantiate(session, own, name, hold, new Template().set("CLONING_TEMPLATE_ID", source.id()));
    }

    /** Refuses what only an administrator may add, before anybody is asked for rights. */
    private static void checkExtra(Session session, VmTemplate source, Template extra) {
        String changed = session.isAdmin() ? null : RestrictedAttributes.VM.findChanged(source.template(), extra, true);
        if (changed != null) {
            throw Auth.refused(session, "User Template includes a restricted attribute " + changed + ".");
        }
    }

    public int instantiate(Session session, VmTemplate source, String name, boolean hold, Template extra) {
        return instantiate(kind, session, source, name, hold, extra);
    }

    /** Makes a machine of a template for an object of some kind, which refusals name. */
    public int instantiate(Kind asked, Session session, VmTemplate source, String name, boolean hold, Template extra) {
        checkExtra(session, source, extra);
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
            throw refused.code() == ErrorCode.INTERNAL
                    ? OneError.allocate(asked, refused.text())
                    : rephrased(asked, refused);
        }
    }

    private static OneError rephrased(Kind asked, OneError refused) {
        String prefix = "Error allocating a new virtual machine. ";
        boolean ofVm = refused.code() == ErrorCode.ALLOCATE
                && refused.text().toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
        return ofVm ? OneError.allocate(asked, refused.text().substring(prefix.length())) : refused;
    }
}
