package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An area on the earth, by address or by shape.
 *
 * <p><b>Source:</b> 3GPP TS 29.522
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface GeographicalArea permits ImmutableGeographicalArea {

    /** {@return the address} */
    Optional<CivicAddress> civicAddress();

    /** {@return the shape} */
    Optional<GeographicArea> shapes();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableGeographicalArea.Builder {
        Builder() {}
    }
}
