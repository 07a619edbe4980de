package io.telcofactory.api.internal.document;

import io.telcofactory.api.Ref;
import io.telcofactory.api.internal.document.BlueprintDocument.Item;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Checks that every resource of a document stands once and that every reference names one. */
final class References {
    private References() {}

    static void check(List<Item> items) {
        Map<Ref, Item> byRef = new HashMap<>();
        for (Item item : items) {
            item.ref().ifPresent(ref -> {
                Item earlier = byRef.putIfAbsent(ref, item);
                if (earlier != null) {
                    item.trail()
                            .problem(
                                    item.node().place(),
                                    ref + " stands twice, first in line "
                                            + earlier.node().place().line());
                }
            });
        }
        for (Item item : items) {
            item.value()
                    .ifPresent(value -> new TreeSet<>(value.references())
                            .stream().filter(ref -> !byRef.containsKey(ref)).forEach(ref -> missing(item, ref, byRef)));
        }
    }

    private static void missing(Item item, Ref ref, Map<Ref, Item> known) {
        List<String> sameKind = known.keySet().stream()
                .filter(other -> other.kind().equals(ref.kind()))
                .map(Ref::toString)
                .sorted()
                .toList();
        String hint = Names.nearest(ref.toString(), sameKind)
                .map(name -> "; did you mean " + name + "?")
                .orElse(
                        sameKind.isEmpty()
                                ? "; it has no " + ref.kind()
                                : "; there are " + String.join(", ", sameKind));
        String rule = "names nothing in the document: " + ref + " is not there" + hint;
        mention(item, ref)
                .ifPresentOrElse(
                        found -> found.trail().broken(found.node(), rule),
                        () -> item.trail().problem(item.node().place(), rule));
    }

    /** Finds where the reference is written: in full, or as a name in a field called after the kind. */
    private static Optional<Scalars.Found> mention(Item item, Ref ref) {
        return Scalars.in(item.node(), item.trail())
                .filter(found -> found.node().text().equals(ref.toString())
                        || (found.node().text().equals(ref.name())
                                && found.trail().path().endsWith("." + ref.kind())))
                .findFirst();
    }
}
