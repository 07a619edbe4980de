package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.Collection;
import java.util.List;

/** Writes machines: in full for {@code vm.info}, shortened for the pool. */
final class VmDocument {

    private static final List<String> SHORT_DISK = List.of(
            "DISK_ID",
            "DATASTORE",
            "DATASTORE_ID",
            "IMAGE",
            "IMAGE_ID",
            "SIZE",
            "TYPE",
            "CLONE",
            "CLONE_TARGET",
            "LN_TARGET",
            "DISK_SNAPSHOT_TOTAL_SIZE");
    private static final List<String> SHORT_NIC = List.of(
            "IP",
            "IP6",
            "IP6_ULA",
            "IP6_LINK",
            "IP6_GLOBAL",
            "NETWORK_MODE",
            "MAC",
            "NETWORK",
            "NETWORK_ID",
            "NIC_ID",
            "SECURITY_GROUPS");

    private static final List<String> SHORT_USER = List.of(
            "LABELS",
            "ERROR",
            "SCHED_MESSAGE",
            "SCHED_RANK",
            "SCHED_DS_RANK",
            "SCHED_REQUIREMENTS",
            "SCHED_DS_REQUIREMENTS",
            "USER_PRIORITY");

    private VmDocument() {}

    static void full(Vm vm, Xml xml) {
        write(vm, xml, vm.history());
    }

    /** A machine as it is now, for a record of accounting, where its history is left out. */
    static String account(Vm vm) {
        Xml xml = new Xml();
        write(vm, xml, List.of());
        return xml.toString();
    }

    private static void write(Vm vm, Xml xml, List<History> history) {
        xml.open("VM");
        vm.writeOwner(xml);
        xml.text("NAME", vm.name());
        vm.permissions().writeTo(xml);
        xml.text("LAST_POLL", lastPoll(vm)).text("STATE", vm.state()).text("LCM_STATE", vm.lcm());
        xml.text("PREV_STATE", vm.state()).text("PREV_LCM_STATE", vm.lcm());
        xml.text("RESCHED", vm.resched() ? 1 : 0).text("STIME", vm.created()).text("ETIME", vm.ended());
        xml.text("DEPLOY_ID", vm.deployId());
        vm.writeLock(xml);
        Vector sample = VmMonitoring.latest(vm);
        xml.attribute("MONITORING", sample == null ? new Vector() : sample);
        Collection<ScheduledAction> planned = vm.cloud().scheduledActions().of(Kind.VM, vm.id());
        xml.open("SCHED_ACTIONS");
        vm.plannedActions().forEach(id -> xml.text("ID", id));
        xml.close("SCHED_ACTIONS");
        xml.open("TEMPLATE");
        vm.own().writeAttributes(xml);
        planned.forEach(action -> action.writeTo(xml));
        xml.close("TEMPLATE");
        vm.template().writeTo(xml, "USER_TEMPLATE");
        if (history.isEmpty()) {
            xml.empty("HISTORY_RECORDS");
        } else {
            xml.open("HISTORY_RECORDS");
            history.forEach(record -> record.writeTo(xml));
            xml.close("HISTORY_RECORDS");
        }
        vm.diskSnapshots().values().forEach(snapshots -> snapshots.writeTo(xml));
        xml.open("BACKUPS");
        if (vm.backupConfig().pairs().isEmpty()) {
            xml.empty("BACKUP_CONFIG");
        } else {
            xml.attribute("BACKUP_CONFIG", vm.backupConfig());
        }
        xml.text("BACKUP_IDS", "").close("BACKUPS").close("VM");
    }

    private static long lastPoll(Vm vm) {
        return Math.max(0, VmMonitoring.lastTime(vm));
    }

    static void brief(Vm vm, Xml xml) {
        xml.open("VM");
        vm.writeOwner(xml);
        xml.text("NAME", vm.name()).text("LAST_POLL", 0).text("STATE", vm.state());
        xml.text("LCM_STATE", vm.lcm()).text("RESCHED", vm.resched() ? 1 : 0).text("STIME", vm.created());
        xml.text("ETIME", vm.ended()).text("DEPLOY_ID", vm.deployId());
        vm.writeLock(xml);
        xml.open("TEMPLATE")
                .text("CPU", vm.own().text("CPU"))
                .text("MEMORY", vm.own().text("MEMORY"));
        xml.text("VCPU", vm.own().text("VCPU"));
        vm.own().vectors("DISK").forEach(disk -> only(xml, "DISK", disk, SHORT_DISK));
        vm.interfaces().forEach(nic -> writeShortNic(xml, nic));
        vm.own().vectors("NIC_ALIAS").forEach(alias -> writeShortNic(xml, alias));
        vm.own().vectors("GRAPHICS").forEach(graphics -> xml.attribute("GRAPHICS", graphics));
        xml.close("TEMPLATE").empty("MONITORING");
        writeShortUserTemplate(vm, xml);
        History last = vm.lastHistory();
        if (last == null) {
            xml.empty("HISTORY_RECORDS");
        } else {
            xml.open("HISTORY_RECORDS");
            last.writeShort(xml);
            xml.close("HISTORY_RECORDS");
        }
        xml.close("VM");
    }

    /** Of the user template the pool shows only labels, messages and what scheduling is about. */
    private static void writeShortUserTemplate(Vm vm, Xml xml) {
        if (vm.template().isEmpty()) {
            xml.empty("USER_TEMPLATE");
            return;
        }
        xml.open("USER_TEMPLATE");
        for (String name : SHORT_USER) {
            String value = vm.template().text(name);
            if (!value.isEmpty()) {
                xml.text(name, Xml.escape(value));
            }
        }
        xml.close("USER_TEMPLATE");
    }

    /** The pool shows an alias as an interface, and of both what they have. */
    private static void writeShortNic(Xml xml, Vector nic) {
        xml.open("NIC");
        for (String key : SHORT_NIC) {
            String value = nic.get(key);
            if (!value.isEmpty()) {
                xml.cdata(key, value);
            }
        }
        xml.close("NIC");
    }

    private static void only(Xml xml, String name, Vector vector, List<String> keys) {
        xml.open(name);
        keys.forEach(key -> xml.cdata(key, vector.get(key)));
        xml.close(name);
    }
}
