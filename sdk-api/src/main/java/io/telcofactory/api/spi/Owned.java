package io.telcofactory.api.spi;

import io.telcofactory.api.Health;
import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.internal.ValueStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A resource that this factory made, as it was found.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface Owned permits ImmutableOwned {

    /**
     * Returns which resource it is.
     *
     * @return the reference in its stamp
     */
    Ref ref();

    /**
     * Returns the blueprint it was made for.
     *
     * @return the name in its stamp
     */
    String blueprint();

    /**
     * Returns the value that was applied last.
     *
     * @return the value in its stamp, or empty if it can't be read
     */
    Optional<Resource> applied();

    /**
     * Returns the live fields in their normal form, under the paths of the rendering. Parts that are missing, as after an
     * interrupted apply, are simply absent; foreign fields may be there and are ignored.
     *
     * @return path to value
     */
    Map<String, String> fields();

    /**
     * Returns what others may refer to, and what users want to know.
     *
     * @return for example {@code id} to {@code 12}; not part of any comparison
     */
    Map<String, String> outputs();

    /**
     * Returns how many instances of each role hold capacity now.
     *
     * @return role name to number, empty for resources without roles
     */
    Map<String, Integer> instances();

    /**
     * Returns how it is, judged by what carries it and not by what controls it.
     *
     * @return {@link Health#READY} by default
     */
    @Value.Default
    default Health health() {
        return Health.READY;
    }

    /**
     * Returns why it is not ready, or what is to be known of it.
     *
     * @return in words, empty by default
     */
    @Value.Default
    default String reason() {
        return "";
    }

    /**
     * Returns what others have put on it, so that it can't be taken away.
     *
     * @return in words, for example {@code vm 12 'test' of user bob}; none as a rule
     */
    List<String> usedBy();

    /**
     * Starts an observed resource.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects what was found. */
    final class Builder extends ImmutableOwned.Builder {
        Builder() {}
    }
}
