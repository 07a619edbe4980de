package io.telcofactory.opennebula.backend;

import io.telcofactory.api.SecretRef;
import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.service.Workload;
import io.telcofactory.opennebula.backend.render.FlowNames;
import io.telcofactory.opennebula.flow.Service;
import io.telcofactory.opennebula.flow.ServiceRole;
import io.telcofactory.opennebula.model.IdSet;
import io.telcofactory.opennebula.model.LcmState;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.UpdateMode;
import io.telcofactory.opennebula.model.Vm;
import io.telcofactory.opennebula.model.VmState;
import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tells each machine of a service its secrets, as soon as it is there and once. Templates and documents are no place for them: who may make
 * a template can clone any other and read the clone. In a machine's own context they are read by its owner, which is a user of the
 * tenant whose password nobody knows, by the server's administrators, and by the guest.
 */
final class SecretDelivery {
    private static final String UPDATE = "one.vm.updateconf";
    private static final Set<VmState> STILL = Set.of(VmState.PENDING, VmState.HOLD, VmState.POWEROFF);

    private final Job job;
    private final Workload service;

    SecretDelivery(Job job, Workload service) {
        this.job = job;
        this.service = service;
    }

    /**
     * Tells the machines that do not know them yet.
     *
     * @param running the service
     * @return whether all knew them already; a machine on its way from state to state is told later, and one that runs is busy for a moment
     *     when it was told
     */
    boolean deliver(Service running) {
        boolean all = true;
        for (Role role : service.roles()) {
            Optional<ServiceRole> found = running.role(FlowNames.toFlow(role.name()));
            if (!role.secrets().isEmpty() && found.isPresent()) {
                all &= deliver(role, found.get());
            }
        }
        return all;
    }

    private boolean deliver(Role role, ServiceRole running) {
        boolean all = true;
        for (Vm vm : machines(running)) {
            if (!knows(vm, role)) {
                all = false;
                tell(vm, role.secrets());
            } else if (vm.lcmState() == LcmState.HOTPLUG) {
                all = false;
            }
        }
        return all;
    }

    private List<Vm> machines(ServiceRole running) {
        List<Integer> ids = running.vmIds();
        if (ids.isEmpty()) {
            return List.of();
        }
        try (Stream<Vm> vms = job.one().vms().list(IdSet.of(ids), true)) {
            return vms.filter(vm -> !vm.done()).toList();
        }
    }

    private static boolean knows(Vm vm, Role role) {
        return vm.tree().find("TEMPLATE/CONTEXT").stream()
                .flatMap(context -> context.children().stream())
                .map(XmlNode::name)
                .toList()
                .containsAll(role.secrets().keySet());
    }

    private static boolean listens(Vm vm) {
        return vm.running() || STILL.contains(vm.state());
    }

    private void set(OneTemplate.Vector context, String key, SecretRef place) {
        try {
            context.set(key, job.execution().secret(place));
        } catch (IllegalArgumentException unsayable) {
            throw new InvalidRequestException(
                    ErrorContext.of(
                            OpenNebulaBackend.NAME, UPDATE, service.ref().toString()),
                    "The secret at " + place + " can't be told to OpenNebula. " + unsayable.getMessage()
                            + "; encode it, in base64 for example, and let the guest decode it",
                    unsayable);
        }
    }

    private void tell(Vm vm, Map<String, SecretRef> secrets) {
        if (!listens(vm)) {
            return;
        }
        job.execution().proceed(UPDATE);
        OneTemplate context = OneTemplate.builder()
                .set("CONTEXT", vector -> new TreeMap<>(secrets).forEach((key, place) -> set(vector, key, place)))
                .build();
        try {
            job.one().vms().updateConfiguration(vm.id(), context, UpdateMode.MERGE);
        } catch (ConflictException | NotFoundException underway) {
            // it went on since it was seen, and is told when it is seen again
        }
    }
}
