package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Who ran what for how long, and what it cost. */
final class VmAccounts {

    /** One month of one machine. */
    private record Showback(Vm vm, YearMonth month, double hours, double running) {}

    private final Cloud cloud;
    private final Vms vms;
    private List<Showback> calculated = List.of();

    VmAccounts(Cloud cloud, Vms vms) {
        this.cloud = cloud;
        this.vms = vms;
    }

    void register(MethodTable table) {
        table.add("one.vmpool.accounting", "iii", this::accounting);
        table.add("one.vmpool.calculateshowback", "iiii", this::calculate);
        table.add("one.vmpool.showback", "iiiii", this::showback);
    }

    /** Lists the stays on hosts in a time, the oldest machine first, each with the machine as it was then. */
    private Object accounting(Session session, Args args) {
        long from = args.number(1);
        long to = args.number(2);
        Xml xml = new Xml().open("HISTORY_RECORDS");
        List<Vm> oldestFirst = new ArrayList<>(vms.select(session, args.number(0), -1, -1));
        oldestFirst.sort(Comparator.comparing(Vm::id));
        for (Vm vm : oldestFirst) {
            for (History stay : vm.history()) {
                boolean before = to == -1 || stay.start < to;
                boolean after = from == -1 || stay.end > from || stay.end == 0;
                if (before && after) {
                    stay.writeAccount(xml);
                }
            }
        }
        return xml.close("HISTORY_RECORDS").toString();
    }

    private Object calculate(Session session, Args args) {
        Auth.of(cloud, session).need(Right.ADMIN, Kind.VM).check();
        List<Showback> months = new ArrayList<>();
        for (Vm vm : vms.pool.all()) {
            months.addAll(months(vm));
        }
        calculated = months;
        return "";
    }

    private List<Showback> months(Vm vm) {
        List<Showback> months = new ArrayList<>();
        long now = cloud.events().epochSecond();
        if (vm.history().isEmpty()) {
            return months;
        }
        YearMonth month = month(vm.history().get(0).start);
        for (; !month.isAfter(month(now)); month = month.plusMonths(1)) {
            double hours = 0;
            double running = 0;
            for (History stay : vm.history()) {
                hours += overlap(month, stay.start, stay.end == 0 ? now : stay.end);
                long until = stay.runningUntil == 0 ? now : stay.runningUntil;
                running += stay.runningSince == 0 ? 0 : overlap(month, stay.runningSince, until);
            }
            months.add(new Showback(vm, month, hours, running));
        }
        return months;
    }

    private static YearMonth month(long epoch) {
        return YearMonth.from(Instant.ofEpochSecond(epoch).atZone(ZoneOffset.UTC));
    }

    private static double overlap(YearMonth month, long from, long to) {
        long first = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        long last = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        return Math.max(0, Math.min(to, last) - Math.max(from, first)) / 3600.0;
    }

    private Object showback(Session session, Args args) {
        List<Vm> visible = vms.select(session, args.number(0), -1, -1);
        Xml xml = new Xml().open("SHOWBACK_RECORDS");
        for (Showback each : calculated) {
            if (visible.contains(each.vm()) && isIn(each.month(), args)) {
                write(xml, each);
            }
        }
        return xml.close("SHOWBACK_RECORDS").toString();
    }

    private static boolean isIn(YearMonth month, Args args) {
        int firstMonth = args.number(1);
        int firstYear = args.number(2);
        int lastMonth = args.number(3);
        int lastYear = args.number(4);
        boolean after = firstYear < 0 || !month.isBefore(YearMonth.of(firstYear, Math.max(1, firstMonth)));
        boolean before = lastYear < 0 || !month.isAfter(YearMonth.of(lastYear, lastMonth < 1 ? 12 : lastMonth));
        return after && before;
    }

    private static void write(Xml xml, Showback record) {
        Vm vm = record.vm();
        double cpu = vm.own().decimal("CPU_COST", 0) * vm.own().decimal("CPU", 0) * record.hours();
        double memory = vm.own().decimal("MEMORY_COST", 0) * vm.own().decimal("MEMORY", 0) * record.hours();
        double disk = vm.own().decimal("DISK_COST", 0) * Scheduler.diskMb(vm) * record.hours();
        xml.open("SHOWBACK").text("VMID", vm.id()).text("VMNAME", vm.name()).text("UID", vm.ownerId());
        xml.text("GID", vm.groupId()).text("UNAME", vm.ownerName()).text("GNAME", vm.groupName());
        xml.text("YEAR", record.month().getYear()).text("MONTH", record.month().getMonthValue());
        xml.text("CPU_COST", cost(cpu)).text("MEMORY_COST", cost(memory)).text("DISK_COST", cost(disk));
        xml.text("TOTAL_COST", cost(cpu + memory + disk)).text("HOURS", hours(record.hours()));
        xml.text("RHOURS", hours(record.running())).close("SHOWBACK");
    }

    private static String cost(double amount) {
        return amount == Math.rint(amount) ? Long.toString((long) amount) : String.format(Locale.ROOT, "%.2f", amount);
    }

    private static String hours(double hours) {
        return hours == 0 ? "0" : String.format(Locale.ROOT, "%.2f", hours);
    }
}
