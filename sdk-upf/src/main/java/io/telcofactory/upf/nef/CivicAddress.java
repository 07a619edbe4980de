package io.telcofactory.upf.nef;

import java.util.Map;

/**
 * A postal address.
 *
 * <p><b>Source:</b> 3GPP TS 29.572, element names of RFC 4776 and RFC 5139.
 *
 * @param elements texts by element name, for example {@code country}, {@code A1}, {@code RD}, {@code HNO}
 * @since 0.1
 */
public record CivicAddress(Map<String, String> elements) {
    /** Keeps the elements unmodifiable. */
    public CivicAddress {
        elements = Map.copyOf(elements);
    }
}
