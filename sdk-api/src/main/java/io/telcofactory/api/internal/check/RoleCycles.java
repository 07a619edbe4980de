package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Roles that wait for each other never start. */
final class RoleCycles implements Check {

    @Override
    public String title() {
        return "roles can start one after the other";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        return proposal.desired(Workload.class)
                .flatMap(service -> cycle(service).map(path -> finding(service, path)).stream())
                .toList();
    }

    private static Finding finding(Workload service, List<String> cycle) {
        return Finding.error(
                "role-cycle",
                service.ref(),
                "its roles wait for each other: " + String.join(" -> ", cycle),
                "remove one of these dependsOn");
    }

    private static Optional<List<String>> cycle(Workload service) {
        Set<String> sound = new HashSet<>();
        for (Role role : service.roles()) {
            Optional<List<String>> cycle = follow(service, role.name(), new ArrayList<>(), sound);
            if (cycle.isPresent()) {
                return cycle;
            }
        }
        return Optional.empty();
    }

    /** Goes along the dependencies until it comes back to where it has been. */
    private static Optional<List<String>> follow(Workload service, String role, List<String> path, Set<String> sound) {
        int seen = path.indexOf(role);
        path.add(role);
        if (seen >= 0) {
            return Optional.of(List.copyOf(path.subList(seen, path.size())));
        }
        if (!sound.contains(role)) {
            for (String next : new TreeSet<>(service.role(role).dependsOn())) {
                Optional<List<String>> cycle = follow(service, next, path, sound);
                if (cycle.isPresent()) {
                    return cycle;
                }
            }
            sound.add(role);
        }
        path.remove(path.size() - 1);
        return Optional.empty();
    }
}
