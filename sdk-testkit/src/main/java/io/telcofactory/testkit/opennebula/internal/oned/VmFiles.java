package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Files out of datastores that machines are given: kernel, RAM disk, and what the context brings along. */
final class VmFiles {

    private static final Pattern FILE = Pattern.compile("\\$FILE\\[([^\\]]*)\\]");

    private final Cloud cloud;
    private final VmDisks images;

    VmFiles(Cloud cloud, VmDisks images) {
        this.cloud = cloud;
        this.images = images;
    }

    /** Replaces the files that OS names by where they are. */
    void readOs(Vector os) {
        read(os, "KERNEL", Image.KERNEL);
        read(os, "INITRD", Image.RAMDISK);
    }

    private void read(Vector os, String name, int type) {
        String asked = os.get(name + "_DS");
        if (asked.isEmpty()) {
            return;
        }
        List<Image> files = files(asked);
        if (files.size() != 1) {
            throw OneError.internal("Only one FILE variable can be used in: " + asked);
        }
        Image file = files.get(0);
        if (file.type() != type) {
            throw OneError.internal(name + " needs an image of type " + Image.TYPES.get(type) + " and not "
                    + Image.TYPES.get(file.type()));
        }
        if (file.state() != Image.READY) {
            throw OneError.internal(Image.TYPES.get(type) + " Image '" + file.id() + " 'not in READY state.");
        }
        Datastore datastore = cloud.datastores().get(file.datastoreId());
        os.remove(name);
        os.set(name + "_DS_ID", file.id()).set(name + "_DS_SOURCE", file.source());
        os.set(name + "_DS_DSID", datastore.id()).set(name + "_DS_TM", datastore.tmMad());
        os.set(name + "_DS_CLUSTER_ID", VmNics.join(datastore.clusters()));
    }

    /** Replaces the files of a context by where they are. */
    void readContext(Vector context) {
        String asked = context.get("FILES_DS");
        if (asked.isEmpty()) {
            return;
        }
        List<Image> files = files(asked);
        for (Image file : files) {
            if (file.type() != Image.CONTEXT) {
                throw OneError.internal("Only images of type CONTEXT can be used in FILE_DS attribute.");
            }
            if (file.state() != Image.READY) {
                throw OneError.internal("CONTEXT Image '" + file.id() + "' not in READY state.");
            }
        }
        context.remove("FILES_DS");
        if (!files.isEmpty()) {
            context.set(
                    "FILES_DS",
                    files.stream()
                            .map(file -> file.source() + ":'" + file.name() + "' ")
                            .collect(Collectors.joining()));
        }
    }

    private List<Image> files(String asked) {
        List<Image> files = new ArrayList<>();
        Matcher file = FILE.matcher(asked);
        while (file.find()) {
            Vector wanted = new Vector();
            for (String pair : file.group(1).split(",")) {
                String[] keyAndValue = pair.split("=", 2);
                if (keyAndValue.length == 2) {
                    wanted.set(keyAndValue[0].strip(), keyAndValue[1].strip().replaceAll("^\"|\"$", ""));
                }
            }
            try {
                Image image = images.image(wanted);
                if (image != null) {
                    files.add(image);
                }
            } catch (OneError missing) {
                throw OneError.internal("Error parsing: " + asked + ". " + missing.text());
            }
        }
        return files;
    }
}
