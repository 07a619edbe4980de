package io.telcofactory.upf.mec;

import io.telcofactory.api.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A name that the platform answers with the address of the edge.
 *
 * <p><b>Source:</b> ETSI GS MEC 011 V2.1.1 and V2.2.1 (application support).
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface DnsRule permits ImmutableDnsRule {

    /** {@return the id} */
    String dnsRuleId();

    /** {@return the name} */
    String domainName();

    /** {@return the family of the address} */
    IpAddressType ipAddressType();

    /** {@return the address} */
    String ipAddress();

    /** {@return how long answers may be kept, in seconds} */
    Optional<Integer> ttl();

    /** {@return whether it is in force} */
    RuleState state();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableDnsRule.Builder {
        Builder() {}
    }
}
