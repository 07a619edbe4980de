package io.telcofactory.opennebula.backend;

import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.service.Role;
import io.telcofactory.opennebula.backend.render.FlowNames;
import io.telcofactory.opennebula.backend.render.RoleForm;
import io.telcofactory.opennebula.backend.render.ServiceRendering;
import io.telcofactory.opennebula.flow.Service;
import io.telcofactory.opennebula.flow.ServiceRole;
import io.telcofactory.opennebula.model.IdSet;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.UpdateMode;
import io.telcofactory.opennebula.model.Vm;
import io.telcofactory.opennebula.model.VmState;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets machines finish what they have begun before they end. OneFlow knows nothing of this: the guest is told by a key of its context,
 * and the time is over when it says so through OneGate, has ended by itself, or was given what its role gives. How long that is stands in
 * the provider's template: what the machine itself says could be the guest's.
 */
final class Draining {

    /** The key of the context that tells a guest to drain. */
    static final String KEY = "DRAIN";

    /** What a guest that has drained says of itself. */
    static final String DRAINED = "DRAINED";

    private static final String YES = "YES";

    private final Job job;
    private final ServiceParts parts;
    private List<Vm> busy = List.of();

    Draining(Job job, ServiceParts parts) {
        this.job = job;
        this.parts = parts;
    }

    /** Lets all machines of the service drain that is about to go; those of one that never came up have nothing to finish. */
    void drainAll() {
        Map<Integer, Duration> times = new HashMap<>();
        parts.services().stream()
                .filter(service -> Phase.of(service).populated())
                .flatMap(service -> service.roles().stream())
                .forEach(role -> time(FlowNames.fromFlow(role.name()))
                        .ifPresent(time -> role.vmIds().forEach(vm -> times.put(vm, time))));
        drain(times);
    }

    /** Lets the machines drain that OneFlow will end when a role shrinks: always the oldest. */
    void drainOldest(Role role, Service running, int target) {
        List<Integer> vms = running.role(FlowNames.toFlow(role.name()))
                .map(ServiceRole::vmIds)
                .orElse(List.of());
        Map<Integer, Duration> times = new HashMap<>();
        time(role.name())
                .ifPresent(time ->
                        vms.stream().limit(Math.max(0, vms.size() - target)).forEach(vm -> times.put(vm, time)));
        drain(times);
    }

    private Optional<Duration> time(String role) {
        return parts.roleTemplate(role).flatMap(template -> RoleForm.drain(template.tree()));
    }

    private void drain(Map<Integer, Duration> times) {
        if (times.isEmpty()) {
            return;
        }
        Duration longest = times.values().stream().max(Duration::compareTo).orElseThrow();
        long start = job.execution().time().nanoTime();
        new Patience(job.execution(), job.patience().deadline().plus(longest))
                .await(
                        "the draining of service " + parts.name(),
                        () -> over(times, start) ? Optional.of(true) : Optional.empty(),
                        () -> busy.stream()
                                .map(vm -> "vm " + vm.id() + " drains")
                                .collect(Collectors.joining(", ")));
    }

    /** Whether no machine has time left and uses it. Those that were not told yet are. */
    private boolean over(Map<Integer, Duration> times, long start) {
        Duration gone = Duration.ofNanos(job.execution().time().nanoTime() - start);
        try (Stream<Vm> vms = job.one().vms().list(IdSet.of(times.keySet()), true)) {
            busy = vms.filter(vm -> vm.state() == VmState.ACTIVE && !drained(vm))
                    .filter(vm -> gone.compareTo(times.get(vm.id())) < 0)
                    .toList();
        }
        busy.stream().filter(vm -> vm.running() && !told(vm)).forEach(this::tell);
        return busy.isEmpty();
    }

    private static boolean drained(Vm vm) {
        return vm.userAttribute(DRAINED).orElse("").strip().equalsIgnoreCase(YES);
    }

    private static boolean told(Vm vm) {
        return vm.attribute("CONTEXT/" + KEY).isPresent();
    }

    private void tell(Vm vm) {
        job.execution().proceed(ServiceRendering.TELL_GUEST);
        OneTemplate context = OneTemplate.builder()
                .set("CONTEXT", vector -> vector.set(KEY, YES))
                .build();
        try {
            job.one().vms().updateConfiguration(vm.id(), context, UpdateMode.MERGE);
        } catch (ConflictException | NotFoundException underway) {
            // it went on since it was seen, and is looked at again
        }
    }
}
