package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.QuotaType;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a machine uses of quotas: when it is made, while it runs, until its end. */
final class VmUses {
    private VmUses() {}

    /** What creation charges. The server reads counts from the template itself, so a tenant can lie about them. */
    static List<Quotas.Use> asked(Vm vm, Template asked, Cloud cloud, Session session) {
        Map<String, Double> amounts = new HashMap<>(capacity(vm));
        for (String metric : QuotaType.VM.metrics()) {
            if (asked.has(metric) && !List.of("CPU", "MEMORY").contains(metric)) {
                amounts.put(metric, asked.decimal(metric, 0));
            }
        }
        List<Quotas.Use> uses = new ArrayList<>(resources(vm, cloud, session));
        if (!asked.yes("SKIP_GLOBAL_QUOTA")) {
            uses.add(new Quotas.Use(QuotaType.VM, "", amounts));
        }
        return uses;
    }

    /** What the end of a machine gives back. */
    static List<Quotas.Use> atEnd(Vm vm, Cloud cloud) {
        return atEnd(vm, cloud, cloud.oneadmin());
    }

    static List<Quotas.Use> atEnd(Vm vm, Cloud cloud, Session session) {
        List<Quotas.Use> uses = new ArrayList<>(resources(vm, cloud, session));
        Map<String, Double> amounts = new HashMap<>(capacity(vm));
        amounts.keySet().removeIf(metric -> metric.startsWith("RUNNING_"));
        uses.add(new Quotas.Use(QuotaType.VM, "", amounts));
        return uses;
    }

    /** The part that stopping gives back and starting charges again. */
    static List<Quotas.Use> running(Vm vm) {
        Map<String, Double> amounts = new HashMap<>(capacity(vm));
        amounts.keySet().removeIf(metric -> !metric.startsWith("RUNNING_"));
        return List.of(new Quotas.Use(QuotaType.VM, "", amounts));
    }

    /** All VM metrics of a machine as it is. */
    static Map<String, Double> capacity(Vm vm) {
        Template own = vm.own();
        List<Vector> pci = own.vectors("PCI");
        double nics = pci.stream().filter(VmNics::isNic).count();
        double disks = 0;
        for (Vector disk : own.vectors("DISK")) {
            boolean charged =
                    !disk.given("IMAGE_ID") || !disk.get("CLONE_TARGET").equals("SELF");
            disks += charged ? Numbers.decimal(disk.get("SIZE"), 0) : 0;
        }
        Map<String, Double> amounts = new HashMap<>();
        amounts.put("VMS", 1.0);
        amounts.put("CPU", own.decimal("CPU", 0));
        amounts.put("MEMORY", own.decimal("MEMORY", 0));
        amounts.put("PCI_DEV", pci.size() - nics);
        amounts.put("PCI_NIC", nics);
        for (String metric : List.copyOf(amounts.keySet())) {
            amounts.put("RUNNING_" + metric, amounts.getOrDefault(metric, 0.0));
        }
        amounts.put("SYSTEM_DISK_SIZE", disks);
        return amounts;
    }

    private static List<Quotas.Use> resources(Vm vm, Cloud cloud, Session session) {
        List<Quotas.Use> uses = new ArrayList<>();
        for (Network network : new VmNics(cloud, session).networks(vm.own())) {
            uses.add(Networks.leases(network.id(), 1));
        }
        for (Image image : new VmDisks(cloud, session).images(vm.own())) {
            uses.add(new Quotas.Use(QuotaType.IMAGE, Integer.toString(image.id()), Map.of("RVMS", 1.0)));
        }
        return uses;
    }
}
