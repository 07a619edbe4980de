package io.telcofactory.api.internal.apply;

import io.telcofactory.api.Change;
import io.telcofactory.api.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Orders the work: a resource is made after those it refers to, and taken away after those that use it are gone or
 * have let go of it. What is replaced goes only when all is there that its successor needs, save what is replaced itself.
 */
final class WorkGraph {
    private final Map<Work.Key, Work> work = new LinkedHashMap<>();

    WorkGraph(List<Change> changes) {
        Map<Ref, Change> byRef = new HashMap<>();
        changes.forEach(change -> byRef.put(change.ref(), change));
        Map<Ref, List<Change>> users = new HashMap<>();
        for (Change change : changes) {
            change.uses()
                    .forEach(used -> users.computeIfAbsent(used, ref -> new ArrayList<>())
                            .add(change));
        }
        for (Change change : changes) {
            if (removes(change)) {
                Set<Work.Key> after = new HashSet<>();
                users.getOrDefault(change.ref(), List.of())
                        .forEach(user -> after.add(new Work.Key(user.ref().toString(), removes(user))));
                makers(change, byRef).filter(before -> !removes(before)).forEach(before -> after.add(made(before)));
                add(new Work(change, true, after));
            }
            if (makes(change)) {
                Set<Work.Key> after = new HashSet<>();
                makers(change, byRef).forEach(before -> after.add(made(before)));
                if (removes(change)) {
                    after.add(new Work.Key(change.ref().toString(), true));
                }
                add(new Work(change, false, after));
            }
        }
    }

    /** The changes that make what a resource refers to. */
    private static Stream<Change> makers(Change change, Map<Ref, Change> byRef) {
        return change.desired().stream()
                .flatMap(desired -> desired.references().stream())
                .flatMap(ref -> Optional.ofNullable(byRef.get(ref)).stream())
                .filter(WorkGraph::makes);
    }

    private static Work.Key made(Change change) {
        return new Work.Key(change.ref().toString(), false);
    }

    private void add(Work piece) {
        work.put(piece.key(), piece);
    }

    /** All pieces, in the order of the plan. */
    List<Work> all() {
        return List.copyOf(work.values());
    }

    private static boolean removes(Change change) {
        return change.action() == Change.Action.DELETE || change.action() == Change.Action.REPLACE;
    }

    private static boolean makes(Change change) {
        return change.action() != Change.Action.DELETE;
    }
}
