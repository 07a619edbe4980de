package io.telcofactory.api.service;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When a role is to be scaled: comparisons of metrics, joined by <em>and</em>, <em>or</em> and <em>not</em>.
 *
 * <p>Printed and read as {@code GPU_UTILIZATION > 80 % and (REQUESTS_WAITING >= 8 or not (MEMORY < 4 GiB))}. What mixes
 * <em>and</em> with <em>or</em> needs parentheses.
 *
 * @since 0.1
 */
public sealed interface Condition {

    /** How a metric lies to its limit. */
    enum Relation {
        /** Greater. */
        ABOVE(">"),
        /** Greater or equal. */
        AT_LEAST(">="),
        /** Less. */
        BELOW("<"),
        /** Less or equal. */
        AT_MOST("<="),
        /** Equal to two decimals. */
        EQUAL("="),
        /** Not equal to two decimals. */
        DIFFERENT("!=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        /**
         * Returns how it is written.
         *
         * @return one or two characters
         */
        public String sign() {
            return sign;
        }

        boolean holds(int order) {
            return switch (this) {
                case ABOVE -> order > 0;
                case AT_LEAST -> order >= 0;
                case BELOW -> order < 0;
                case AT_MOST -> order <= 0;
                case EQUAL -> order == 0;
                case DIFFERENT -> order != 0;
            };
        }
    }

    /**
     * Evaluates the condition as the server does: a mean is rounded to two decimals first, and a comparison with a metric that no
     * machine reports is false.
     *
     * @param means name of a metric to its mean over the role's running machines, in {@link Metric#unit()}
     * @return whether it holds
     */
    boolean holds(Map<String, Double> means);

    /**
     * Returns what it looks at.
     *
     * @return all metrics named in it, by name
     */
    Set<Metric> metrics();

    /**
     * Reads the printed form.
     *
     * @param text a condition with units
     * @return the condition
     * @throws IllegalArgumentException if the text has another shape
     */
    static Condition parse(String text) {
        return new ConditionParser(text).parse();
    }

    /**
     * Joins this and another condition.
     *
     * @param other what must hold too
     * @return holds while both do
     */
    default Condition and(Condition other) {
        return new All(List.of(this, other));
    }

    /**
     * Joins this and another condition.
     *
     * @param other what may hold instead
     * @return holds while at least one does
     */
    default Condition or(Condition other) {
        return new Any(List.of(this, other));
    }

    /**
     * Turns this condition round.
     *
     * @return holds while this one does not, also while nobody reports the metric
     */
    default Condition not() {
        return new Not(this);
    }

    /**
     * A metric and its limit.
     *
     * @param metric what is measured
     * @param relation how it must lie to the limit
     * @param limit in {@link Metric#unit()}, of at most 12 digits before and 6 after the point; whole for sizes
     */
    record Comparison(Metric metric, Relation relation, BigDecimal limit) implements Condition {
        private static final int DECIMALS = 2;

        /** Brings the limit to its shortest form, so that equal limits are equal. */
        public Comparison {
            limit = Quantities.check(metric, limit.signum() == 0 ? BigDecimal.ZERO : limit.stripTrailingZeros());
        }

        @Override
        public boolean holds(Map<String, Double> means) {
            Double mean = means.get(metric.name());
            return mean != null
                    && relation.holds(BigDecimal.valueOf(mean)
                            .setScale(DECIMALS, RoundingMode.HALF_UP)
                            .compareTo(limit));
        }

        @Override
        public Set<Metric> metrics() {
            return Set.of(metric);
        }

        /** Returns {@code GPU_UTILIZATION > 80 %}. */
        @Override
        public String toString() {
            return metric + " " + relation.sign() + " " + Quantities.print(metric, limit);
        }
    }

    /**
     * Conditions of which all must hold.
     *
     * @param terms at least two
     */
    record All(List<Condition> terms) implements Condition {
        /** Checks that there is something to join. */
        public All {
            terms = ConditionParser.several(terms);
        }

        @Override
        public boolean holds(Map<String, Double> means) {
            return terms.stream().allMatch(term -> term.holds(means));
        }

        @Override
        public Set<Metric> metrics() {
            return ConditionParser.metrics(terms);
        }

        @Override
        public String toString() {
            return ConditionParser.join(terms, " and ");
        }
    }

    /**
     * Conditions of which one must hold.
     *
     * @param terms at least two
     */
    record Any(List<Condition> terms) implements Condition {
        /** Checks that there is something to join. */
        public Any {
            terms = ConditionParser.several(terms);
        }

        @Override
        public boolean holds(Map<String, Double> means) {
            return terms.stream().anyMatch(term -> term.holds(means));
        }

        @Override
        public Set<Metric> metrics() {
            return ConditionParser.metrics(terms);
        }

        @Override
        public String toString() {
            return ConditionParser.join(terms, " or ");
        }
    }

    /**
     * A condition that must not hold.
     *
     * @param term the condition
     */
    record Not(Condition term) implements Condition {

        @Override
        public boolean holds(Map<String, Double> means) {
            return !term.holds(means);
        }

        @Override
        public Set<Metric> metrics() {
            return term.metrics();
        }

        @Override
        public String toString() {
            return "not (" + term + ")";
        }
    }
}
