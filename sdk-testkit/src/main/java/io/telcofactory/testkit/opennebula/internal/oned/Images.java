package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.QuotaType;
import io.telcofactory.testkit.opennebula.internal.access.RestrictedAttributes;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.rpc.Unsupported;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Images: ready 0.4 s after their registration, gone 0.4 s after their deletion. */
public final class Images extends OwnedResource<Image> {

    private static final Set<Integer> CLONEABLE = Set.of(Image.OS, Image.CDROM, Image.DATABLOCK);
    private static final Duration DRIVER = Duration.ofMillis(400);

    Images(Cloud cloud) {
        super(cloud, Kind.IMAGE);
    }

    @Override
    void register(MethodTable table) {
        registerOwned(table);
        registerLocks(table);
        registerPool(table);
        table.add("one.image.allocate", "si?b", this::allocate);
        table.add("one.image.delete", "i?b", this::delete);
        table.add("one.image.enable", "ib", this::enable);
        table.add("one.image.persistent", "ib", this::persistent);
        table.add("one.image.chtype", "is", this::changeType);
        table.add("one.image.clone", "is?i", this::copy);
        table.add("one.image.restore", "iis", this::restore);
        new ImageSnapshots(cloud, this).register(table);
    }

    /** Registers an image that is ready at once. */
    public Image create(Session session, String text, Datastore datastore) {
        Template template = parse(text, "");
        String name = template.text("NAME");
        Image image = pool.add(new Image(cloud, pool.nextId(), name, session, template, datastore));
        datastore.images().add(image.id());
        image.state(Image.READY);
        return image;
    }

    @Override
    RestrictedAttributes restricted() {
        return RestrictedAttributes.IMAGE;
    }

    private Object allocate(Session session, Args args) {
        Template template = parse(args.text(0), "");
        Datastore datastore = cloud.datastores().get(args.number(1));
        if (datastore.type() == Datastore.SYSTEM || datastore.type() == Datastore.BACKUP) {
            throw OneError.allocate(kind, "New images can only be allocated in a files or image datastore.");
        }
        checkRestricted(session, "Template", template);
        if (template.has("FROM_APP")) {
            takeFromApp(template);
        }
        readSize(template, datastore);
        auth(session).create(kind).need(Right.USE, datastore).check();
        long size = Numbers.longInteger(template.text("SIZE"), 0);
        if (size > datastore.freeMb() && !args.flag(2, false)) {
            throw OneError.action("Not enough space in datastore");
        }
        String type = template.text("TYPE").toUpperCase(Locale.ROOT);
        if (!type.isEmpty() && !Image.TYPES.contains(type)) {
            throw OneError.allocate(kind, "Unknown type ");
        }
        return register(session, template, datastore, template.text("NAME")).id();
    }

    /** Finds out how large an image will be, before anybody is asked whether it may be. */
    private static void readSize(Template template, Datastore datastore) {
        boolean path = !template.text("PATH").isEmpty();
        boolean source = !template.text("SOURCE").isEmpty();
        String type = template.text("TYPE");
        if (!path && !source && ImageRules.isCopied(type)) {
            throw OneError.internal("Cannot parse image SIZE: Either PATH or SOURCE are required for " + type);
        }
        if (!Numbers.isInteger(template.text("SIZE"))) {
            if (!path || !datastore.tmMad().equals("dummy")) {
                throw OneError.internal("Cannot parse image SIZE: Wrong number or missing SIZE attribute.");
            }
            template.set("SIZE", 1024);
        }
    }

    /** The image of an app has the app's size; where it comes from, its driver would know. */
    private void takeFromApp(Template template) {
        MarketApps.App app = cloud.apps().pool.find(template.number("FROM_APP", -1));
        if (app == null) {
            throw OneError.internal("Cannot determine image SIZE.");
        }
        template.set("SIZE", app.sizeMb());
        template.set("PATH", "app-" + app.id());
        template.set("FROM_APP_NAME", app.name());
    }

    Image register(Session session, Template template, Datastore datastore, String name) {
        String flaw = ImageRules.flaw(template, datastore);
        flaw = flaw == null ? creationFlaw(name, session.uid()) : flaw;
        if (flaw != null) {
            throw OneError.allocate(kind, flaw);
        }
        Image image = new Image(cloud, pool.nextId(), name, session, template, datastore);
        String refusal = cloud.quotas().charge(session.uid(), session.gid(), uses(image));
        if (refusal != null) {
            throw Auth.refused(session, refusal + ".");
        }
        pool.add(image);
        datastore.images().add(image.id());
        cloud.events().after(DRIVER, () -> {
            image.made();
            unlocked(image);
        });
        return image;
    }

    /** Lets the machines start that waited for an image, when it was the last one. */
    void unlocked(Image image) {
        List.copyOf(image.vms()).forEach(vm -> goOn(cloud.vms().get(vm), image));
    }

    private void goOn(Vm vm, Image image) {
        VmDisks.refill(vm, image);
        if (vm.state() == VmState.CLONING && !VmDisks.areLocked(vm, cloud)) {
            VmFactory.begin(vm, cloud);
        }
    }

    private static List<Quotas.Use> uses(Image image) {
        return List.of(new Quotas.Use(
                QuotaType.DATASTORE, Integer.toString(image.datastoreId()), Map.of("IMAGES", 1.0, "SIZE", (double)
                        image.sizeMb())));
    }

    @Override
    public void chown(Image image, int uid, int gid) {
        cloud.quotas().refund(image.ownerId(), image.groupId(), uses(image));
        cloud.quotas().charge(uid, gid, uses(image));
        super.chown(image, uid, gid);
    }

    private Object delete(Session session, Args args) {
        Image image = get(session, args.number(0), Right.MANAGE);
        if (!image.vms().isEmpty() && !args.flag(1, false)) {
            throw OneError.action(
                    "Cannot delete image. There are " + image.vms().size() + " VMs using it.");
        }
        image.state(Image.DELETE);
        cloud.quotas().refund(image.ownerId(), image.groupId(), uses(image));
        cloud.events().after(DRIVER, () -> {
            pool.remove(image.id());
            Datastore datastore = cloud.datastores().pool.find(image.datastoreId());
            if (datastore != null) {
                datastore.images().remove(image.id());
            }
        });
        return image.id();
    }

    private Object enable(Session session, Args args) {
        Image image = get(session, args.number(0), Right.MANAGE);
        image.state(args.flag(1, true) ? Image.READY : Image.DISABLED);
        return image.id();
    }

    private Object persistent(Session session, Args args) {
        Image image = get(session, args.number(0), Right.MANAGE);
        boolean wanted = args.flag(1, true);
        String fixed = ImageRules.flawOfPersistence(image.type(), wanted);
        if (fixed != null) {
            throw OneError.action(fixed);
        }
        if (!image.vms().isEmpty()) {
            throw OneError.internal("Image is used by VMs, it cannot be made persistent");
        }
        image.persistent(wanted);
        return image.id();
    }

    private Object changeType(Session session, Args args) {
        Image image = get(session, args.number(0), Right.MANAGE);
        int type = Image.TYPES.indexOf(args.text(1).toUpperCase(Locale.ROOT));
        // An unknown type counts as the first one, until it is set.
        String flaw = ImageRules.flawOfChange(image.type(), Math.max(type, Image.OS));
        if (flaw != null) {
            throw OneError.action(flaw);
        }
        if (type < 0) {
            // The real server adds the number of the type to the text, and so cuts it.
            throw OneError.internal("Unknown type ".substring(image.type()));
        }
        image.type(type);
        return image.id();
    }

    private Object copy(Session session, Args args) {
        Image source = get(args.number(0));
        checkCloning(source);
        int into = args.number(2, -1);
        Datastore datastore = cloud.datastores().get(into < 0 ? source.datastoreId() : into);
        auth(session)
                .create(kind)
                .need(Right.USE, source)
                .need(Right.USE, datastore)
                .check();
        if (datastore.type() != Datastore.IMAGE) {
            throw OneError.action("Clone only supported for IMAGE_DS Datastores");
        }
        Template template = source.template().copy();
        return clone(session, source, template, datastore, args.text(1)).id();
    }

    /** Makes machines of a backup. The real server says yes to an image that is not there, or that is not to be used. */
    private Object restore(Session session, Args args) {
        Image backup = pool.find(args.number(0));
        if (backup == null || !auth(session).allowed(Right.USE, backup)) {
            return "";
        }
        auth(session).need(Right.USE, cloud.datastores().get(args.number(1))).check();
        if (backup.type() != Image.BACKUP) {
            throw OneError.action("Can only restore images of type BACKUP");
        }
        throw new Unsupported("one.image.restore of an image of the type BACKUP");
    }

    private static void checkCloning(Image source) {
        if (!CLONEABLE.contains(source.type())) {
            throw OneError.action(Image.TYPES.get(source.type()) + " images cannot be cloned.");
        }
        if (!source.snapshots().isEmpty()) {
            throw OneError.action("Cannot clone images with snapshots");
        }
    }

    /** Clones an image where it is, as a template is cloned with its images. */
    Image clone(Session session, Image source, String name, boolean persistent) {
        checkCloning(source);
        Template template = source.template().copy();
        if (persistent) {
            template.set("PERSISTENT", "YES");
        }
        Datastore datastore = cloud.datastores().get(source.datastoreId());
        auth(session)
                .create(kind)
                .need(Right.USE, source)
                .need(Right.USE, datastore)
                .check();
        return clone(session, source, template, datastore, name);
    }

    private Image clone(Session session, Image source, Template template, Datastore datastore, String name) {
        template.set("SIZE", source.sizeMb()).set("TYPE", Image.TYPES.get(source.type()));
        template.set("PATH", source.source());
        Image clone = register(session, template, datastore, name);
        clone.cloneOf(source.id());
        source.cloning(1);
        cloud.events().after(DRIVER, () -> source.cloning(-1));
        return clone;
    }
}
