package io.telcofactory.api;

import io.telcofactory.api.internal.ValueStyle;
import io.telcofactory.api.internal.plan.PlanJson;
import io.telcofactory.api.internal.plan.PlanText;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Everything that applying will do, and what the checks say about it. A plan is a value: it may be shown, stored,
 * reviewed, and applied by another process.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface Plan permits ImmutablePlan {

    /**
     * Returns the factory it was made by.
     *
     * @return its id
     */
    String factory();

    /**
     * Returns the blueprint it was made from.
     *
     * @return its name
     */
    String blueprint();

    /**
     * Tells whether it takes away the whole blueprint on request.
     *
     * @return true if it was made by {@link AiFactory#planDestroy}
     */
    boolean destroy();

    /**
     * Returns what will be done.
     *
     * @return changes, each resource once; resources that need no change are absent
     */
    List<Change> changes();

    /**
     * Returns the verdicts.
     *
     * @return one for each check that was made
     */
    List<CheckResult> checks();

    /**
     * Tells whether there is nothing to do.
     *
     * @return true if there are no changes
     */
    default boolean isEmpty() {
        return changes().isEmpty();
    }

    /**
     * Returns what a program that only plans, for example in CI, should exit with.
     *
     * @return 0 if there is nothing to do, 2 if there are changes, 1 if the checks found errors
     */
    default int exitCode() {
        if (!errors().isEmpty()) {
            return 1;
        }
        return isEmpty() ? 0 : 2;
    }

    /**
     * Returns what was found by all checks.
     *
     * @return findings in the order of the checks
     */
    default List<Finding> findings() {
        return checks().stream().flatMap(check -> check.findings().stream()).toList();
    }

    /**
     * Returns what forbids applying.
     *
     * @return findings of severity {@link Finding.Severity#ERROR}
     */
    default List<Finding> errors() {
        return findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .toList();
    }

    /**
     * Finds what is done to one resource.
     *
     * @param ref its reference
     * @return the change, or empty if there is none
     */
    default Optional<Change> change(Ref ref) {
        return changes().stream().filter(change -> change.ref().equals(ref)).findFirst();
    }

    /**
     * Prints the plan for people: each change field by field, its cost and its native steps, and each check with its
     * verdict. A plan without changes and findings prints {@code No changes.}
     *
     * @return several lines
     */
    default String describe() {
        return PlanText.describe(this);
    }

    /**
     * Writes the plan as JSON.
     *
     * @return a document that {@link #fromJson} reads back to an equal plan
     */
    default String toJson() {
        return PlanJson.write(this);
    }

    /**
     * Reads a plan.
     *
     * @param json what {@link #toJson} wrote
     * @return an equal plan
     * @throws io.telcofactory.api.error.InvalidRequestException if the text is not such a document
     */
    static Plan fromJson(String json) {
        return PlanJson.read(json);
    }

    /**
     * Starts a plan; plans are usually made by {@link AiFactory#plan}.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a plan. */
    final class Builder extends ImmutablePlan.Builder {
        Builder() {}
    }
}
