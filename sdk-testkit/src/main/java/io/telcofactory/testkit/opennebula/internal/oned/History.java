package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One stay of a machine on a host. */
public final class History {

    /** The plan of a machine that the scheduler placed, and of one that a user placed. */
    static final int BY_SCHEDULER = -1;

    static final int BY_HAND = -2;

    private static final Pattern EMPTY = Pattern.compile("<(\\w+)></\\1>");

    final int vm;
    final int sequence;
    public final Host host;
    final Datastore datastore;
    final int cluster;
    final int plan;
    final long start;
    long prologStart;
    long prologEnd;
    long runningSince;
    long runningUntil;
    long epilogStart;
    long epilogEnd;
    long end;
    int action;
    int actionUser = -1;
    int actionGroup = -1;
    long request = -1;
    /** The machine as it was when last something was noted here; null before anything was. */
    private VmImprints.@Nullable Imprint imprint;

    private History(Vm vm, Host host, Datastore datastore, int plan, long start) {
        this.vm = vm.id();
        this.sequence = vm.history().size();
        this.host = host;
        this.datastore = datastore;
        this.cluster = host.clusterId();
        this.plan = plan;
        this.start = start;
    }

    /** A stay that begins with copying disks there. */
    static History onHost(Vm vm, Host host, Datastore datastore, int plan, long now) {
        History history = new History(vm, host, datastore, plan, now);
        history.prologStart = now;
        return history;
    }

    /** A stay on the same host that follows when something has changed. */
    static History after(Vm vm, History last, long now) {
        History history = new History(vm, last.host, last.datastore, last.plan, now);
        history.runningSince = now;
        history.imprint(vm);
        return history;
    }

    /** Keeps the machine as it is now, for accounting; what is empty in it closes itself once the record is stored anew. */
    void imprint(Vm machine) {
        String document = VmDocument.account(machine);
        imprint = machine.cloud().imprints().of(EMPTY.matcher(document).replaceAll("<$1/>"));
    }

    /** Keeps the machine as it is now in a record that is not stored again. */
    void lastImprint(Vm machine) {
        imprint = machine.cloud().imprints().of(VmDocument.account(machine));
    }

    void by(int what, Session who, long requestNumber) {
        action = what;
        actionUser = who.uid();
        actionGroup = who.gid();
        request = requestNumber;
    }

    /** Forgets the action that led here. */
    void clearAction() {
        action = 0;
        actionUser = -1;
        actionGroup = -1;
        request = -1;
    }

    void writeTo(Xml xml) {
        write(xml);
        xml.close("HISTORY");
    }

    /** Writes the stay with the machine as it was. */
    void writeAccount(Xml xml) {
        write(xml);
        xml.raw(imprint == null ? "<VM/>" : imprint.document()).close("HISTORY");
    }

    private void write(Xml xml) {
        xml.open("HISTORY").text("OID", vm).text("SEQ", sequence).text("HOSTNAME", host.name());
        xml.text("HID", host.id()).text("CID", cluster).text("STIME", start).text("ETIME", end);
        xml.cdata("VM_MAD", host.vmMad()).cdata("TM_MAD", datastore.tmMad()).text("DS_ID", datastore.id());
        xml.text("PLAN_ID", plan).text("ACTION_ID", plan == BY_HAND ? -1 : 0).text("PSTIME", prologStart);
        xml.text("PETIME", prologEnd).text("RSTIME", runningSince).text("RETIME", runningUntil);
        xml.text("ESTIME", epilogStart).text("EETIME", epilogEnd).text("ACTION", action);
        xml.text("UID", actionUser).text("GID", actionGroup).text("REQUEST_ID", request);
    }

    void writeShort(Xml xml) {
        xml.open("HISTORY").text("OID", vm).text("SEQ", sequence).cdata("HOSTNAME", host.name());
        xml.text("HID", host.id()).text("CID", cluster).text("DS_ID", datastore.id());
        xml.cdata("VM_MAD", host.vmMad()).cdata("TM_MAD", datastore.tmMad()).cdata("ACTION", action);
        xml.close("HISTORY");
    }
}
