package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.hardware.VmTopology;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Hashes;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes machines from templates: reads what the server understands, charges quotas, takes leases and images. */
final class VmFactory {

    /** What belongs to the machine's own template; all other attributes go to its user template. */
    private static final Set<String> OWN = Set.of(
            "BACKUP_CONFIG",
            "CLONING_TEMPLATE_ID",
            "CONTEXT",
            "CPU",
            "CPU_COST",
            "CPU_MODEL",
            "DISK",
            "DISK_COST",
            "EMULATOR",
            "FEATURES",
            "GRAPHICS",
            "HYPERV_OPTIONS",
            "INPUT",
            "IOMMU",
            "MEMORY",
            "MEMORY_COST",
            "MEMORY_ENCRYPTION",
            "MEMORY_MAX",
            "MEMORY_RESIZE_MODE",
            "MEMORY_SLOTS",
            "NIC",
            "NIC_ALIAS",
            "NIC_DEFAULT",
            "NUMA_NODE",
            "OS",
            "PCI",
            "RAW",
            "SUBMIT_ON_HOLD",
            "TEMPLATE_ID",
            "TM_MAD_SYSTEM",
            "TOPOLOGY",
            "TPM",
            "VCPU",
            "VCPU_MAX",
            "VIDEO",
            "VMGROUP",
            "VROUTER_ID");

    private static final Set<String> NUMBERS =
            Set.of("CPU_COST", "MEMORY_COST", "DISK_COST", "MEMORY_MAX", "MEMORY_SLOTS", "VCPU_MAX");

    private static final int LEAST_VIDEO_MEMORY = 1024;
    private static final int LAST_PORT = 65_535;

    private final Cloud cloud;
    private final Session session;

    VmFactory(Cloud cloud, Session session) {
        this.cloud = cloud;
        this.session = session;
    }

    /** Asks for the right to use networks and their security groups, and images when wanted. */
    void authorize(Auth auth, Template template, boolean images) {
        if (images) {
            new VmDisks(cloud, session).images(template).forEach(image -> auth.need(Right.USE, image));
        }
        if (template.has("VMGROUP")) {
            VmGroup group = cloud.vmGroups().named(template.vector("VMGROUP"), session.uid());
            if (group != null) {
                auth.need(Right.USE, group);
            }
        }
        VmNics nics = new VmNics(cloud, session);
        nics.networks(template).forEach(network -> auth.need(Right.USE, network));
        for (int id : nics.securityGroups(template)) {
            SecurityGroup group = cloud.securityGroups().pool.find(id);
            if (group != null) {
                auth.need(Right.USE, group);
            }
        }
    }

    /**
     * Makes a machine.
     *
     * @param template everything asked for; changed
     * @param name its name, or empty for a made-up one
     */
    Vm create(Template template, String name, boolean hold) {
        int id = cloud.vms().pool.nextId();
        Vm vm = new Vm(cloud, id, name.isEmpty() ? "one-" + id : name, session);
        split(vm, template, hold);
        List<Vector> planned = vm.template().vectors("SCHED_ACTION");
        vm.template().remove("SCHED_ACTION");
        readPci(vm.own());
        VmTopology.read(vm.own());
        List<Quotas.Use> uses = VmUses.asked(vm, template, cloud, session);
        charge(vm, uses);
        try {
            checkCapacity(template);
            if (vm.own().has("VMGROUP")) {
                cloud.vmGroups().join(vm, vm.own().vector("VMGROUP"));
            }
            takeResources(vm);
        } catch (OneError refused) {
            cloud.vmGroups().leave(vm);
            cloud.quotas().refund(session.uid(), session.gid(), uses);
            throw refused;
        }
        cloud.vms().pool.add(vm);
        plan(vm, planned);
        if (VmDisks.areLocked(vm, cloud)) {
            vm.state(VmState.CLONING, VmState.LCM_INIT);
        } else {
            begin(vm, cloud);
        }
        return vm;
    }

    private void plan(Vm vm, List<Vector> planned) {
        try {
            planned.forEach(asked -> cloud.vms().changes().schedule(vm, asked));
        } catch (OneError refused) {
            cloud.lifeCycle().done(vm);
            cloud.vms().pool.remove(vm.id());
            throw OneError.internal(refused.text());
        }
    }

    /** Lets a machine wait for a host, or stay on hold. */
    static void begin(Vm vm, Cloud cloud) {
        boolean hold = vm.own().yes("SUBMIT_ON_HOLD");
        vm.state(hold ? VmState.HOLD : VmState.PENDING, VmState.LCM_INIT);
        if (!hold) {
            cloud.scheduler().wake();
        }
    }

    private void checkCapacity(Template template) {
        if (template.number("MEMORY", 0) <= 0) {
            throw OneError.internal("MEMORY attribute must be a positive integer value.");
        }
        if (template.decimal("CPU", 0) <= 0) {
            throw OneError.internal("CPU attribute must be a positive float or integer value.");
        }
        if (template.has("VCPU") && template.number("VCPU", 0) <= 0) {
            throw OneError.internal("VCPU attribute must be a positive integer value.");
        }
        String mode = template.text("MEMORY_RESIZE_MODE").toUpperCase(Locale.ROOT);
        if (!mode.isEmpty() && !mode.equals("HOTPLUG") && !mode.equals("BALLOONING")) {
            throw OneError.internal("Unknown MEMORY_RESIZE_MODE: " + mode);
        }
        for (String cost : List.of("CPU_COST", "MEMORY_COST", "DISK_COST")) {
            if (template.decimal(cost, 0) < 0) {
                throw OneError.internal(cost + " attribute must be a positive float or integer value.");
            }
        }
        String memory = template.vector("VIDEO").get("VRAM");
        if (!memory.isEmpty() && Numbers.integer(memory, 0) < LEAST_VIDEO_MEMORY) {
            throw OneError.internal("Invalid VRAM value in VIDEO attribute, must be >= " + LEAST_VIDEO_MEMORY);
        }
        for (Vector context : template.vectors("CONTEXT")) {
            boolean endpoint = context.given("ONEGATE_ENDPOINT")
                    || !cloud.oneGateEndpoint().isEmpty();
            if (Numbers.yes(context.get("TOKEN")) && !endpoint) {
                throw OneError.internal("TOKEN set, but onegate endpoint was not defined in oned.conf.");
            }
        }
    }

    private void split(Vm vm, Template template, boolean hold) {
        for (String name : List.copyOf(template.names())) {
            if (name.equals("NAME")) {
                continue;
            }
            Template target = OWN.contains(name) && isUnderstood(template, name) ? vm.own() : vm.template();
            template.all(name).forEach(value -> target.add(name, value.copy()));
        }
        vm.own().set("VMID", vm.id());
        if (hold) {
            vm.own().set("SUBMIT_ON_HOLD", "YES");
        }
        Vector os = vm.own().vector("OS");
        if (!os.given("MACHINE")) {
            os.set("MACHINE", "q35");
        }
        if (!os.given("UUID")) {
            os.set("UUID", Hashes.uuid("vm-" + vm.id()));
        }
        vm.own().set("OS", os);
    }

    /** What should be a number and is none is as good as anything else that the server doesn't know. */
    private static boolean isUnderstood(Template template, String name) {
        return !NUMBERS.contains(name) || template.decimal(name, -1) >= (name.endsWith("_COST") ? 0 : 1);
    }

    private static void readPci(Template own) {
        int id = 0;
        for (Vector pci : own.vectors("PCI")) {
            readPci(pci);
            pci.set("PCI_ID", id++);
        }
    }

    /** Checks one request for a device and drops what only the server may say. */
    static void readPci(Vector pci) {
        boolean byName = pci.given("DEVICE") || pci.given("VENDOR") || pci.given("CLASS");
        if (!byName && !pci.given("SHORT_ADDRESS")) {
            throw OneError.internal("SHORT_ADDRESS, DEVICE, VENDOR or CLASS must be defined for PCI.");
        }
        if (byName && pci.given("SHORT_ADDRESS")) {
            throw OneError.internal("SHORT_ADDRESS cannot be set with DEVICE, VENDOR or CLASS");
        }
        for (String key : List.of("VENDOR", "DEVICE", "CLASS")) {
            if (pci.given(key) && !pci.get(key).matches("(0x)?[0-9a-fA-F]+")) {
                throw OneError.internal("Wrong Hex value for PCI attribute " + key);
            }
        }
        String root = pci.get("ROOT").toUpperCase(Locale.ROOT);
        if (!root.isEmpty() && !root.equals("SHARED") && !root.equals("DEDICATED")) {
            throw OneError.internal("Unknown PCI root mode, has to be SHARED or DEDICATED");
        }
        pci.removeAll(List.of(
                "DOMAIN", "BUS", "SLOT", "FUNCTION", "ADDRESS", "PREV_ADDRESS", "NUMA_NODE", "UUID", "MDEV_MODE"));
        if (!pci.given("VM_BUS")) {
            pci.set("VM_BUS", "0x01");
        }
    }

    private void charge(Vm vm, List<Quotas.Use> uses) {
        String refusal = cloud.quotas().charge(session.uid(), session.gid(), uses);
        if (refusal != null) {
            throw Auth.refused(session, refusal + ".");
        }
        vm.charged(VmUses.atEnd(vm, cloud, session));
        vm.chargedRunning(VmUses.running(vm));
    }

    private void takeResources(Vm vm) {
        VmDisks disks = new VmDisks(cloud, session);
        VmNics nics = new VmNics(cloud, session);
        checkDisks(disks, vm.own());
        VmFiles files = new VmFiles(cloud, disks);
        files.readOs(vm.own().vector("OS"));
        vm.own()
                .vectors("NIC_DEFAULT")
                .forEach(defaults ->
                        vm.own().vectors("NIC").forEach(nic -> defaults.pairs().forEach(nic.pairs()::putIfAbsent)));
        nics.attach(vm.own(), vm.id());
        disks.attach(vm.own(), vm.id());
        VmDisks.takeSnapshots(vm, cloud);
        VmBackupConfig.read(vm, vm.own(), false);
        nics.writeRules(vm.own());
        VmBootOrder.write(vm.own());
        VmRequirements.write(vm.own());
        checkGraphics(vm.own());
        for (Vector context : vm.own().vectors("CONTEXT")) {
            files.readContext(context);
            if (Numbers.yes(context.get("TOKEN"))) {
                context.set("VMID", vm.id());
                if (!context.given("ONEGATE_ENDPOINT")) {
                    context.set("ONEGATE_ENDPOINT", cloud.oneGateEndpoint());
                }
            }
        }
        new VmContext(cloud, vm).write();
    }

    private static void checkGraphics(Template own) {
        for (Vector graphics : own.vectors("GRAPHICS")) {
            String port = graphics.get("PORT");
            if (!port.isEmpty()
                    && (!Numbers.isInteger(port)
                            || Numbers.integer(port, -1) < 0
                            || Numbers.integer(port, -1) > LAST_PORT)) {
                throw OneError.internal("Wrong PORT number in GRAPHICS attribute");
            }
        }
    }

    /** Refuses what cannot be had, naming the disk. */
    private static void checkDisks(VmDisks disks, Template own) {
        int id = 0;
        for (Vector disk : own.vectors("DISK")) {
            Image image = disks.image(disk, id);
            String refusal = image == null ? VmDisks.flawOfVolatile(disk) : image.refusal();
            if (refusal == null && image != null) {
                refusal = ImageRules.flawOfSize(image, disk.get("SIZE"));
            }
            if (refusal != null) {
                throw OneError.internal("DISK " + id + ": " + refusal);
            }
            id++;
        }
    }

    static void checkImages(List<Image> images) {
        for (Image image : images) {
            String refusal = image.refusal();
            if (refusal != null) {
                throw OneError.internal(refusal);
            }
        }
    }

    /** Refuses images that are not there yet to a machine that runs; a new one can wait for them. */
    static void checkImagesNow(List<Image> images) {
        for (Image image : images) {
            if (image.isLocked()) {
                throw OneError.internal("Cannot acquire image " + image.id() + ", it is locked");
            }
        }
        checkImages(images);
    }
}
