package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The network that serves a UE.
 *
 * <p><b>Source:</b> 3GPP TS 29.571 (PlmnIdNid, Release 17).
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface PlmnIdNid permits ImmutablePlmnIdNid {

    /** {@return the country, three digits} */
    String mcc();

    /** {@return the network of that country, two or three digits} */
    String mnc();

    /** {@return the non-public network within, eleven hexadecimal digits} */
    Optional<String> nid();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutablePlmnIdNid.Builder {
        Builder() {}
    }
}
