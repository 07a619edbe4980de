package io.telcofactory.api.network;

import io.telcofactory.api.internal.Checks;
import java.util.Locale;
import java.util.Optional;

/**
 * Names a network slice. Source: 3GPP TS 23.003 clause 28.4.2, TS 29.571 Snssai.
 *
 * @param sst slice/service type, 0 to 255
 * @param sd slice differentiator, six lower-case hexadecimal digits
 * @since 0.1
 */
public record Snssai(int sst, Optional<String> sd) {

    /** Checks both parts and lowers the case of the differentiator. */
    public Snssai {
        Checks.range("snssai.sst", sst, 0, 255);
        sd = sd.map(text -> Checks.require(
                        text.matches("[0-9A-Fa-f]{6}"), text, "snssai.sd", "must be six hexadecimal digits")
                .toLowerCase(Locale.ROOT));
    }

    /**
     * Returns a slice with a differentiator.
     *
     * @param sst 0 to 255
     * @param sd six hexadecimal digits
     * @return the slice
     */
    public static Snssai of(int sst, String sd) {
        return new Snssai(sst, Optional.of(sd));
    }

    /**
     * Returns a slice without a differentiator.
     *
     * @param sst 0 to 255
     * @return the slice
     */
    public static Snssai of(int sst) {
        return new Snssai(sst, Optional.empty());
    }

    /** Returns {@code 1-0a0b0c}, or {@code 1} without a differentiator. */
    @Override
    public String toString() {
        return sst + sd.map(text -> "-" + text).orElse("");
    }
}
