package io.telcofactory.api.gpu;

import io.telcofactory.api.internal.Checks;
import java.util.regex.Pattern;

/** The rule for names of GPU models. */
final class Models {
    private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    private Models() {}

    static void check(String model) {
        Checks.require(
                MODEL.matcher(model).matches(), model, "gpu.model", "must be 1 to 40 letters, digits, '.', '_' or '-'");
    }
}
