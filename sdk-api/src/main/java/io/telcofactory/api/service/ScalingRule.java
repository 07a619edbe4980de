package io.telcofactory.api.service;

import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.ValueStyle;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Scales a role when a condition holds. Source: OpenNebula OneFlow, elasticity policies: the rules are looked at in their order, every
 * 90 seconds unless the server is set up otherwise, and the first whose condition held often enough is followed.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface ScalingRule permits ImmutableScalingRule {

    /**
     * Returns when to scale.
     *
     * @return a condition on metrics
     */
    Condition when();

    /**
     * Returns how to scale.
     *
     * @return the change
     */
    Adjustment adjust();

    /**
     * Returns how often in a row the condition must hold.
     *
     * @return 1 to 1000, 1 by default
     */
    @Value.Default
    default int periodNumber() {
        return 1;
    }

    /**
     * Returns how much time must at least pass from one look at the condition to the next.
     *
     * @return whole seconds, none by default
     */
    @Value.Default
    default Duration period() {
        return Duration.ZERO;
    }

    /**
     * Returns how long the role rests afterwards.
     *
     * @return whole seconds, or empty for the service's cooldown
     */
    Optional<Duration> cooldown();

    /** Checks numbers and times. */
    @Value.Check
    default void check() {
        Checks.range("scaling.periodNumber", periodNumber(), 1, 1000);
        Checks.seconds("scaling.period", period());
        cooldown().ifPresent(rest -> Checks.seconds("scaling.cooldown", rest));
    }

    /**
     * Starts a rule.
     *
     * @return a builder; condition and change must be given
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes of a rule. */
    final class Builder extends ImmutableScalingRule.Builder {
        Builder() {}
    }
}
