package io.telcofactory.opennebula.backend;

import io.telcofactory.api.compute.EpaProfile;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.PartialFailureException;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.network.IpAddress;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.site.GpuOffer;
import io.telcofactory.opennebula.backend.read.InventoryReader;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.backend.render.FlowNames;
import io.telcofactory.opennebula.backend.render.NetworkAddresses;
import io.telcofactory.opennebula.flow.Service;
import io.telcofactory.opennebula.model.HistoryRecord;
import io.telcofactory.opennebula.model.Nic;
import io.telcofactory.opennebula.model.PciDevice;
import io.telcofactory.opennebula.model.Vm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares where the machines came to lie with what was asked: the server reports machines as running that have none of the processors
 * asked, or a whole card in the place of a slice.
 */
final class Placement {
    private final Job job;
    private final Workload service;
    private final Pools pools;
    private final ServiceParts parts;
    private final List<String> faults = new ArrayList<>();

    Placement(Job job, Workload service, Pools pools, ServiceParts parts) {
        this.job = job;
        this.service = service;
        this.pools = pools;
        this.parts = parts;
    }

    /**
     * Compares.
     *
     * @param vms the service's machines in full
     * @throws PartialFailureException if one is not as asked
     */
    void verify(List<Vm> vms) {
        Map<Integer, Vm> byId = vms.stream().collect(Collectors.toMap(Vm::id, vm -> vm));
        Optional<Service> running = parts.service();
        for (Role role : service.roles()) {
            running.flatMap(found -> found.role(FlowNames.toFlow(role.name())))
                    .ifPresent(found ->
                            found.vmIds().forEach(id -> verify(role, id, Optional.ofNullable(byId.get(id)))));
        }
        if (!faults.isEmpty()) {
            throw new PartialFailureException(
                    ErrorContext.of(
                            OpenNebulaBackend.NAME, "verify", service.ref().toString()),
                    "Service " + parts.name() + " runs, but not as asked: " + String.join("; ", faults)
                            + ". Free what is missing, take the service away and apply again");
        }
    }

    private void verify(Role role, int id, Optional<Vm> found) {
        if (found.filter(Vm::running).isEmpty()) {
            fault(role, id, "is " + found.map(Vm::stateName).orElse("gone"));
            return;
        }
        Vm vm = found.get();
        role.epa().filter(EpaProfile::pinned).ifPresent(profile -> verifyPinning(role, vm));
        verifyDevices(role, vm);
        role.gpu().flatMap(job.site()::offer).ifPresent(offer -> verifyGpus(role, vm, offer));
        role.targets()
                .forEach(network -> verifyInterface(
                        role, vm, Integer.parseInt(job.execution().output(network, "id"))));
    }

    private void verifyPinning(Role role, Vm vm) {
        boolean pinned = !vm.numaNodes().isEmpty()
                && vm.numaNodes().stream()
                        .allMatch(node -> node.totalCpus() == 0 || !node.cpus().isEmpty());
        if (!pinned) {
            fault(role, vm.id(), "was given no processors of its own");
        }
    }

    private void verifyDevices(Role role, Vm vm) {
        int asked = role.gpu().map(GpuClaim::count).orElse(0) + role.devices().size();
        int given = devices(vm).size();
        if (given != asked) {
            fault(role, vm.id(), "has " + given + " devices instead of " + asked);
        }
    }

    /** The server keeps the order of the template, in which GPUs come first. */
    private void verifyGpus(Role role, Vm vm, GpuOffer offer) {
        String hostName = vm.host().map(HistoryRecord::hostName).orElse("");
        GpuClaim claim = role.gpu().orElseThrow();
        if (!offer.onHost(hostName)) {
            fault(role, vm.id(), "is on host '" + hostName + "', which does not offer " + claim);
        }
        devices(vm).stream()
                .limit(claim.count())
                .filter(device -> !matches(hostName, device, offer))
                .forEach(device -> fault(
                        role,
                        vm.id(),
                        "holds device " + device.shortAddress() + " of host '" + hostName + "', which is no " + claim));
    }

    private static List<PciDevice> devices(Vm vm) {
        return vm.pciDevices().stream()
                .filter(device -> !device.tree().text("TYPE", "").equalsIgnoreCase("NIC"))
                .toList();
    }

    /** Only the host tells whether a device is a card or a slice of one. */
    private boolean matches(String hostName, PciDevice device, GpuOffer offer) {
        return pools.hosts(hostName).stream()
                .filter(host -> host.cluster().equals(job.site().cluster()))
                .flatMap(host -> InventoryReader.host(host).pciDevices().stream())
                .anyMatch(found -> found.address().equals(device.shortAddress()) && found.matches(offer));
    }

    private void verifyInterface(Role role, Vm vm, int network) {
        Optional<Nic> found = vm.nics().stream()
                .filter(nic -> nic.networkId().orElse(-1) == network)
                .findFirst();
        if (found.isEmpty()) {
            fault(role, vm.id(), "has no interface in network " + network);
            return;
        }
        List<IpAddress> addresses = Stream.of(found.get().ip(), found.get().ip6())
                .flatMap(Optional::stream)
                .map(IpAddress::parse)
                .toList();
        boolean given = pools.network(network).stream()
                .flatMap(known -> NetworkAddresses.ranges(known.tree()))
                .anyMatch(range -> range.gave(addresses));
        if (!given) {
            fault(
                    role,
                    vm.id(),
                    addresses.isEmpty()
                            ? "has no address in network " + network
                            : "has addresses " + addresses + ", which network " + network + " does not give");
        }
    }

    private void fault(Role role, int vm, String what) {
        faults.add("vm " + vm + " of role '" + role.name() + "' " + what);
    }
}
