package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The snapshots of one disk, a tree unless orphans are allowed. */
final class DiskSnapshots {

    private final int disk;
    private final String orphans;
    private final TreeMap<Integer, Vector> snapshots = new TreeMap<>();
    private int next;
    private int active = -1;

    DiskSnapshots(int disk, String orphans) {
        this.disk = disk;
        this.orphans = orphans.isEmpty() ? "NO" : orphans;
    }

    /** The snapshots of an image, which no machine numbers. */
    static DiskSnapshots ofImage() {
        return new DiskSnapshots(-1, "NO");
    }

    /** The same snapshots for an image, after its machine has ended, or for the disk of a machine. */
    DiskSnapshots on(int diskId) {
        DiskSnapshots copy = new DiskSnapshots(diskId, orphans);
        snapshots.forEach((id, snapshot) -> copy.snapshots.put(id, snapshot.copy()));
        copy.next = next;
        copy.active = active;
        return copy;
    }

    boolean isActive(int id) {
        return active == id;
    }

    /** Forgets all: the image is as the snapshot was. */
    void clear() {
        snapshots.clear();
        active = -1;
    }

    boolean isEmpty() {
        return snapshots.isEmpty();
    }

    boolean has(int id) {
        return snapshots.containsKey(id);
    }

    private boolean isTree() {
        return !orphans.equals("YES") && !orphans.equals("FORMAT");
    }

    int create(String name, String size, long date) {
        Vector snapshot = new Vector().set("ID", next).set("DATE", date).set("SIZE", size);
        if (!name.isEmpty()) {
            snapshot.set("NAME", name);
        }
        snapshot.set("PARENT", isTree() ? active : -1);
        Vector parent = snapshots.get(active);
        if (isTree() && parent != null) {
            String children = parent.get("CHILDREN");
            parent.set("CHILDREN", children.isEmpty() ? Integer.toString(next) : children + "," + next);
        }
        snapshots.put(next, snapshot);
        if (isTree()) {
            activate(next);
        }
        return next++;
    }

    /** Makes a snapshot the one that the disk goes on from. */
    void activate(int id) {
        Vector before = snapshots.get(active);
        if (before != null) {
            before.remove("ACTIVE");
        }
        Vector now = snapshots.get(id);
        if (now != null) {
            now.set("ACTIVE", "YES");
        }
        active = id;
    }

    boolean rename(int id, String name) {
        Vector snapshot = snapshots.get(id);
        if (snapshot != null) {
            snapshot.set("NAME", name);
        }
        return snapshot != null;
    }

    /** Explains why a snapshot cannot be deleted, or returns null. */
    @Nullable String keeps(int id, boolean persistent) {
        Vector snapshot = snapshots.get(id);
        if (snapshot == null) {
            return "Snapshot does not exist";
        }
        if (!isTree()) {
            return null;
        }
        if (persistent && id == 0) {
            return "Cannot delete snapshot 0 for persistent disk images";
        }
        List<String> children = children(snapshot);
        if (children.size() > 1) {
            return "Cannot delete snapshot with more than one children";
        }
        return children.size() == 1 && active == id ? "Cannot delete the active snapshot with children" : null;
    }

    /** Explains why a snapshot of an image cannot be deleted, or returns null. */
    @Nullable String keepsInImage(int id) {
        Vector snapshot = snapshots.get(id);
        if (snapshot == null) {
            return "Snapshot does not exist";
        }
        if (isActive(id)) {
            return "Cannot delete the active snapshot";
        }
        return children(snapshot).isEmpty() ? null : "Cannot delete snapshot with children";
    }

    private static List<String> children(Vector snapshot) {
        return snapshot.given("CHILDREN") ? List.of(snapshot.get("CHILDREN").split(",")) : List.of();
    }

    /** Deletes a snapshot; its child hangs on its parent afterwards. */
    void delete(int id) {
        Vector gone = snapshots.remove(id);
        if (gone == null) {
            return;
        }
        Vector parent = snapshots.get(gone.number("PARENT", -1));
        for (String child : children(gone)) {
            Vector orphan = snapshots.get(Numbers.integer(child, -1));
            if (orphan != null) {
                orphan.set("PARENT", gone.get("PARENT"));
            }
        }
        if (parent != null) {
            List<String> kept = new ArrayList<>(children(parent));
            kept.remove(Integer.toString(id));
            kept.addAll(children(gone));
            if (kept.isEmpty()) {
                parent.remove("CHILDREN");
            } else {
                parent.set("CHILDREN", String.join(",", kept));
            }
        }
        if (active == id) {
            activate(gone.number("PARENT", -1));
        }
    }

    void writeTo(Xml xml) {
        xml.open("SNAPSHOTS").cdata("ALLOW_ORPHANS", orphans).cdata("CURRENT_BASE", -1);
        if (disk >= 0) {
            xml.cdata("DISK_ID", disk);
        }
        xml.cdata("NEXT_SNAPSHOT", next);
        snapshots.values().forEach(snapshot -> xml.attribute("SNAPSHOT", snapshot));
        xml.close("SNAPSHOTS");
    }
}
