package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which images there can be, and in which kind of datastore. */
final class ImageRules {

    private static final Set<String> FILES = Set.of("KERNEL", "RAMDISK", "CONTEXT");
    private static final Set<String> MADE_EMPTY = Set.of("", "OS", "DATABLOCK", "FILESYSTEM");
    private static final Set<Integer> DISK_TYPES = Set.of(Image.OS, Image.CDROM, Image.DATABLOCK);
    private static final Set<Integer> FILE_TYPES = Set.of(3, 4, 5);

    private ImageRules() {}

    /** Explains why an image cannot be registered, or returns null. */
    static @Nullable String flaw(Template template, Datastore datastore) {
        String type = template.text("TYPE").toUpperCase(Locale.ROOT);
        String misplaced = misplaced(type, datastore);
        if (misplaced != null) {
            return misplaced;
        }
        boolean path = !template.text("PATH").isEmpty();
        if (!template.text("SOURCE").isEmpty()) {
            if (path) {
                return "PATH and SOURCE cannot be both set.";
            }
            return template.text("FORMAT").isEmpty() ? "SOURCE needs FORMAT to be set." : null;
        }
        return path || MADE_EMPTY.contains(type) ? null : "No PATH nor SOURCE in template.";
    }

    /** Whether images of a type are made of something that is there. */
    static boolean isCopied(String type) {
        return FILES.contains(type.toUpperCase(Locale.ROOT)) || type.equalsIgnoreCase("CDROM");
    }

    private static @Nullable String misplaced(String type, Datastore datastore) {
        if (FILES.contains(type)) {
            return datastore.type() == Datastore.FILE
                    ? null
                    : "IMAGES of type KERNEL, RAMDISK and CONTEXT cannot be registered in an IMAGE_DS datastore";
        }
        if (type.equals("BACKUP")) {
            return "IMAGES of type BACKUP can only be registered in an BACKUP_DS datastore";
        }
        return datastore.type() == Datastore.IMAGE
                ? null
                : "Only IMAGES of type KERNEL, RAMDISK and CONTEXT can be registered in a FILE_DS datastore";
    }

    /** Explains why an image cannot become one of another type, or returns null. */
    static @Nullable String flawOfChange(int from, int to) {
        if (!DISK_TYPES.contains(from) && !FILE_TYPES.contains(from)) {
            return "Cannot change type for" + Image.TYPES.get(from) + " images.";
        }
        return (DISK_TYPES.contains(from) ? DISK_TYPES : FILE_TYPES).contains(to)
                ? null
                : "Cannot change image type to an incompatible type for the current datastore.";
    }

    /** Explains why an image cannot be made persistent, or the contrary; null when it can. */
    static @Nullable String flawOfPersistence(int type, boolean persistent) {
        if (persistent && FILE_TYPES.contains(type)) {
            return "KERNEL, RAMDISK and CONTEXT must be non-persistent";
        }
        return !persistent && type == Image.BACKUP ? "BACKUP images must be persistent" : null;
    }

    /** Explains why a disk cannot have the size that was asked for, or returns null. */
    static @Nullable String flawOfSize(Image image, String asked) {
        if (!Numbers.isInteger(asked)) {
            return null;
        }
        long size = Numbers.longInteger(asked, 0);
        String fixed = image.persistent() ? "persistent" : image.type() == Image.CDROM ? "CDROM" : "";
        if (!fixed.isEmpty() && size != image.sizeMb()) {
            return "SIZE attribute is not supported for " + fixed + " image [" + image.id() + "].";
        }
        return size >= image.sizeMb()
                ? null
                : "SIZE of " + size + "MB is less than the image [" + image.id() + "] size of " + image.sizeMb()
                        + "MB.";
    }
}
