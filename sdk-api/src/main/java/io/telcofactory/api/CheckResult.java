package io.telcofactory.api;

import java.util.List;

/**
 * The verdict of one check of a plan.
 *
 * @param title what was checked
 * @param findings what was found, nothing if all is well
 * @since 0.1
 */
public record CheckResult(String title, List<Finding> findings) {

    /** Keeps the list unmodifiable. */
    public CheckResult {
        findings = List.copyOf(findings);
    }
}
