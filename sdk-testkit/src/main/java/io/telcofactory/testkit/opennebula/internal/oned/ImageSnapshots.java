package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/** The snapshots that a persistent image has from the machines that used it: deleted, reverted to, made flat. */
final class ImageSnapshots {

    private static final Duration DRIVER = Duration.ofMillis(200);
    private static final Set<Integer> TYPES = Set.of(Image.OS, Image.DATABLOCK);

    private final Cloud cloud;
    private final Images images;

    ImageSnapshots(Cloud cloud, Images images) {
        this.cloud = cloud;
        this.images = images;
    }

    void register(MethodTable table) {
        table.add("one.image.snapshotdelete", "ii", this::delete);
        table.add("one.image.snapshotrevert", "ii", this::revert);
        table.add("one.image.snapshotflatten", "ii", this::flatten);
    }

    private Object delete(Session session, Args args) {
        int id = args.number(1);
        Image image = ready(session, args.number(0), "delete snapshot");
        String kept = image.snapshots().keepsInImage(id);
        if (kept != null) {
            throw OneError.action(kept);
        }
        return busy(image, snapshots -> snapshots.delete(id));
    }

    private Object revert(Session session, Args args) {
        int id = args.number(1);
        Image image = existing(session, args.number(0), id, "revert to snapshot");
        if (image.snapshots().isActive(id)) {
            throw OneError.action("Snapshot is already the active one");
        }
        return busy(image, snapshots -> snapshots.activate(id));
    }

    private Object flatten(Session session, Args args) {
        Image image = existing(session, args.number(0), args.number(1), "flatten snapshot");
        return busy(image, DiskSnapshots::clear);
    }

    private Image existing(Session session, int imageId, int id, String what) {
        Image image = ready(session, imageId, what);
        if (!image.snapshots().has(id)) {
            throw OneError.action("Snapshot does not exist");
        }
        return image;
    }

    private Image ready(Session session, int id, String what) {
        Image image = images.get(session, id, Right.MANAGE);
        if (!TYPES.contains(image.type())) {
            throw OneError.action(
                    "IMAGES of type KERNEL, RAMDISK, BACKUP, FILESYSTEM and CONTEXT does not have snapshots.");
        }
        if (image.state() != Image.READY) {
            throw OneError.action("Cannot " + what + " in state " + image.stateName());
        }
        return image;
    }

    private int busy(Image image, Consumer<DiskSnapshots> change) {
        image.state(Image.LOCKED);
        cloud.events().after(DRIVER, () -> {
            change.accept(image.snapshots());
            image.state(Image.READY);
        });
        return image.id();
    }
}
