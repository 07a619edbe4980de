package io.telcofactory.api.internal.document;

import io.telcofactory.api.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A resource of any kind: an object with one field, named after the kind. */
final class ResourceForm implements Form<Resource> {
    private static final List<String> NAMES = Kind.ALL.stream().map(Kind::name).toList();

    @Override
    public Optional<Resource> read(Node node, Trail trail) {
        if (!(node instanceof Node.Mapping object) || object.fields().size() != 1) {
            trail.broken(node, "must be an object with one field, named after the kind of the resource");
            return Optional.empty();
        }
        if (!Names.known(object, NAMES, trail)) {
            return Optional.empty();
        }
        String name = object.fields().keySet().iterator().next();
        Node value = object.fields().values().iterator().next().value();
        return Kind.find(name).flatMap(kind -> kind.form().read(value, trail.field(name)));
    }

    @Override
    public Node write(Resource value) {
        Kind<?> kind = Kind.of(value);
        return new Node.Mapping(Place.NONE, Map.of(kind.name(), new Node.Entry(Place.NONE, kind.write(value))));
    }

    @Override
    public Shape shape() {
        return new Shape.Any(
                Kind.ALL.stream().map(kind -> (Shape) kind.form().shape()).toList());
    }
}
