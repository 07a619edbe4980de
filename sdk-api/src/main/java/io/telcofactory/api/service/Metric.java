package io.telcofactory.api.service;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.internal.Checks;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Something that is measured on the virtual machines of a role. The server takes the mean over those that run, rounded to two decimals.
 * What it does not measure itself, guests can push through OneGate under any other name.
 *
 * <p>Source: OpenNebula 7.4, monitoring of virtual machines and elasticity of OneFlow.
 *
 * @param name upper-case letters, digits and '_'
 * @since 0.1
 */
public record Metric(String name) {
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    /** Processor time used: 100 % is one busy processor, so that four of them make 400 %. */
    public static final Metric CPU = new Metric("CPU");

    /** Memory used, as the hypervisor sees it. */
    public static final Metric MEMORY = new Metric("MEMORY");

    /** Rate of what is received, a bare number in the unit in which the server reports it. */
    public static final Metric NETRX_BW = new Metric("NETRX_BW");

    /** Rate of what is sent, a bare number in the unit in which the server reports it. */
    public static final Metric NETTX_BW = new Metric("NETTX_BW");

    /** Mean utilisation of the guest's GPUs; not reported inside a MIG slice. Needs the guest agent. Since OpenNebula 7.2. */
    public static final Metric GPU_UTILIZATION = new Metric("GPU_UTILIZATION");

    /** Mean utilisation of the memory of the guest's GPUs; not reported inside a MIG slice. Since OpenNebula 7.2. */
    public static final Metric GPU_MEMORY_UTILIZATION = new Metric("GPU_MEMORY_UTILIZATION");

    /** Free memory of the guest's GPUs together. Since OpenNebula 7.2. */
    public static final Metric GPU_MEMORY_FREE = new Metric("GPU_MEMORY_FREE");

    /** Power that the guest's GPUs draw together. Since OpenNebula 7.2. */
    public static final Metric GPU_POWER_USAGE = new Metric("GPU_POWER_USAGE");

    private static final Map<Metric, Unit> MEASURED = Map.of(
            CPU, Unit.PERCENT,
            MEMORY, Unit.KIBIBYTES,
            NETRX_BW, Unit.NUMBER,
            NETTX_BW, Unit.NUMBER,
            GPU_UTILIZATION, Unit.PERCENT,
            GPU_MEMORY_UTILIZATION, Unit.PERCENT,
            GPU_MEMORY_FREE, Unit.MEBIBYTES,
            GPU_POWER_USAGE, Unit.WATTS);

    /** In what the server counts it. */
    public enum Unit {
        /** A bare number. */
        NUMBER,
        /** Hundredths. */
        PERCENT,
        /** Multiples of 1024 bytes. */
        KIBIBYTES,
        /** Multiples of 1024 KiB. */
        MEBIBYTES,
        /** Watts. */
        WATTS
    }

    /** Checks the name. */
    public Metric {
        Checks.require(NAME.matcher(name).matches(), name, "metric", "must be upper-case letters, digits and '_'");
    }

    /**
     * Returns a metric that the guests of the role push through OneGate.
     *
     * @param name upper-case letters, digits and '_', none of those that the server measures
     * @return a metric in bare numbers
     */
    public static Metric pushed(String name) {
        Metric metric = new Metric(name);
        Checks.require(metric.pushed(), name, "metric", "is measured by the server; push another name");
        return metric;
    }

    /**
     * Tells whether only the guests can report it.
     *
     * @return false for the metrics that are constants of this class
     */
    public boolean pushed() {
        return !MEASURED.containsKey(this);
    }

    /**
     * Returns in what it is counted.
     *
     * @return the server's unit, a bare number for pushed ones
     */
    public Unit unit() {
        return MEASURED.getOrDefault(this, Unit.NUMBER);
    }

    /**
     * Makes the condition that the metric is above a limit.
     *
     * @param limit a number, percentage or number of watts
     * @return true while the mean is greater
     */
    public Condition above(double limit) {
        return compare(Condition.Relation.ABOVE, limit);
    }

    /**
     * Makes the condition that the metric is above a limit.
     *
     * @param limit whole KiB or MiB
     * @return true while the mean is greater
     */
    public Condition above(DataSize limit) {
        return compare(Condition.Relation.ABOVE, limit);
    }

    /**
     * Makes the condition that the metric is below a limit.
     *
     * @param limit a number, percentage or number of watts
     * @return true while the mean is less
     */
    public Condition below(double limit) {
        return compare(Condition.Relation.BELOW, limit);
    }

    /**
     * Makes the condition that the metric is below a limit.
     *
     * @param limit whole KiB or MiB
     * @return true while the mean is less
     */
    public Condition below(DataSize limit) {
        return compare(Condition.Relation.BELOW, limit);
    }

    /**
     * Makes a condition.
     *
     * @param relation how the mean must lie to the limit
     * @param limit a number, percentage or number of watts
     * @return the condition
     */
    public Condition compare(Condition.Relation relation, double limit) {
        Checks.require(
                unit() != Unit.KIBIBYTES && unit() != Unit.MEBIBYTES,
                limit,
                "limit of " + name,
                "must be a size with its unit");
        return new Condition.Comparison(this, relation, BigDecimal.valueOf(limit));
    }

    /**
     * Makes a condition.
     *
     * @param relation how the mean must lie to the limit
     * @param limit whole KiB or MiB
     * @return the condition
     */
    public Condition compare(Condition.Relation relation, DataSize limit) {
        return new Condition.Comparison(this, relation, Quantities.of(this, limit));
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
