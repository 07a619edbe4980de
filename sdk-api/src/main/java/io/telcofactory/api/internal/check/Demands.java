package io.telcofactory.api.internal.check;

import io.telcofactory.api.Ref;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Instances;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.site.GpuOffer;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Proposal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * The instances of a proposal that need a new place. Those that run and stay keep theirs; those that are made again take
 * the room that others leave, if it is enough.
 *
 * @param placed what needs a place
 * @param unusedRoom how many instances go away whose room could not be counted, since nobody tells on which host they are
 */
record Demands(List<Demand> placed, int unusedRoom) {

    static Demands of(Proposal proposal, ToIntFunction<Instances> count) {
        List<Demand> leaving = new ArrayList<>(proposal.replaced().stream()
                .flatMap(ref -> leaving(ref, proposal))
                .toList());
        List<Demand> placed = new ArrayList<>();
        proposal.desired(AiService.class)
                .forEach(service -> service.roles()
                        .forEach(role -> demand(service, role, proposal).ifPresent(demand -> {
                            int additional = count.applyAsInt(role.instances()) - staying(service, role, proposal);
                            for (int i = 0; i < additional; i++) {
                                if (!takeRoom(demand, leaving)) {
                                    placed.add(demand);
                                }
                            }
                        })));
        return new Demands(List.copyOf(placed), leaving.size());
    }

    private static int staying(AiService service, Role role, Proposal proposal) {
        Owned owned = proposal.owned().get(service.ref());
        return owned == null || proposal.replaced().contains(service.ref())
                ? 0
                : owned.instances().getOrDefault(role.name(), 0);
    }

    private static Stream<Demand> leaving(Ref ref, Proposal proposal) {
        Owned owned = proposal.owned().get(ref);
        if (owned == null || !(owned.applied().orElse(null) instanceof AiService applied)) {
            return Stream.of();
        }
        Map<String, Integer> running = owned.instances();
        return applied.roles().stream()
                .flatMap(role -> demand(applied, role, proposal).stream()
                        .flatMap(demand -> Collections.nCopies(running.getOrDefault(role.name(), 0), demand).stream()));
    }

    private static boolean takeRoom(Demand demand, List<Demand> leaving) {
        for (int i = 0; i < leaving.size(); i++) {
            if (demand.fitsInPlaceOf(leaving.get(i))) {
                leaving.remove(i);
                return true;
            }
        }
        return false;
    }

    /** Returns what a role asks, or nothing if no offer serves its claim, of which another check tells. */
    private static Optional<Demand> demand(AiService service, Role role, Proposal proposal) {
        Optional<GpuOffer> offer =
                role.gpu().flatMap(claim -> proposal.inventory().site().flatMap(site -> site.offer(claim)));
        return role.gpu().isPresent() && offer.isEmpty()
                ? Optional.empty()
                : Optional.of(new Demand(service.ref(), role, offer));
    }
}
