package io.telcofactory.testkit.opennebula;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** An image. */
final class Image extends OwnedObject {

    static final List<String> TYPES =
            List.of("OS", "CDROM", "DATABLOCK", "KERNEL", "RAMDISK", "CONTEXT", "BACKUP", "FILESYSTEM");
    static final int DATABLOCK = 2;
    static final int READY = 1;
    static final int USED = 2;
    static final int DISABLED = 3;
    static final int LOCKED = 4;
    static final int DELETE = 7;
    static final int USED_PERS = 8;

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

    Image(Cloud cloud, int id, String name, Session creator, Template template, Datastore datastore) {
        super(cloud, Kind.IMAGE, id, name, creator);
        this.datastoreId = datastore.id();
        this.created = cloud.events().epochSecond();
        this.path = template.text("PATH");
        this.fileSystem = template.text("FS");
        this.type = Math.max(0, TYPES.indexOf(template.text("TYPE")));
        this.sizeMb = Numbers.longInteger(template.text("SIZE"), 0);
        this.persistent = template.yes("PERSISTENT");
        this.ownFormat = format(template);
        template().merge(template);
        for (String own : List.of("PATH", "FS", "TYPE", "SIZE", "PERSISTENT", "FORMAT", "NAME", "SOURCE")) {
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
        boolean empty = path.isEmpty() && (type == 0 || type == DATABLOCK);
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
        previousState = newState;
        state = newState;
    }

    Set<Integer> vms() {
        return vms;
    }

    void use(int vm) {
        vms.add(vm);
        state(persistent ? USED_PERS : USED);
    }

    void release(int vm) {
        if (vms.remove(vm) && vms.isEmpty()) {
            state(READY);
        }
    }

    void cloning(int change) {
        cloningOps += change;
    }

    String path() {
        return path;
    }

    String source() {
        return state == LOCKED ? "" : "dummy_path";
    }

    String format() {
        return !ownFormat.isEmpty() ? ownFormat : state == LOCKED ? "" : "dummy_format";
    }

    @Override
    void writeTo(Xml xml) {
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
        xml.text("CLONING_ID", -1).text("TARGET_SNAPSHOT", -1).text("DATASTORE_ID", datastoreId);
        xml.text("DATASTORE", cloud().datastores().get(datastoreId).name()).ids("VMS", vms);
        xml.ids("CLONES", Set.of()).ids("APP_CLONES", Set.of());
        template().writeTo(xml, "TEMPLATE");
        xml.open("SNAPSHOTS").cdata("ALLOW_ORPHANS", "NO").cdata("CURRENT_BASE", -1);
        xml.cdata("NEXT_SNAPSHOT", 0).close("SNAPSHOTS").ids("BACKUP_INCREMENTS", Set.of());
        xml.ids("BACKUP_DISK_IDS", Set.of()).close("IMAGE");
    }
}
