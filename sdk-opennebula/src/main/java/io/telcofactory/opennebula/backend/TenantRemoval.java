package io.telcofactory.opennebula.backend;

import io.telcofactory.api.Ref;
import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.model.Document;
import io.telcofactory.opennebula.model.Vm;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes a tenant away: user, VDC, group, and last the anchor, by which the others are known. The server removes rules and quotas with
 * their holders.
 */
final class TenantRemoval {
    private final Job job;
    private final OpenNebula one;
    private final TenantParts parts;
    private final Steps steps;
    private final Ref ref;

    TenantRemoval(Job job, Ref ref) {
        this.job = job;
        this.one = job.one();
        Pools pools = job.pools();
        this.parts = new TenantParts(pools, job.stamps(), job.site(), ref);
        this.steps = new Steps(job.execution(), pools);
        this.ref = ref;
    }

    void remove() {
        awaitEndOfVms();
        parts.users()
                .forEach((name, user) -> steps.until(
                        "one.user.delete",
                        () -> parts.user(name).isEmpty(),
                        () -> one.users().delete(user.id())));
        steps.until(
                "one.user.delete",
                () -> parts.user().isEmpty(),
                () -> one.users().delete(parts.user().orElseThrow().id()));
        steps.until(
                "one.vdc.delete",
                () -> parts.vdc().isEmpty(),
                () -> one.vdcs().delete(parts.vdc().orElseThrow().id()));
        parts.group().ifPresent(group -> refuseMembers(group.id()));
        steps.until(
                "one.group.delete",
                () -> parts.group().isEmpty(),
                () -> one.groups().delete(parts.group().orElseThrow().id()));
        for (Document anchor : parts.anchors()) {
            steps.until(
                    "one.document.delete",
                    () -> parts.anchors().stream().noneMatch(left -> left.id() == anchor.id()),
                    () -> one.documents().delete(anchor.id()));
        }
    }

    /** The server lets a user go whose machines still run, and nobody would find them again. */
    private void awaitEndOfVms() {
        Optional<Integer> group = parts.group().map(found -> found.id());
        if (group.isPresent()) {
            job.patience()
                    .await(
                            "the end of the machines of " + ref,
                            () -> Optional.of(true)
                                    .filter(ended -> vms(group.get()).isEmpty()),
                            () -> describe(vms(group.get())));
        }
    }

    private List<Vm> vms(int group) {
        return job.machines().stream().filter(vm -> vm.groupId() == group).toList();
    }

    private static String describe(List<Vm> vms) {
        return vms.stream()
                .map(vm -> "vm " + vm.id() + " '" + vm.name() + "' " + vm.stateName())
                .collect(Collectors.joining(", "));
    }

    private void refuseMembers(int group) {
        List<Integer> members =
                one.groups().find(group).map(found -> found.userIds()).orElse(List.of());
        if (!members.isEmpty()) {
            throw new ConflictException(
                    ErrorContext.of(OpenNebulaBackend.NAME, "one.group.delete", ref.toString()),
                    "Group " + group + " of " + ref + " still has the members " + members
                            + ", which this factory did not make; move or delete them and apply again");
        }
    }
}
