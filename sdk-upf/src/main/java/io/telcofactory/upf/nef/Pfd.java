package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One packet flow description: how the traffic of an application is detected. Carry one kind of detection in each.
 *
 * <p><b>Source:</b> 3GPP TS 29.122 (PFD management, Release 17)
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface Pfd permits ImmutablePfd {

    /** {@return its id within the application} */
    String pfdId();

    /** {@return protocol, server address and server port as flow descriptions} */
    List<String> flowDescriptions();

    /** {@return patterns of the URL} */
    List<String> urls();

    /** {@return domain names or patterns of them} */
    List<String> domainNames();

    /** {@return where domain names are looked for} */
    Optional<DomainNameProtocol> dnProtocol();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutablePfd.Builder {
        Builder() {}
    }
}
