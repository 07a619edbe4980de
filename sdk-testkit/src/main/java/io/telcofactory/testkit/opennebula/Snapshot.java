package io.telcofactory.testkit.opennebula;

import io.telcofactory.testkit.opennebula.internal.access.OneObject;
import io.telcofactory.testkit.opennebula.internal.access.QuotaSet;
import io.telcofactory.testkit.opennebula.internal.oned.Cloud;
import io.telcofactory.testkit.opennebula.internal.oned.Group;
import io.telcofactory.testkit.opennebula.internal.oned.Resource;
import io.telcofactory.testkit.opennebula.internal.oned.User;
import io.telcofactory.testkit.opennebula.internal.oned.Vm;
import io.telcofactory.testkit.opennebula.internal.oned.VmState;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Writes the state down for comparing two runs. */
final class Snapshot {

    /** What differs between two equal runs. */
    private static final Pattern VOLATILE = Pattern.compile(
            "<(STIME|ETIME|RSTIME|RETIME|PSTIME|PETIME|REGTIME|MODTIME|LAST_POLL|TIMESTAMP|EXPIRATION_TIME|TIME|REQ_ID"
                    + "|REQUEST_ID|TOKEN|NEXT_INDEX)>(<!\\[CDATA\\[.*?]]>|[^<]*)</\\1>");

    private static final Pattern NAMED_TIMES =
            Pattern.compile("\"(timestamp|start_time|registration_time|last_eval)\":\\d+");
    private static final Pattern MONITORING = Pattern.compile("<MONITORING>.*?</MONITORING>");
    private static final Pattern ACL_ID = Pattern.compile("<ACL><ID>\\d+</ID>");

    private Snapshot() {}

    static String of(Cloud cloud, boolean withIds) {
        List<String> lines = new ArrayList<>();
        for (Resource<?> resource : cloud.resources()) {
            for (OneObject object : resource.pool.all()) {
                boolean ended = object instanceof Vm vm && vm.state() == VmState.DONE;
                if (!ended) {
                    lines.add(line(object, withIds));
                }
            }
        }
        for (String rule : cloud.acls().poolXml().split("(?=<ACL>)")) {
            lines.add("ACL " + ACL_ID.matcher(rule).replaceAll("").replace("</ACL_POOL>", ""));
        }
        for (User user : cloud.users().pool.all()) {
            lines.add("QUOTA of user " + user.name() + " " + quotas(user.quotas()));
        }
        for (Group group : cloud.groups().pool.all()) {
            lines.add("QUOTA of group " + group.name() + " " + quotas(group.quotas()));
        }
        Collections.sort(lines);
        return String.join("\n", lines) + "\n";
    }

    private static String quotas(QuotaSet quotas) {
        Xml xml = new Xml();
        quotas.writeTo(xml);
        return xml.toString();
    }

    private static String line(OneObject object, boolean withIds) {
        String lasting = MONITORING.matcher(object.xml()).replaceAll("");
        String xml =
                NAMED_TIMES.matcher(VOLATILE.matcher(lasting).replaceAll("")).replaceAll("\"$1\":0");
        if (!withIds) {
            xml = xml.replaceAll(
                    "<(ID|UID|GID|VMID|[A-Z_]+_IDS?|OID|UUID|HID)>(<!\\[CDATA\\[)?[-0-9a-f,]*(]]>)?</\\1>", "");
        }
        return object.kind() + " " + object.name() + " " + xml;
    }
}
