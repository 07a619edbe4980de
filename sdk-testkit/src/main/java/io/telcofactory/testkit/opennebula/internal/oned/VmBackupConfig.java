package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.template.Attribute;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.util.List;
import java.util.Locale;

/** How a machine wants to be backed up: what it asks for, completed as oned does. */
final class VmBackupConfig {

    private static final List<String> FREEZES = List.of("NONE", "AGENT", "SUSPEND");
    private static final List<String> INCREMENTS = List.of("CBT", "SNAPSHOT");

    private final Vector config;
    private final Vector asked;
    private final boolean append;

    private VmBackupConfig(Vector config, Vector asked, boolean append) {
        this.config = config;
        this.asked = asked;
        this.append = append;
    }

    /** Takes the configuration out of a template; does nothing when there is none. */
    static void read(Vm vm, Template template, boolean append) {
        List<Attribute> given = template.remove("BACKUP_CONFIG");
        if (!given.isEmpty() && given.get(0) instanceof Vector asked) {
            new VmBackupConfig(vm.backupConfig(), asked, append).read(isIncremental(vm));
        }
    }

    /** Only disks of this format can be backed up bit by bit. */
    private static boolean isIncremental(Vm vm) {
        return vm.own().vectors("DISK").stream()
                .allMatch(disk ->
                        disk.get("FORMAT").equals("qcow2") || disk.get("TYPE").equals("CDROM"));
    }

    private void read(boolean incremental) {
        if (Numbers.isInteger(asked.get("KEEP_LAST"))) {
            config.set("KEEP_LAST", Math.max(0, asked.number("KEEP_LAST", 0)));
        } else if (!append) {
            config.remove("KEEP_LAST");
        }
        if (asked.given("BACKUP_VOLATILE") || !append) {
            config.set("BACKUP_VOLATILE", yesOrNo("BACKUP_VOLATILE"));
        }
        choose("FS_FREEZE", FREEZES);
        if (!incremental) {
            config.set("MODE", "FULL").remove("INCREMENT_MODE");
            forgetIncrements();
        } else if (asked.given("MODE") || !append) {
            String mode = asked.get("MODE").equalsIgnoreCase("INCREMENT") ? "INCREMENT" : "FULL";
            if (!mode.equals("INCREMENT") || !config.get("MODE").equals("INCREMENT")) {
                forgetIncrements();
            }
            config.set("MODE", mode);
            choose("INCREMENT_MODE", INCREMENTS);
        }
        if (asked.given("INTERACTIVE") || !append) {
            config.set("INTERACTIVE", yesOrNo("INTERACTIVE"));
        }
    }

    private String yesOrNo(String name) {
        return Numbers.yes(asked.get(name)) ? "YES" : "NO";
    }

    /** Sets one of some words; the first of them stands for any other, and for none. */
    private void choose(String name, List<String> words) {
        String word = asked.get(name).toUpperCase(Locale.ROOT);
        if (!word.isEmpty() || !append) {
            config.set(name, words.contains(word) ? word : words.get(0));
        }
    }

    private void forgetIncrements() {
        config.set("INCREMENTAL_BACKUP_ID", -1).set("LAST_INCREMENT_ID", -1);
    }
}
