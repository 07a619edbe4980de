package io.telcofactory.api.service;

import io.telcofactory.api.internal.Checks;
import java.util.regex.Pattern;

/** The rule for what a guest is told. */
final class ContextKeys {
    private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    private ContextKeys() {}

    static void check(String field, String key) {
        Checks.require(KEY.matcher(key).matches(), key, field, "must be upper-case letters, digits and '_'");
    }
}
