package io.telcofactory.api.internal.check;

import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.network.VirtualRouter;
import io.telcofactory.api.service.Instances;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.spi.WorkloadRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * The instances of a proposal that need a new place. Those that run and stay keep theirs; those that are made again take
 * the room that others leave, if it is enough.
 */
final class Demands {
    private final Proposal proposal;
    private final Map<Shape, Integer> leaving = new LinkedHashMap<>();
    private final List<Demand> placed = new ArrayList<>();

    private Demands(Proposal proposal) {
        this.proposal = proposal;
    }

    static Demands of(Proposal proposal, ToIntFunction<Instances> count) {
        Demands demands = new Demands(proposal);
        proposal.replaced().forEach(demands::leave);
        proposal.desired(VirtualRouter.class).forEach(demands::enter);
        proposal.roles()
                .forEach(
                        each -> demands.enter(each, count.applyAsInt(each.role().instances())));
        return demands;
    }

    /** Returns what needs a place. */
    List<Demand> placed() {
        return placed;
    }

    /** Returns how many instances go away whose room could not be counted, since nobody tells on which host they are. */
    int unusedRoom() {
        return leaving.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void leave(Ref ref) {
        Owned owned = proposal.owned().get(ref);
        if (owned == null) {
            return;
        }
        Resource applied = owned.applied().orElse(null);
        if (applied instanceof VirtualRouter router) {
            leaving.merge(Shape.of(router), router.instances(), Integer::sum);
        } else if (applied instanceof Workload workload) {
            for (Role role : workload.roles()) {
                int running = owned.instances().getOrDefault(role.name(), 0);
                shape(role).ifPresent(shape -> leaving.merge(shape, running, Integer::sum));
            }
        }
    }

    private void enter(VirtualRouter router) {
        if (proposal.staying(router.ref()).isEmpty()) {
            place(router.ref(), "the router", Shape.of(router), router.instances());
        }
    }

    private void enter(WorkloadRole each, int wanted) {
        Role role = each.role();
        int staying = proposal.staying(each.ref())
                .map(owned -> owned.instances().getOrDefault(role.name(), 0))
                .orElse(0);
        if (wanted > staying) {
            shape(role).ifPresent(shape -> place(each.ref(), "role " + role.name(), shape, wanted - staying));
        }
    }

    private void place(Ref ref, String part, Shape shape, int count) {
        int left = count - takeRoom(shape, count);
        if (left > 0) {
            placed.add(new Demand(ref, part, shape, left));
        }
    }

    private int takeRoom(Shape shape, int wanted) {
        int taken = 0;
        for (Map.Entry<Shape, Integer> room : leaving.entrySet()) {
            if (taken < wanted && room.getValue() > 0 && shape.fitsInPlaceOf(room.getKey())) {
                int here = Math.min(wanted - taken, room.getValue());
                room.setValue(room.getValue() - here);
                taken += here;
            }
        }
        return taken;
    }

    private Optional<Shape> shape(Role role) {
        return Shape.of(role, proposal.inventory());
    }
}
