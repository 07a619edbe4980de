package io.telcofactory.api.internal.check;

import io.telcofactory.api.spi.Check;
import java.util.List;

/** The checks that every plan makes. */
public final class StandardChecks {
    private static final List<Check> ALL = List.of();

    private StandardChecks() {}

    /**
     * Returns the checks.
     *
     * @return in the order of their verdicts
     */
    public static List<Check> all() {
        return ALL;
    }
}
