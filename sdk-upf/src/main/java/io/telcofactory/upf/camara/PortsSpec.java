package io.telcofactory.upf.camara;

import io.telcofactory.api.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/**
 * Ports: single ones, ranges, or both.
 *
 * <p><b>Source:</b> CAMARA Quality On Demand 1.1.0
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface PortsSpec permits ImmutablePortsSpec {

    /** {@return ranges of ports} */
    List<PortInterval> ranges();

    /** {@return single ports, 0 to 65535} */
    List<Integer> ports();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutablePortsSpec.Builder {
        Builder() {}
    }
}
