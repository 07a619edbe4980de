package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A datastore: for images (0), for running machines (1), for files (2) or for backups (3). */
public final class Datastore extends OwnedObject {

    static final int IMAGE = 0;
    static final int SYSTEM = 1;
    static final int FILE = 2;
    static final int BACKUP = 3;

    private static final List<String> DISK_TYPES = List.of(
            "FILE",
            "CD_ROM",
            "BLOCK",
            "RBD",
            "RBD_CDROM",
            "GLUSTER",
            "GLUSTER_CDROM",
            "SHEEPDOG",
            "SHEEPDOG_CDROM",
            "ISCSI",
            "FILE_SYSTEM");

    private final int type;
    private final TreeSet<Integer> clusters = new TreeSet<>();
    private final TreeSet<Integer> images = new TreeSet<>();
    private boolean enabled = true;
    private long totalMb;
    private long freeMb;
    private long usedMb;

    Datastore(Cloud cloud, int id, String name, Session creator, Template template) {
        super(cloud, Kind.DATASTORE, id, name, creator);
        this.type = switch (template.text("TYPE")) {
            case "SYSTEM_DS" -> SYSTEM;
            case "FILE_DS" -> FILE;
            case "BACKUP_DS" -> BACKUP;
            default -> IMAGE;
        };
        permissions().change(new int[] {1, 1, 0, 1, 0, 0, 0, 0, 0});
        template().merge(template);
        addDefaults();
    }

    private void addDefaults() {
        if (!template().has("SAFE_DIRS") && !template().has("RESTRICTED_DIRS")) {
            template().set("RESTRICTED_DIRS", "/").set("SAFE_DIRS", "/var/tmp");
        }
        DatastoreDrivers.describe(template(), type);
        if (type != FILE && !template().has("DISK_TYPE")) {
            template().set("DISK_TYPE", "FILE");
        }
    }

    int type() {
        return type;
    }

    @Override
    public Set<Integer> clusters() {
        return clusters;
    }

    Set<Integer> images() {
        return images;
    }

    boolean enabled() {
        return enabled;
    }

    void enabled(boolean value) {
        enabled = value;
    }

    void capacity(long total, long free, long used) {
        totalMb = total;
        freeMb = free;
        usedMb = used;
    }

    long freeMb() {
        return freeMb;
    }

    String tmMad() {
        return type == BACKUP ? "-" : template().text("TM_MAD");
    }

    @Override
    public void writeTo(Xml xml) {
        xml.open("DATASTORE");
        writeOwner(xml);
        xml.text("NAME", name());
        permissions().writeTo(xml);
        xml.cdata("DS_MAD", type == SYSTEM ? "-" : template().text("DS_MAD")).cdata("TM_MAD", tmMad());
        xml.cdata("BASE_PATH", "/var/lib/one//datastores/" + id())
                .text("TYPE", type)
                .text("DISK_TYPE", Math.max(0, DISK_TYPES.indexOf(template().text("DISK_TYPE"))));
        xml.text("STATE", enabled ? 0 : 1).ids("CLUSTERS", clusters).text("TOTAL_MB", totalMb);
        xml.text("FREE_MB", freeMb).text("USED_MB", usedMb).ids("IMAGES", images);
        template().writeTo(xml, "TEMPLATE");
        xml.close("DATASTORE");
    }
}
