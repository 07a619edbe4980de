package io.telcofactory.upf.camara;

import io.telcofactory.api.internal.ValueStyle;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * A quality of service for the traffic between a device and an application server, for some time.
 *
 * <p>The API has one schema for what is asked for and one for what is granted; this holds both.
 *
 * <p><b>Source:</b> CAMARA Quality On Demand 1.1.0
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface QodSession permits ImmutableQodSession {

    /** {@return the id that the operator gave it} */
    Optional<UUID> sessionId();

    /** {@return the device; never with a token that names the device} */
    Optional<Device> device();

    /** {@return the server} */
    ApplicationServer applicationServer();

    /** {@return ports of the device, empty for all} */
    Optional<PortsSpec> devicePorts();

    /** {@return ports of the server, empty for all} */
    Optional<PortsSpec> applicationServerPorts();

    /** {@return the name of the quality, as agreed with the operator} */
    String qosProfile();

    /** {@return where to be told of changes, https only} */
    Optional<URI> sink();

    /** {@return what the operator shows at the sink} */
    Optional<SinkCredential> sinkCredential();

    /** {@return how long, whole seconds, at least one} */
    Duration duration();

    /** {@return since when it is granted; set by the operator} */
    Optional<Instant> startedAt();

    /** {@return until when it is granted; set by the operator} */
    Optional<Instant> expiresAt();

    /** {@return whether it is granted; set by the operator} */
    Optional<QosStatus> qosStatus();

    /** {@return why it is no longer granted; set by the operator} */
    Optional<StatusInfo> statusInfo();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableQodSession.Builder {
        Builder() {}
    }
}
