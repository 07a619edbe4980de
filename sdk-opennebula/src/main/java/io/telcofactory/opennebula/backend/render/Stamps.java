package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.api.spi.Stamp;
import io.telcofactory.opennebula.flow.FlowDocument;
import io.telcofactory.opennebula.model.OneObject;
import io.telcofactory.opennebula.model.OwnedObject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells what this factory made from what others made: ours carries our stamp, has the name that the stamp's resource gives it, and belongs
 * to the server's user that all appliers of the factory are. Clones and forgeries carry the stamp, but lack the rest.
 * Thousands of objects carry the stamps of fewer resources: each is decoded once.
 */
public final class Stamps {
    /** Name of the attribute that carries a stamp. */
    public static final String ATTRIBUTE = "TELCOFACTORY";

    private final Scope scope;
    private final int userId;
    private final Map<String, Optional<Stamp>> decoded = new ConcurrentHashMap<>();

    /**
     * Looks at what a factory made.
     *
     * @param scope factory and blueprint
     * @param userId the server's user
     */
    public Stamps(Scope scope, int userId) {
        this.scope = scope;
        this.userId = userId;
    }

    public Scope scope() {
        return scope;
    }

    public int userId() {
        return userId;
    }

    /** The stamp to put on what is made of a value. */
    public String stamp(Resource value) {
        return new Stamp(scope.factory(), scope.blueprint(), value).encode();
    }

    /** The stamp of this factory on an object, whoever put it there. */
    public Optional<Stamp> of(OneObject object) {
        return object.attribute(ATTRIBUTE).flatMap(this::decode);
    }

    /** Who manages an object, in words: its stamp, of whatever factory. */
    public Optional<String> holder(OneObject object) {
        return object.attribute(ATTRIBUTE)
                .map(text -> Stamp.decode(text.strip())
                        .map(stamp -> stamp.ref() + " of blueprint '" + stamp.blueprint() + "' of factory '"
                                + stamp.factory() + "'")
                        .orElse("stamped by a release that this one can't read"));
    }

    /** The stamp of this factory on a OneFlow document. */
    public Optional<Stamp> of(FlowDocument document) {
        return document.body().text(ATTRIBUTE).flatMap(this::decode);
    }

    private Optional<Stamp> decode(String text) {
        return decoded.computeIfAbsent(text.strip(), Stamp::decode)
                .filter(stamp -> stamp.factory().equals(scope.factory()));
    }

    /** Whether an object that has no owner on the server, such as a group, was made for a resource. */
    public boolean marks(OneObject object, Ref ref, String name) {
        return object.name().equals(name)
                && of(object).filter(stamp -> stamp.ref().equals(ref)).isPresent();
    }

    /** Whether an object is ours and was made for a resource. */
    public boolean owns(OwnedObject object, Ref ref, String name) {
        return object.userId() == userId && marks(object, ref, name);
    }

    /** Whether the stamp of an object tells this very value. */
    public boolean upToDate(OneObject object, Resource value) {
        return object.attribute(ATTRIBUTE).map(String::strip).equals(Optional.of(stamp(value)));
    }
}
