package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Completes the DISK vectors of a request from the images they name. */
final class VmDisks {

    private final Cloud cloud;
    private final Session session;

    VmDisks(Cloud cloud, Session session) {
        this.cloud = cloud;
        this.session = session;
    }

    /** The images that the disks of a template name; a missing one is refused in the server's words. */
    List<Image> images(Template template) {
        List<Image> images = new ArrayList<>();
        int id = 0;
        for (Vector disk : template.vectors("DISK")) {
            Image image = image(disk, id++);
            if (image != null) {
                images.add(image);
            }
        }
        return images;
    }

    /** The image that a disk names; null when it names none. */
    @Nullable Image image(Vector disk, int diskId) {
        try {
            return image(disk);
        } catch (OneError missing) {
            throw OneError.internal("DISK " + diskId + ": " + missing.text());
        }
    }

    /** The image that a vector names; null when it names none. */
    @Nullable Image image(Vector disk) {
        if (disk.given("IMAGE_ID")) {
            int id = disk.number("IMAGE_ID", -1);
            Image image = cloud.images().pool.find(id);
            if (image == null) {
                throw OneError.internal("Image with ID: " + id + " does not exist");
            }
            return image;
        }
        if (!disk.given("IMAGE")) {
            return null;
        }
        String name = disk.get("IMAGE");
        int owner = ownerOf(disk);
        Image image = cloud.images().pool.first(each -> each.name().equals(name) && each.ownerId() == owner);
        if (image == null) {
            throw OneError.internal("User " + (owner < 0 ? session.uid() : owner) + " does not own an image with name: "
                    + name + " . Set IMAGE_UNAME or IMAGE_UID of owner in DISK.");
        }
        return image;
    }

    private int ownerOf(Vector disk) {
        if (disk.given("IMAGE_UNAME")) {
            User user = cloud.users().byName(disk.get("IMAGE_UNAME"));
            return user == null ? -1 : user.id();
        }
        return disk.given("IMAGE_UID") ? disk.number("IMAGE_UID", -1) : session.uid();
    }

    /** Fills the vectors and marks the images used. */
    void attach(Template template, int vm) {
        Set<String> targets = new TreeSet<>();
        int id = 0;
        List<Vector> volatileDisks = new ArrayList<>();
        boolean context = !template.vectors("CONTEXT").isEmpty();
        for (Vector disk : template.vectors("DISK")) {
            Image image = image(disk, id);
            disk.set("DISK_ID", id++);
            if (image == null) {
                volatileDisks.add(disk);
            } else {
                fill(disk, image);
                image.use(vm);
                disk.set("IMAGE_STATE", image.state());
                target(disk, targets);
            }
        }
        if (context) {
            Vector vector = template.vector("CONTEXT");
            vector.set("DISK_ID", id).set("TARGET", nextTarget("sd", targets));
        }
        for (Vector disk : volatileDisks) {
            if (!disk.given("DEV_PREFIX")) {
                disk.set("DEV_PREFIX", "sd");
            }
            target(disk, targets);
        }
    }

    /** Explains why a disk without an image cannot be, or returns null. */
    static @Nullable String flawOfVolatile(Vector disk) {
        String type = disk.get("TYPE").toUpperCase(Locale.ROOT);
        if (!type.equals("SWAP") && !type.equals("FS")) {
            return "Unknown disk type " + type;
        }
        return Numbers.integer(disk.get("SIZE"), 0) > 0 ? null : "SIZE attribute must be a positive integer value.";
    }

    private static void checkSize(Vector disk, Image image) {
        String flaw = ImageRules.flawOfSize(image, disk.get("SIZE"));
        if (flaw != null) {
            throw OneError.internal(flaw);
        }
    }

    /** Fills the vectors as far as they can be without a machine. */
    void describe(Template template) {
        int id = 0;
        for (Vector disk : template.vectors("DISK")) {
            Image image = image(disk, id);
            disk.set("DISK_ID", id++);
            if (image != null) {
                fill(disk, image);
                disk.set("IMAGE_STATE", image.state());
            }
        }
    }

    /** Fills one disk that is attached to an existing machine. */
    void attachOne(Vm vm, Vector disk) {
        int next = 0;
        Set<String> targets = new TreeSet<>();
        List<Vector> taken = new ArrayList<>(vm.own().vectors("DISK"));
        taken.addAll(vm.own().vectors("CONTEXT"));
        for (Vector each : taken) {
            next = Math.max(next, each.number("DISK_ID", -1) + 1);
            targets.add(each.get("TARGET"));
        }
        Image image = image(disk, next);
        disk.set("DISK_ID", next);
        if (image != null) {
            checkSize(disk, image);
            fill(disk, image);
            image.use(vm.id());
            disk.set("IMAGE_STATE", image.state());
        } else if (!disk.given("DEV_PREFIX")) {
            disk.set("DEV_PREFIX", "sd");
        }
        target(disk, targets);
        vm.own().add("DISK", disk);
    }

    private static void target(Vector disk, Set<String> targets) {
        if (disk.given("TARGET")) {
            if (!targets.add(disk.get("TARGET"))) {
                throw OneError.internal("Two disks have defined the same target " + disk.get("TARGET"));
            }
        } else {
            disk.set("TARGET", nextTarget(disk.get("DEV_PREFIX"), targets));
        }
    }

    private static String nextTarget(String prefix, Set<String> targets) {
        for (char letter = 'a'; letter <= 'z'; letter++) {
            String target = prefix + letter;
            if (targets.add(target)) {
                return target;
            }
        }
        return prefix + "aa";
    }

    private void fill(Vector disk, Image image) {
        Datastore datastore = cloud.datastores().get(image.datastoreId());
        Template settings = datastore.template();
        disk.set("ALLOW_ORPHANS", settings.text("ALLOW_ORPHANS"));
        disk.set("CLONE", image.persistent() ? "NO" : "YES").set("SAVE", image.persistent() ? "YES" : "NO");
        disk.set("CLONE_TARGET", settings.text("CLONE_TARGET")).set("LN_TARGET", settings.text("LN_TARGET"));
        disk.set("CLUSTER_ID", VmNics.join(datastore.clusters()));
        disk.set("DATASTORE", datastore.name()).set("DATASTORE_ID", datastore.id());
        if (!disk.given("DEV_PREFIX")) {
            String prefix = image.template().text("DEV_PREFIX");
            disk.set("DEV_PREFIX", !prefix.isEmpty() ? prefix : image.type() == 1 ? "hd" : "sd");
        }
        disk.set("DISK_SNAPSHOT_TOTAL_SIZE", "0").set("DISK_TYPE", image.type() == 1 ? "CDROM" : "FILE");
        disk.set("DRIVER", image.format()).set("FORMAT", image.format());
        disk.set("IMAGE", image.name()).set("IMAGE_ID", image.id());
        disk.set("ORIGINAL_SIZE", image.sizeMb());
        disk.set("PERSISTENT_SNAPSHOTS", settings.text("PERSISTENT_SNAPSHOTS"));
        disk.set("READONLY", image.type() == 1 ? "YES" : "NO");
        if (!disk.given("SIZE")) {
            disk.set("SIZE", image.sizeMb());
        }
        if (image.persistent()) {
            disk.set("PERSISTENT", "YES");
        }
        if (image.isLocked()) {
            disk.set("CLONING", "YES");
        }
        disk.set("SOURCE", image.source()).set("TM_MAD", datastore.tmMad());
        disk.set("TYPE", image.type() == 1 ? "CDROM" : "FILE");
    }

    /** Completes the disks without an image by the datastore in which the machine runs. */
    static void onDatastore(Vm vm, Datastore datastore) {
        for (Vector disk : vm.own().vectors("DISK")) {
            if (!disk.given("IMAGE_ID")) {
                disk.set("ALLOW_ORPHANS", datastore.template().text("ALLOW_ORPHANS"));
                disk.set("CLUSTER_ID", VmNics.join(datastore.clusters()));
                disk.set("DATASTORE", datastore.name()).set("DATASTORE_ID", datastore.id());
                disk.set("DISK_TYPE", "FILE").set("TM_MAD", datastore.tmMad());
                disk.set("PERSISTENT_SNAPSHOTS", datastore.template().text("PERSISTENT_SNAPSHOTS"));
                if (disk.given("FORMAT")) {
                    disk.set("DRIVER", disk.get("FORMAT"));
                }
            }
        }
    }

    /** Tells whether a machine has to wait for one of its images. */
    static boolean areLocked(Vm vm, Cloud cloud) {
        return vm.own().vectors("DISK").stream()
                .map(disk -> cloud.images().pool.find(disk.number("IMAGE_ID", -1)))
                .anyMatch(image -> image != null && image.isLocked());
    }

    /** Frees the images of a machine that ends. */
    void detach(Vm vm) {
        vm.own().vectors("DISK").forEach(disk -> release(vm, disk));
    }

    /** Frees the image of one disk. */
    void release(Vm vm, Vector disk) {
        Image image = cloud.images().pool.find(disk.number("IMAGE_ID", -1));
        if (image != null) {
            image.release(vm.id());
            DiskSnapshots snapshots = vm.diskSnapshots().get(disk.number("DISK_ID", -1));
            if (snapshots != null && image.persistent()) {
                image.snapshots(snapshots.on(-1));
            }
        }
    }

    /** Writes what was not known while the image was made. */
    static void refill(Vm vm, Image image) {
        for (Vector disk : vm.own().vectors("DISK")) {
            if (disk.number("IMAGE_ID", -1) == image.id()) {
                disk.remove("CLONING");
                disk.set("DRIVER", image.format()).set("FORMAT", image.format());
                disk.set("SOURCE", image.source()).set("IMAGE_STATE", image.state());
            }
        }
    }

    /** Gives the disks of a new machine the snapshots that their persistent images have. */
    static void takeSnapshots(Vm vm, Cloud cloud) {
        for (Vector disk : vm.own().vectors("DISK")) {
            int id = disk.number("DISK_ID", -1);
            Image image = cloud.images().pool.find(disk.number("IMAGE_ID", -1));
            if (image != null && image.persistent() && !image.snapshots().isEmpty()) {
                vm.diskSnapshots().put(id, image.snapshots().on(id));
            }
        }
    }
}
