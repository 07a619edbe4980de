package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An image. */
public final class Image extends OwnedObject {

    static final List<String> TYPES =
            List.of("OS", "CDROM", "DATABLOCK", "KERNEL", "RAMDISK", "CONTEXT", "BACKUP", "FILESYSTEM");
    static final int OS = 0;
    static final int CDROM = 1;
    static final int DATABLOCK = 2;
    static final int KERNEL = 3;
    static final int RAMDISK = 4;
    static final int CONTEXT = 5;
    static final int BACKUP = 6;
    static final int FILE_SYSTEM = 7;
    static final int READY = 1;
    static final int USED = 2;
    static final int DISABLED = 3;
    static final int LOCKED = 4;
    static final int DELETE = 7;
    static final int USED_PERS = 8;
    static final int LOCKED_USED = 9;
    static final int LOCKED_USED_PERS = 10;

    private static final List<String> STATES = List.of(
            "INIT",
            "READY",
            "USED",
            "DISABLED",
            "LOCKED",
            "ERROR",
            "CLONE",
            "DELETE",
            "USED_PERS",
            "LOCKED_USED",
            "LOCKED_USED_PERS");

    private static final Set<Integer> DISKS = Set.of(0, 1, 2, 7);

    private final TreeSet<Integer> vms = new TreeSet<>();
    private final int datastoreId;
    private final long created;
    private final String path;
    private final String fileSystem;
    private final String ownFormat;
    private int type;
    private long sizeMb;
    private boolean persistent;
    private int state = LOCKED;
    private int previousState;
    private int cloningOps;
    private int cloningId = -1;
    private DiskSnapshots snapshots;

    Image(Cloud cloud, int id, String name, Session creator, Template template, Datastore datastore) {
        super(cloud, Kind.IMAGE, id, name, creator);
        this.datastoreId = datastore.id();
        this.created = cloud.events().epochSecond();
        this.path = template.text("PATH");
        this.fileSystem = template.text("FS");
        this.type = Math.max(0, TYPES.indexOf(template.text("TYPE")));
        this.sizeMb = Numbers.longInteger(template.text("SIZE"), 0);
        this.persistent = template.yes("PERSISTENT") && (type == OS || type == DATABLOCK || type == FILE_SYSTEM);
        this.ownFormat = format(template);
        this.snapshots = DiskSnapshots.ofImage();
        template().merge(template);
        for (String own : List.of("PATH", "FS", "TYPE", "SIZE", "PERSISTENT", "FORMAT", "NAME", "SOURCE", "DRIVER")) {
            template().remove(own);
        }
        if (type == 0 || type == DATABLOCK) {
            template().set("DEV_PREFIX", template.has("DEV_PREFIX") ? template.text("DEV_PREFIX") : "sd");
        } else {
            template().remove("DEV_PREFIX");
        }
    }

    /** An image made from nothing has the format it was given; one that is copied has what the driver finds. */
    private String format(Template template) {
        boolean empty = path.isEmpty() && (type == OS || type == DATABLOCK) && !template.has("SAVED_DISK_ID");
        return !empty ? "" : template.has("FORMAT") ? template.text("FORMAT") : "raw";
    }

    int datastoreId() {
        return datastoreId;
    }

    int type() {
        return type;
    }

    void type(int newType) {
        type = newType;
    }

    long sizeMb() {
        return sizeMb;
    }

    void sizeMb(long size) {
        sizeMb = size;
    }

    boolean persistent() {
        return persistent;
    }

    void persistent(boolean value) {
        persistent = value;
    }

    int state() {
        return state;
    }

    void state(int newState) {
        boolean changed = state != newState;
        previousState = newState;
        state = newState;
        if (changed) {
            cloud().stream().changed(this, stateName().replace("_PERS", "")); // hooks don't tell persistent ones apart
        }
    }

    Set<Integer> vms() {
        return vms;
    }

    String stateName() {
        return STATES.get(state);
    }

    /** Tells whether the driver is still busy with its making. */
    boolean isLocked() {
        return state == LOCKED || state == LOCKED_USED || state == LOCKED_USED_PERS;
    }

    /** Explains why a new machine cannot have it, or returns null. */
    @Nullable String refusal() {
        if (!DISKS.contains(type)) {
            return "Image " + id() + " (" + name() + ") of type " + TYPES.get(type) + " cannot be used as DISK.";
        }
        String cannot = "Cannot acquire image " + id() + ", it is ";
        return switch (state) {
            case READY, USED, LOCKED, LOCKED_USED -> null;
            case USED_PERS, LOCKED_USED_PERS ->
                template().text("PERSISTENT_TYPE").equalsIgnoreCase("SHAREABLE")
                        ? null
                        : cannot + "persistent and already in use";
            default -> cannot + "in state: " + stateName();
        };
    }

    void use(int vm) {
        vms.add(vm);
        boolean locked = isLocked();
        state(persistent ? (locked ? LOCKED_USED_PERS : USED_PERS) : locked ? LOCKED_USED : USED);
    }

    /** The driver has made it. */
    void made() {
        if (isLocked()) {
            state(vms.isEmpty() ? READY : persistent ? USED_PERS : USED);
            cloningId = -1;
        }
    }

    void release(int vm) {
        if (vms.remove(vm) && vms.isEmpty()) {
            state(isLocked() ? LOCKED : READY);
        }
    }

    DiskSnapshots snapshots() {
        return snapshots;
    }

    /** Takes over the snapshots that a machine made. */
    void snapshots(DiskSnapshots made) {
        snapshots = made;
    }

    void cloneOf(int source) {
        cloningId = source;
    }

    void cloning(int change) {
        cloningOps += change;
    }

    String path() {
        return path;
    }

    String source() {
        return isLocked() ? "" : "dummy_path";
    }

    String format() {
        return !ownFormat.isEmpty() ? ownFormat : isLocked() ? "" : "dummy_format";
    }

    @Override
    public void writeTo(Xml xml) {
        xml.open("IMAGE");
        writeOwner(xml);
        xml.text("NAME", name());
        writeLock(xml);
        permissions().writeTo(xml);
        xml.text("TYPE", type).text("DISK_TYPE", type == 1 ? 1 : 0).text("PERSISTENT", persistent ? 1 : 0);
        xml.text("REGTIME", created)
                .text("MODTIME", created)
                .cdata("SOURCE", source())
                .cdata("PATH", path);
        xml.cdata("FORMAT", format())
                .cdata("FS", fileSystem)
                .text("SIZE", sizeMb)
                .text("STATE", state);
        xml.text("PREV_STATE", previousState).text("RUNNING_VMS", vms.size()).text("CLONING_OPS", cloningOps);
        xml.text("CLONING_ID", cloningId).text("TARGET_SNAPSHOT", -1).text("DATASTORE_ID", datastoreId);
        xml.text("DATASTORE", cloud().datastores().get(datastoreId).name()).ids("VMS", vms);
        xml.ids("CLONES", Set.of()).ids("APP_CLONES", Set.of());
        template().writeTo(xml, "TEMPLATE");
        snapshots.writeTo(xml);
        xml.ids("BACKUP_INCREMENTS", Set.of()).ids("BACKUP_DISK_IDS", Set.of()).close("IMAGE");
    }
}
