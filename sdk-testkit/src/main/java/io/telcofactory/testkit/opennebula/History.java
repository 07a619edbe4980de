package io.telcofactory.testkit.opennebula;

/** One stay of a machine on a host. */
final class History {

    final int vm;
    final int sequence;
    final Host host;
    final Datastore datastore;
    final int cluster;
    final long start;
    long end;
    long runningSince;
    long runningUntil;
    int action;
    int actionUser = -1;
    int actionGroup = -1;
    long request = -1;

    History(int vm, int sequence, Host host, Datastore datastore, long start) {
        this.vm = vm;
        this.sequence = sequence;
        this.host = host;
        this.datastore = datastore;
        this.cluster = host.clusterId();
        this.start = start;
    }

    void writeTo(Xml xml) {
        xml.open("HISTORY").text("OID", vm).text("SEQ", sequence).text("HOSTNAME", host.name());
        xml.text("HID", host.id()).text("CID", cluster).text("STIME", start).text("ETIME", end);
        xml.cdata("VM_MAD", host.vmMad()).cdata("TM_MAD", datastore.tmMad()).text("DS_ID", datastore.id());
        xml.text("PLAN_ID", -1).text("ACTION_ID", 0).text("PSTIME", start);
        xml.text("PETIME", runningSince == 0 ? 0 : start).text("RSTIME", runningSince);
        xml.text("RETIME", runningUntil).text("ESTIME", 0).text("EETIME", 0).text("ACTION", action);
        xml.text("UID", actionUser)
                .text("GID", actionGroup)
                .text("REQUEST_ID", request)
                .close("HISTORY");
    }

    void writeShort(Xml xml) {
        xml.open("HISTORY").text("OID", vm).text("SEQ", sequence).cdata("HOSTNAME", host.name());
        xml.text("HID", host.id()).text("CID", cluster).text("DS_ID", datastore.id());
        xml.cdata("VM_MAD", host.vmMad()).cdata("TM_MAD", datastore.tmMad()).cdata("ACTION", action);
        xml.close("HISTORY");
    }
}
