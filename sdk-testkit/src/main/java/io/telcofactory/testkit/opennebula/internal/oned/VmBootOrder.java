package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers the disks and interfaces of a machine by {@code OS/BOOT}, such as {@code disk0,nic1}. */
final class VmBootOrder {

    private static final Pattern DEVICE = Pattern.compile("(DISK|NIC)(\\d+)");
    private static final String ORDER = "ORDER";

    private VmBootOrder() {}

    /** Writes the numbers anew; refuses a device that is not there. */
    static void write(Template own) {
        for (String kind : List.of("DISK", "NIC")) {
            own.vectors(kind).forEach(device -> device.remove(ORDER));
        }
        String boot = own.vector("OS").get("BOOT");
        int place = 1;
        for (String each : boot.isEmpty() ? new String[0] : boot.split(",")) {
            Matcher device = DEVICE.matcher(each.toUpperCase(Locale.ROOT));
            if (!device.matches()) {
                throw OneError.internal(
                        "Wrong OS/BOOT value: \"" + boot + "\" should be a comma-separated list of disk# or nic#");
            }
            find(own, device.group(1), device.group(2)).set(ORDER, place++);
        }
    }

    private static Vector find(Template own, String kind, String number) {
        String key = kind + "_ID";
        for (Vector device : own.vectors(kind)) {
            if (device.get(key).equals(number)) {
                return device;
            }
        }
        throw OneError.internal("Wrong OS/BOOT value. Device with " + key + " " + number + " not found");
    }
}
