package io.telcofactory.testkit.opennebula;

import java.util.Set;
import java.util.TreeSet;

/** A datastore: for images (0), for running machines (1) or for files (2). */
final class Datastore extends OwnedObject {

    static final int IMAGE = 0;
    static final int SYSTEM = 1;
    static final int FILE = 2;

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
            default -> IMAGE;
        };
        permissions().change(new int[] {1, 1, 0, 1, 0, 0, 0, 0, 0});
        addDriverDefaults();
        template().merge(template);
    }

    private void addDriverDefaults() {
        template().set("ALLOW_ORPHANS", "NO").set("PERSISTENT_SNAPSHOTS", "YES");
        template().set("RESTRICTED_DIRS", "/").set("SAFE_DIRS", "/var/tmp");
        if (type != FILE) {
            template().set("DISK_TYPE", "FILE");
        }
        if (type == SYSTEM) {
            template().set("DS_LIVE_MIGRATE", "YES").set("DS_MIGRATE", "YES").set("DS_MIGRATE_SNAP", "YES");
            template().set("SHARED", "YES");
        } else {
            template().set("CLONE_TARGET", "SYSTEM").set("LN_TARGET", "NONE");
        }
    }

    int type() {
        return type;
    }

    @Override
    Set<Integer> clusters() {
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
        return template().text("TM_MAD");
    }

    @Override
    void writeTo(Xml xml) {
        xml.open("DATASTORE");
        writeOwner(xml);
        xml.text("NAME", name());
        permissions().writeTo(xml);
        xml.cdata("DS_MAD", type == SYSTEM ? "-" : template().text("DS_MAD")).cdata("TM_MAD", tmMad());
        xml.cdata("BASE_PATH", "/var/lib/one//datastores/" + id())
                .text("TYPE", type)
                .text("DISK_TYPE", 0);
        xml.text("STATE", enabled ? 0 : 1).ids("CLUSTERS", clusters).text("TOTAL_MB", totalMb);
        xml.text("FREE_MB", freeMb).text("USED_MB", usedMb).ids("IMAGES", images);
        template().writeTo(xml, "TEMPLATE");
        xml.close("DATASTORE");
    }
}
