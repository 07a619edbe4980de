package io.telcofactory.upf.nef;

import java.util.Objects;

/**
 * Where a domain name is detected. The standard may add values; what this release does not know is kept as it came.
 *
 * @param value the text on the wire
 * @since 0.1
 */
public record DomainNameProtocol(String value) {
    /** In a DNS query. */
    public static final DomainNameProtocol DNS_QNAME = new DomainNameProtocol("DNS_QNAME");
    /** In the server name indication of TLS. */
    public static final DomainNameProtocol TLS_SNI = new DomainNameProtocol("TLS_SNI");
    /** In the alternative names of the certificate. */
    public static final DomainNameProtocol TLS_SAN = new DomainNameProtocol("TLS_SAN");
    /** In the common name of the certificate; spelled as in the standard. */
    public static final DomainNameProtocol TSL_SCN = new DomainNameProtocol("TSL_SCN");

    /** Checks that there is a text. */
    public DomainNameProtocol {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
