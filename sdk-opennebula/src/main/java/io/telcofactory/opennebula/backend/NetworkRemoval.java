package io.telcofactory.opennebula.backend;

import io.telcofactory.api.Ref;
import io.telcofactory.api.error.ConflictException;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.model.Network;
import io.telcofactory.opennebula.model.Vdc;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a network away. Its security group goes last: the server would let it go while the network still uses it, and the network would
 * be without a guard.
 */
final class NetworkRemoval {
    private final Job job;
    private final OpenNebula one;
    private final Pools pools;
    private final NetworkParts parts;
    private final Steps steps;

    NetworkRemoval(Job job, Ref ref) {
        this.job = job;
        this.one = job.one();
        this.pools = job.pools();
        TenantParts tenant = new TenantParts(pools, job.stamps(), job.site(), Ref.tenant(ref.tenant()));
        this.parts = new NetworkParts(pools, job.stamps(), tenant, ref);
        this.steps = new Steps(job.execution(), pools);
    }

    void remove() {
        parts.network()
                .ifPresent(network -> parts.securityGroup()
                        .ifPresent(guard -> parts.guests().removeAllBut(Set.of(), network, guard, job, steps)));
        parts.network().ifPresent(this::remove);
        steps.until(
                "one.secgroup.delete",
                () -> parts.securityGroup().isEmpty(),
                () -> one.securityGroups()
                        .delete(parts.securityGroup().orElseThrow().id()));
    }

    private void remove(Network network) {
        Optional<Vdc> vdc = parts.tenant().vdc();
        int zone = job.zone();
        vdc.ifPresent(found -> steps.until(
                "one.vdc.delvnet",
                () -> !parts.inVdc(network),
                () -> one.vdcs().removeNetwork(found.id(), zone, network.id())));
        job.patience()
                .await(
                        "the end of network " + parts.name(),
                        () -> ended(network.id()),
                        () -> parts.network()
                                .map(left -> left.stateName() + ", " + left.usedLeases() + " addresses in use")
                                .orElse("gone"));
    }

    /** Machines that end give their addresses back a moment later than they are gone. */
    private Optional<Boolean> ended(int id) {
        pools.changedBy("one.vn.");
        if (parts.network().isEmpty()) {
            return Optional.of(true);
        }
        boolean idle = parts.network()
                .filter(left -> left.usedLeases() == 0 && deletable(left))
                .isPresent();
        if (idle) {
            try {
                steps.until(
                        "one.vn.delete",
                        () -> !stillThere(id),
                        () -> one.networks().delete(id));
            } catch (ConflictException inUseAfterAll) {
                return Optional.empty();
            }
        }
        return Optional.<Boolean>empty();
    }

    private boolean stillThere(int id) {
        return parts.network()
                .filter(left -> left.id() == id && deletable(left))
                .isPresent();
    }

    private static boolean deletable(Network network) {
        return switch (network.state()) {
            case LOCK_DELETE, DONE -> false;
            default -> true;
        };
    }
}
