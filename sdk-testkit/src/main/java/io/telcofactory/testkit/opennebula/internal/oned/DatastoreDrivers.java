package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.ServerConfiguration;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the drivers of a datastore demand of it, and add to it, by the configuration of oned. */
final class DatastoreDrivers {

    private static final List<String> TARGETS = List.of("LN_TARGET", "CLONE_TARGET");

    private DatastoreDrivers() {}

    /** Explains why a datastore cannot be made, or returns null. */
    static @Nullable String flaw(Template asked) {
        String type = asked.text("TYPE");
        boolean system = type.equals("SYSTEM_DS");
        if (system && asked.has("DS_MAD")) {
            return "SYSTEM datastores cannot have DS_MAD defined.";
        }
        if (!system && asked.text("DS_MAD").isEmpty()) {
            return "No DS_MAD in template.";
        }
        String flaw = system ? null : flawOfStorage(asked);
        return flaw != null || type.equals("BACKUP_DS") ? flaw : flawOfTransfer(asked.text("TM_MAD"));
    }

    /** Completes a new template by what the datastore has; explains why it cannot be, or returns null. */
    static @Nullable String flawOfUpdate(Datastore datastore, Template next) {
        Template old = datastore.template();
        for (String name : List.of("TYPE", "TM_MAD", "DS_MAD")) {
            if (next.text(name).isEmpty() && old.has(name)) {
                next.set(name, old.text(name));
            }
        }
        boolean backup = datastore.type() == Datastore.BACKUP;
        if (datastore.type() == Datastore.SYSTEM) {
            next.remove("DS_MAD");
        }
        String flaw = backup ? null : flawOfTransfer(next.text("TM_MAD"));
        return flaw == null && datastore.type() != Datastore.SYSTEM ? flawOfStorage(next) : flaw;
    }

    private static @Nullable String flawOfStorage(Template asked) {
        Vector driver = ServerConfiguration.driver("DS_MAD_CONF", asked.text("DS_MAD"));
        if (driver == null) {
            return "DS_MAD named \"" + asked.text("DS_MAD") + "\" is not defined in oned.conf";
        }
        for (String required : driver.get("REQUIRED_ATTRS").split(",")) {
            String name = required.strip().toUpperCase(Locale.ROOT);
            if (!name.isEmpty() && asked.text(name).isEmpty()) {
                return "Datastore template is missing the \"" + name + "\" attribute or it's empty.";
            }
        }
        return null;
    }

    private static @Nullable String flawOfTransfer(String driver) {
        if (driver.isEmpty()) {
            return "No TM_MAD in template.";
        }
        return ServerConfiguration.driver("TM_MAD_CONF", driver) != null
                ? null
                : "TM_MAD named \"" + driver + "\" is not defined in oned.conf";
    }

    /** Adds what the transfer driver says of itself. */
    static void describe(Template template, int type) {
        Vector driver = ServerConfiguration.driver("TM_MAD_CONF", template.text("TM_MAD"));
        if (driver == null) {
            return;
        }
        if (type == Datastore.SYSTEM) {
            template.set("SHARED", yesOrNo(driver, "SHARED", "NO"));
            template.set("DS_MIGRATE", yesOrNo(driver, "DS_MIGRATE", "YES"));
            template.set("DS_LIVE_MIGRATE", yesOrNo(driver, "DS_LIVE_MIGRATE", "NO"));
            template.set("DS_MIGRATE_SNAP", yesOrNo(driver, "DS_MIGRATE_SNAP", "NO"));
            TARGETS.forEach(template::remove);
        } else {
            describeTargets(template, driver);
        }
        template.set("ALLOW_ORPHANS", driver.given("ALLOW_ORPHANS") ? driver.get("ALLOW_ORPHANS") : "NO");
        template.set("PERSISTENT_SNAPSHOTS", yesOrNo(driver, "PERSISTENT_SNAPSHOTS", "YES"));
    }

    private static void describeTargets(Template template, Vector driver) {
        if (driver.given("TM_MAD_SYSTEM")) {
            template.set("TM_MAD_SYSTEM", driver.get("TM_MAD_SYSTEM"));
            for (String mode : driver.get("TM_MAD_SYSTEM").split(",")) {
                String suffix = "_" + mode.strip().toUpperCase(Locale.ROOT);
                for (String name : List.of("LN_TARGET", "CLONE_TARGET", "DISK_TYPE")) {
                    template.set(name + suffix, driver.get(name + suffix));
                }
            }
        }
        TARGETS.forEach(name -> template.set(name, driver.get(name)));
        for (String name : List.of("DRIVER", "DISK_TYPE")) {
            if (driver.given(name)) {
                template.set(name, driver.get(name));
            }
        }
        template.remove("SHARED");
    }

    private static String yesOrNo(Vector driver, String name, String otherwise) {
        return Numbers.yes(driver.given(name) ? driver.get(name) : otherwise) ? "YES" : "NO";
    }
}
