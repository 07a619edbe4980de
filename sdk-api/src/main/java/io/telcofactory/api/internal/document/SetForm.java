package io.telcofactory.api.internal.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values whose order means nothing: written in their natural order, so that equal sets look equal. */
record SetForm<E extends Comparable<? super E>>(ListForm<E> list) implements Form<Set<E>> {

    @Override
    public Optional<Set<E>> read(Node node, Trail trail) {
        Optional<List<E>> values = list.read(node, trail);
        if (values.isPresent() && Set.copyOf(values.get()).size() < values.get().size()) {
            trail.broken(node, "must not name anything twice");
            return Optional.empty();
        }
        return values.map(LinkedHashSet::new);
    }

    @Override
    public Node write(Set<E> values) {
        return list.write(values.stream().sorted().toList());
    }

    @Override
    public Shape shape() {
        return list.shape();
    }
}
