package io.telcofactory.opennebula.backend;

import io.telcofactory.api.Ref;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.model.VirtualRouter;
import java.util.List;
import java.util.Optional;

/** Takes a virtual router away: the server ends its machines with it. Their template goes last. */
final class RouterRemoval {
    private final Job job;
    private final OpenNebula one;
    private final Pools pools;
    private final RouterParts parts;
    private final Steps steps;

    RouterRemoval(Job job, Ref ref) {
        this.job = job;
        this.one = job.one();
        this.pools = job.pools();
        this.parts = new RouterParts(pools, job.stamps(), ref);
        this.steps = new Steps(job.execution(), pools);
    }

    void remove() {
        for (VirtualRouter router : parts.routers()) {
            List<Integer> machines = router.vmIds();
            steps.until(
                    "one.vrouter.delete",
                    () -> parts.routers().stream().noneMatch(left -> left.id() == router.id()),
                    () -> one.virtualRouters().delete(router.id()));
            job.patience()
                    .await(
                            "the end of the machines of router " + parts.name(),
                            () -> {
                                pools.changedBy("one.vrouter.");
                                return Optional.of(true)
                                        .filter(ended -> machines.stream()
                                                .allMatch(id -> pools.vm(id).isEmpty()));
                            },
                            () -> "still there");
        }
        steps.until(
                "one.template.delete",
                () -> parts.template().isEmpty(),
                () -> one.templates().delete(parts.template().orElseThrow().id()));
    }
}
