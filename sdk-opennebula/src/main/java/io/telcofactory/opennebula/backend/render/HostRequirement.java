package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.internal.HostNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The server's expression for the hosts that may run a machine: each clause is a choice of patterns of their names. */
final class HostRequirement {
    private final List<String> clauses = new ArrayList<>();

    /** Adds that a host's name must fit one of these; nothing if any host does, and what none fulfils if there are none. */
    void oneOf(List<String> patterns) {
        if (!patterns.contains(HostNames.ALL)) {
            String choice = patterns.stream().map(HostRequirement::named).collect(Collectors.joining(" | "));
            String clause = switch (patterns.size()) {
                case 0 -> named("");
                case 1 -> choice;
                default -> "(" + choice + ")";
            };
            if (!clauses.contains(clause)) {
                clauses.add(clause);
            }
        }
    }

    private static String named(String pattern) {
        return "NAME = \"" + pattern + "\"";
    }

    /** The expression, or empty if any host will do. */
    Optional<String> text() {
        return clauses.isEmpty() ? Optional.empty() : Optional.of(String.join(" & ", clauses));
    }
}
