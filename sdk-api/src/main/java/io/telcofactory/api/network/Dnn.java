package io.telcofactory.api.network;

import io.telcofactory.api.internal.Checks;
import java.util.regex.Pattern;

/**
 * Names a data network. Source: 3GPP TS 23.003 clause 9.1: labels of letters, digits and hyphens, divided by dots.
 *
 * @param text for example {@code factory.acme}; at most 100 characters
 * @since 0.1
 */
public record Dnn(String text) {
    private static final Pattern FORM = Pattern.compile(
            "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

    /** Checks the form. */
    public Dnn {
        Checks.require(
                text.length() <= 100 && FORM.matcher(text).matches(),
                text,
                "dnn",
                "must be labels of letters, digits and '-' divided by dots, at most 100 characters");
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return text;
    }
}
