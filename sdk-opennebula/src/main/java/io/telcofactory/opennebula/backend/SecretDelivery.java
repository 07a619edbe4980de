package io.telcofactory.opennebula.backend;

import io.telcofactory.api.SecretRef;
import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.service.Workload;
import io.telcofactory.opennebula.flow.Service;
import io.telcofactory.opennebula.flow.ServiceRole;
import io.telcofactory.opennebula.model.IdSet;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.UpdateMode;
import io.telcofactory.opennebula.model.Vm;
import io.telcofactory.opennebula.model.VmState;
import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tells each machine of a service its secrets, as soon as it is there and once. Templates and documents are no place for them: who may make
 * a template can clone any other and read the clone. In a machine's own context they are read by its owner, which is a user of the
 * tenant whose password nobody knows, by the server's administrators, and by the guest.
 */
final class SecretDelivery {
    private static final String UPDATE = "one.vm.updateconf";

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
     * @return whether all know them; a machine on its way from state to state is told later
     */
    boolean deliver(Service running) {
        return service.roles().stream()
                .filter(role -> !role.secrets().isEmpty())
                .allMatch(role -> running.role(FlowNames.toFlow(role.name()))
                        .map(found -> deliver(role, found))
                        .orElse(true));
    }

    private boolean deliver(Role role, ServiceRole running) {
        boolean all = true;
        for (Vm vm : machines(running)) {
            all &= knows(vm, role) || (listens(vm) && tell(vm, role.secrets()));
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
        return vm.running() || vm.state() == VmState.PENDING || vm.state() == VmState.HOLD;
    }

    private boolean tell(Vm vm, Map<String, SecretRef> secrets) {
        job.execution().proceed(UPDATE);
        OneTemplate context = OneTemplate.builder()
                .set(
                        "CONTEXT",
                        vector -> new TreeMap<>(secrets)
                                .forEach((key, place) ->
                                        vector.set(key, job.execution().secret(place))))
                .build();
        try {
            job.one().vms().updateConfiguration(vm.id(), context, UpdateMode.MERGE);
            return true;
        } catch (ConflictException | NotFoundException underway) {
            return false;
        }
    }
}
