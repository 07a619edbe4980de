package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Why the descriptions of some applications were not provisioned.
 *
 * <p><b>Source:</b> 3GPP TS 29.122 (PFD management, Release 17)
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface PfdReport permits ImmutablePfdReport {

    /** {@return the applications} */
    List<String> externalAppIds();

    /** {@return the reason} */
    PfdFailureCode failureCode();

    /** {@return how long the network keeps the old ones, in seconds} */
    Optional<Integer> cachingTime();

    /** {@return the accesses whose user plane functions do not detect them, none if it is so everywhere or unsaid} */
    List<String> dnais();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutablePfdReport.Builder {
        Builder() {}
    }
}
