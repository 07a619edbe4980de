package io.telcofactory.gpu.transition;

import java.time.Duration;
import java.util.function.Function;

/**
 * How long steps take on a site. The start of a model dominates: its weights are read again.
 *
 * @param drain time to finish or hand over what runs
 * @param destroy time to remove a slice
 * @param create time to make a slice
 * @param start time to start a workload, by its name
 * @since 0.1
 */
public record StepTimes(Duration drain, Duration destroy, Duration create, Function<String, Duration> start) {

    /**
     * Returns times with the slices' part as measured by others on an A30 (0.11 s to destroy, 0.16 s to create).
     *
     * <p><i>Source</i>: README of artecs-group/FAR_MIG_scheduler.
     *
     * @param drain time to finish or hand over what runs
     * @param start time to start a workload, by its name
     * @return the times
     */
    public static StepTimes typical(Duration drain, Function<String, Duration> start) {
        return new StepTimes(drain, Duration.ofMillis(110), Duration.ofMillis(160), start);
    }

    /**
     * Returns the time of one step.
     *
     * @param step the step
     * @return its time
     */
    public Duration of(Step step) {
        if (step instanceof Step.Drain) {
            return drain;
        }
        if (step instanceof Step.Destroy) {
            return destroy;
        }
        return step instanceof Step.Start s ? start.apply(s.workload()) : create;
    }
}
