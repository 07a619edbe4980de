package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import org.jspecify.annotations.Nullable;

/**
 * What monitoring says of a machine. Samples are not kept but worked out when someone asks: one every 30 s of the time
 * that a machine has been on its host, with values that depend on the machine and the time only.
 */
public final class VmMonitoring {

    private static final long PERIOD = 30;
    /** So many samples are kept, as many as the server keeps with its shipped settings. */
    private static final int KEPT = 480;

    private VmMonitoring() {}

    /** The last sample; null before the first. */
    public static @Nullable Vector latest(Vm vm) {
        long last = lastTime(vm);
        return last < 0 ? null : sample(vm, last);
    }

    static long lastTime(Vm vm) {
        History stay = vm.lastHistory();
        if (stay == null || stay.runningSince == 0) {
            return -1;
        }
        long now =
                stay.runningUntil != 0 ? stay.runningUntil : vm.cloud().events().epochSecond();
        long last = now / PERIOD * PERIOD;
        return last > vm.history().get(0).runningSince ? last : -1;
    }

    /** Writes the samples of the last seconds: all for -1, the last one for 0. */
    static void write(Xml xml, Vm vm, long seconds) {
        long last = lastTime(vm);
        if (last < 0) {
            return;
        }
        long since = vm.history().get(0).runningSince;
        long first = Math.max(since / PERIOD * PERIOD + PERIOD, last - (KEPT - 1) * PERIOD);
        long now = vm.cloud().events().epochSecond();
        first = seconds == 0 ? last : seconds > 0 ? Math.max(first, now - seconds) : first;
        for (long time = (first + PERIOD - 1) / PERIOD * PERIOD; time <= last; time += PERIOD) {
            xml.attribute("MONITORING", sample(vm, time));
        }
    }

    private static Vector sample(Vm vm, long time) {
        long minutes = time / 60 - vm.created() / 60;
        Vector sample = new Vector().set("ID", vm.id()).set("TIMESTAMP", time);
        sample.set("CPU", spread(vm.id(), time, Math.max(1, Math.round(vm.own().decimal("CPU", 1) * 100))));
        sample.set("MEMORY", spread(vm.id() + 1L, time, Math.max(1, vm.own().number("MEMORY", 1) * 1024L)));
        sample.set("NETRX", 3400 + 60 * minutes).set("NETTX", 3350 + 60 * minutes);
        sample.set("DISKRDBYTES", 400 + 10 * minutes).set("DISKRDIOPS", 100 + minutes);
        return sample.set("DISKWRBYTES", 300 + 10 * minutes).set("DISKWRIOPS", 80 + minutes);
    }

    /** A number below a limit that looks like chance and is none. */
    private static long spread(long seed, long time, long limit) {
        long mixed = (seed * 0x9E3779B97F4A7C15L) ^ (time * 0xC2B2AE3D27D4EB4FL);
        return Math.floorMod(mixed ^ (mixed >>> 29), limit);
    }
}
