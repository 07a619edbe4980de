package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.service.Metric;
import io.telcofactory.api.service.Readiness;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.site.GpuOffer;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Rendering;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.xml.XmlNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The VM template of a role as fields. Both what is wanted and what is there pass through {@link #fields}, so that they are written alike.
 *
 * @param image the image's id, or its symbol
 * @param vcpus number of virtual CPUs, and the share of physical ones if it differs
 * @param mebibytes memory in MiB
 * @param epa how strictly processors and memory are held
 * @param devices the devices asked, one entry each, GPUs first
 * @param hosts the server's expression for hosts that may run it
 * @param nics the interfaces, ordinary ones first, as the server counts them
 * @param context what the guest is told
 * @param secrets keys of the context that each machine is told only once it is there
 * @param vmGroup the VM group that places it, with its role there
 * @param drain how long its machines may finish what they have begun
 */
public record RoleForm(
        String image,
        String vcpus,
        long mebibytes,
        EpaForm epa,
        List<PciRequest> devices,
        Optional<String> hosts,
        List<NicForm> nics,
        Map<String, String> context,
        Set<String> secrets,
        Optional<VmGroupMembership> vmGroup,
        Optional<Duration> drain) {
    /** Tells in a VM template for how many seconds its machines drain. */
    static final String DRAIN = "TELCOFACTORY_DRAIN";

    /** Names in a VM template the keys of the context that its machines are told secretly. */
    static final String SECRETS = "TELCOFACTORY_SECRETS";

    /** The form of a value. */
    public static RoleForm of(Role role, Readiness readiness, Site site) {
        Optional<GpuOffer> offer = role.gpu().flatMap(site::offer);
        List<PciRequest> devices = PciRequest.of(role, offer);
        RoleNics nics = RoleNics.of(role, site);
        Map<String, String> context = context(role, readiness);
        context.putAll(nics.context(devices.size()));
        return new RoleForm(
                role.appliance()
                        .map(appliance -> Rendering.external(Externals.APPLIANCE, appliance.name()))
                        .or(() -> role.image().map(image -> Rendering.external(Externals.IMAGE, image)))
                        .orElseThrow(),
                Integer.toString(role.vcpus()),
                role.memory().toMebibytes(),
                role.epa().map(EpaForm::of).orElse(EpaForm.NONE),
                devices,
                hosts(role, offer, nics, site),
                nics.forms(),
                context,
                role.secrets().keySet(),
                Optional.empty(),
                role.drain());
    }

    /** Where the GPUs that are claimed, the virtual functions, the clocks and the tuning are. */
    private static Optional<String> hosts(Role role, Optional<GpuOffer> offer, RoleNics nics, Site site) {
        HostRequirement hosts = new HostRequirement();
        offer.ifPresent(found -> hosts.oneOf(List.of(found.hosts())));
        nics.hosts().forEach(pattern -> hosts.oneOf(List.of(pattern)));
        role.timing().stream().sorted().forEach(timing -> hosts.oneOf(site.hostsWith(timing)));
        role.hostTuning().stream().sorted().forEach(tuning -> hosts.oneOf(site.hostsWith(tuning)));
        return hosts.text();
    }

    /** The form of an element {@code VMTEMPLATE}. */
    public static RoleForm of(XmlNode template) {
        String vcpus = template.text("TEMPLATE/VCPU", "1").strip();
        String cpu = template.text("TEMPLATE/CPU", vcpus).strip();
        Map<String, String> context = new TreeMap<>();
        template.find("TEMPLATE/CONTEXT")
                .ifPresent(vector -> vector.children().forEach(key -> context.put(key.name(), key.text())));
        return new RoleForm(
                template.text("TEMPLATE/DISK/IMAGE_ID", "").strip(),
                cpu.equals(vcpus) ? vcpus : vcpus + " (CPU " + cpu + ")",
                template.whole("TEMPLATE/MEMORY").orElse(0),
                EpaForm.of(template),
                template.list("TEMPLATE/PCI").stream()
                        .filter(pci -> !NicForm.isVirtualFunction(pci))
                        .map(PciRequest::of)
                        .toList(),
                template.text("TEMPLATE/SCHED_REQUIREMENTS").map(String::strip).filter(text -> !text.isEmpty()),
                Stream.concat(
                                template.list("TEMPLATE/NIC").stream(),
                                template.list("TEMPLATE/PCI").stream().filter(NicForm::isVirtualFunction))
                        .map(NicForm::of)
                        .toList(),
                context,
                template.text("TEMPLATE/" + SECRETS)
                        .map(keys -> Set.of(keys.strip().split(",")))
                        .orElse(Set.of()),
                template.find("TEMPLATE/VMGROUP").map(VmGroupMembership::of),
                drain(template));
    }

    /** How long machines made from an element {@code VMTEMPLATE} drain. */
    public static Optional<Duration> drain(XmlNode template) {
        OptionalLong seconds = template.whole("TEMPLATE/" + DRAIN);
        return seconds.isPresent() ? Optional.of(Duration.ofSeconds(seconds.getAsLong())) : Optional.empty();
    }

    /** The same form for a role that a VM group places, if it is among its members. */
    public RoleForm memberOf(Optional<VmGroupForm> group, String groupName, String role) {
        return new RoleForm(
                image,
                vcpus,
                mebibytes,
                epa,
                devices,
                hosts,
                nics,
                context,
                secrets,
                group.filter(form -> form.has(role)).map(form -> new VmGroupMembership(groupName, role)),
                drain);
    }

    /** The fields under a prefix; what is not asked has none. */
    public Map<String, String> fields(String prefix) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(prefix + "image", image);
        fields.put(prefix + "vcpus", vcpus);
        fields.put(prefix + "memory", DataSize.mebibytes(mebibytes).toString());
        fields.putAll(epa.fields(prefix));
        if (!devices.isEmpty()) {
            fields.put(prefix + "devices", counted());
        }
        hosts.ifPresent(expression -> fields.put(prefix + "hosts", expression));
        if (!nics.isEmpty()) {
            fields.put(prefix + "networks", nics.stream().map(NicForm::text).collect(Collectors.joining(", ")));
        }
        context.forEach((key, value) -> fields.put(prefix + "context." + key, value));
        if (!secrets.isEmpty()) {
            fields.put(prefix + "secrets", keys(secrets));
        }
        vmGroup.ifPresent(membership -> fields.put(prefix + "vmGroup", membership.toString()));
        drain.ifPresent(time -> fields.put(prefix + "drain", time.toSeconds() + " s"));
        return fields;
    }

    /** The same form with what an app tells the guest beside it. */
    public RoleForm besides(Map<String, String> app) {
        Map<String, String> all = new TreeMap<>(app);
        all.putAll(context);
        return new RoleForm(image, vcpus, mebibytes, epa, devices, hosts, nics, all, secrets, vmGroup, drain);
    }

    /**
     * The same form with the ids that its symbols stand for.
     *
     * @param networkId tells the id behind the symbol of a network
     */
    public RoleForm resolved(int imageId, ToIntFunction<String> networkId) {
        return new RoleForm(
                Integer.toString(imageId),
                vcpus,
                mebibytes,
                epa,
                devices,
                hosts,
                nics.stream()
                        .map(nic -> nic.resolved(networkId.applyAsInt(nic.network())))
                        .toList(),
                context,
                secrets,
                vmGroup,
                drain);
    }

    /**
     * Sets the attributes of a VM template in place of those that are there. A share of CPU less than the virtual ones is not asked.
     *
     * @param owner the server's user who owns the VM group: machines name it from under another user
     */
    public void write(OneTemplate.Builder template, int owner) {
        template.set("CPU", vcpus)
                .set("VCPU", vcpus)
                .set("MEMORY", mebibytes)
                .set("DISK", disk -> disk.set("IMAGE_ID", image))
                .set("CONTEXT", vector -> context.forEach(vector::set))
                .remove("PCI")
                .remove("NIC")
                .remove("VMGROUP")
                .remove(SECRETS)
                .remove(DRAIN)
                .remove("SCHED_REQUIREMENTS");
        epa.write(template);
        devices.forEach(device -> template.add("PCI", device::write));
        nics.forEach(nic -> nic.write(template));
        hosts.ifPresent(expression -> template.set("SCHED_REQUIREMENTS", expression));
        if (!secrets.isEmpty()) {
            template.set(SECRETS, keys(secrets));
        }
        drain.ifPresent(time -> template.set(DRAIN, time.toSeconds()));
        vmGroup.ifPresent(membership -> template.set("VMGROUP", vector -> membership.write(vector, owner)));
    }

    /** What the guest is told: its addresses, how to report itself or its metrics if asked to, and what the role says. */
    public static Map<String, String> context(Role role, Readiness readiness) {
        Map<String, String> context = new TreeMap<>();
        context.put("NETWORK", "YES");
        boolean pushes = role.scaling().stream()
                .flatMap(rule -> rule.when().metrics().stream())
                .anyMatch(Metric::pushed);
        if (readiness == Readiness.REPORTED || pushes) {
            context.put("TOKEN", "YES");
        }
        if (readiness == Readiness.REPORTED) {
            context.put("REPORT_READY", "YES");
        }
        role.appliance().ifPresent(appliance -> context.putAll(appliance.parameters()));
        context.putAll(role.context());
        return context;
    }

    /** Keys of secrets as they stand in a field and a template. */
    static String keys(Set<String> secrets) {
        return String.join(",", new TreeSet<>(secrets));
    }

    /** In their order, equal neighbours counted. */
    private String counted() {
        StringBuilder text = new StringBuilder();
        for (int first = 0, next; first < devices.size(); first = next) {
            String device = devices.get(first).text();
            next = first + 1;
            while (next < devices.size() && devices.get(next).text().equals(device)) {
                next++;
            }
            text.append(first == 0 ? "" : ", ")
                    .append(next - first)
                    .append(" x ")
                    .append(device);
        }
        return text.toString();
    }
}
