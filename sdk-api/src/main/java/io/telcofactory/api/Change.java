package io.telcofactory.api;

import io.telcofactory.api.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * What a plan does to one resource.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface Change permits ImmutableChange {

    /** What is done. */
    enum Action {
        /** It is not there yet, and is made. */
        CREATE,
        /** Somebody else made it; it becomes ours, and fields that differ are set in place. */
        ADOPT,
        /** Some fields differ and are set in place. */
        UPDATE,
        /** A field differs that can't be set in place: it is removed and made again. */
        REPLACE,
        /** It is no longer wanted, and is removed. */
        DELETE
    }

    /**
     * Returns the resource.
     *
     * @return its reference
     */
    Ref ref();

    /**
     * Returns what is done.
     *
     * @return the action
     */
    Action action();

    /**
     * Returns what it costs.
     *
     * @return the cost to those who use the resource
     */
    Disruption disruption();

    /**
     * Returns which fields differ.
     *
     * @return fields in the order of their rendering; none only if a half-made resource is taken away of which nothing is left but its stamp
     */
    List<FieldChange> fields();

    /**
     * Returns the native calls that change something, in their order, without reads.
     *
     * @return names of operations, for example {@code one.vn.allocate}
     */
    List<String> steps();

    /**
     * Returns what is adopted.
     *
     * @return its native id, or empty if the action is another one
     */
    Optional<String> adopts();

    /**
     * Returns what shall be.
     *
     * @return the resource with everything that the blueprint implies for it, or empty if it is deleted
     */
    Optional<Resource> desired();

    /**
     * Returns which resources it uses as it now stands: they may be removed only after it.
     *
     * @return references, none if it is not there yet
     */
    Set<Ref> uses();

    /**
     * Starts a change.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a change. */
    final class Builder extends ImmutableChange.Builder {
        Builder() {}
    }
}
