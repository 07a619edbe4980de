package io.telcofactory.api.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A list of values of one type. */
record ListForm<E>(Form<E> element) implements Form<List<E>> {

    @Override
    public Optional<List<E>> read(Node node, Trail trail) {
        if (!(node instanceof Node.Sequence list)) {
            trail.broken(node, "must be a list");
            return Optional.empty();
        }
        List<E> values = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            element.read(list.items().get(i), trail.item(i)).ifPresent(values::add);
        }
        return values.size() == list.items().size() ? Optional.of(List.copyOf(values)) : Optional.empty();
    }

    @Override
    public Node write(List<E> values) {
        return new Node.Sequence(Place.NONE, values.stream().map(element::write).toList());
    }

    @Override
    public Shape shape() {
        return new Shape.Items(element.shape());
    }
}
