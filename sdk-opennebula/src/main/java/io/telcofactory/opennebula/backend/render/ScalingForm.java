package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.service.Adjustment;
import io.telcofactory.api.service.Condition;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.service.ScalingRule;
import io.telcofactory.api.service.Schedule;
import io.telcofactory.opennebula.flow.FlowNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What scales a role, as the policies of OneFlow. Its expressions know no precedence, an operator takes all that stands right of it: so
 * each comparison and each join stands in parentheses.
 */
public final class ScalingForm {
    public static final String ELASTICITY = "elasticity_policies";
    public static final String SCHEDULED = "scheduled_policies";

    private ScalingForm() {}

    /** The policies that metrics trigger. A rule without a rest of its own takes the service's: the server's default is five minutes. */
    public static List<FlowNode> elasticity(Role role, Duration cooldown) {
        return role.scaling().stream().map(rule -> policy(rule, cooldown)).toList();
    }

    /** The policies that the clock triggers. */
    public static List<FlowNode> schedules(Role role) {
        return role.schedules().stream().map(ScalingForm::policy).toList();
    }

    /** Both as one text, in which equal means equal; empty for none. */
    public static String text(Role role, Duration cooldown) {
        return text(elasticity(role, cooldown), schedules(role));
    }

    /** The same of a role as the server has it; what it counts there is not looked at. */
    public static String text(FlowNode role) {
        return text(role.items(ELASTICITY), role.items(SCHEDULED));
    }

    /** A condition in the grammar of the server. */
    public static String expression(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            return comparison.metric().name() + " " + comparison.relation().sign() + " "
                    + comparison.limit().toPlainString();
        } else if (condition instanceof Condition.All all) {
            return join(all.terms(), " & ");
        } else if (condition instanceof Condition.Any any) {
            return join(any.terms(), " | ");
        }
        return "!" + enclosed(((Condition.Not) condition).term());
    }

    private static String join(List<Condition> terms, String operator) {
        return terms.stream().map(ScalingForm::enclosed).collect(Collectors.joining(operator));
    }

    private static String enclosed(Condition condition) {
        return "(" + expression(condition) + ")";
    }

    private static FlowNode policy(ScalingRule rule, Duration cooldown) {
        FlowNode.Builder policy = adjusting(rule.adjust()).put("expression", expression(rule.when()));
        if (rule.periodNumber() > 1 || !rule.period().isZero()) {
            policy.put("period_number", rule.periodNumber())
                    .put("period", rule.period().toSeconds());
        }
        return policy.put("cooldown", rule.cooldown().orElse(cooldown).toSeconds())
                .build();
    }

    private static FlowNode policy(Schedule schedule) {
        FlowNode.Builder policy = adjusting(schedule.adjust());
        return schedule instanceof Schedule.Recurring recurring
                ? policy.put("recurrence", recurring.recurrence()).build()
                : policy.put(
                                "start_time",
                                Long.toString(
                                        ((Schedule.Once) schedule).startTime().getEpochSecond()))
                        .build();
    }

    private static FlowNode.Builder adjusting(Adjustment adjust) {
        if (adjust instanceof Adjustment.By by) {
            return FlowNode.object().put("type", "CHANGE").put("adjust", by.instances());
        } else if (adjust instanceof Adjustment.To to) {
            return FlowNode.object().put("type", "CARDINALITY").put("adjust", to.instances());
        }
        Adjustment.ByPercent part = (Adjustment.ByPercent) adjust;
        return FlowNode.object()
                .put("type", "PERCENTAGE_CHANGE")
                .put("adjust", part.percent())
                .put("min_adjust_step", part.least());
    }

    private static String text(List<FlowNode> elasticity, List<FlowNode> schedules) {
        return Stream.concat(
                        schedules.stream().map(ScalingForm::scheduleText),
                        elasticity.stream().map(ScalingForm::ruleText))
                .collect(Collectors.joining("; "));
    }

    private static String scheduleText(FlowNode policy) {
        return "at "
                + policy.text("recurrence").or(() -> policy.text("start_time")).orElse("") + ": " + adjustText(policy);
    }

    private static String ruleText(FlowNode policy) {
        return "if " + policy.text("expression").orElse("").strip() + ": " + adjustText(policy) + ", after "
                + policy.text("period_number").orElse("1") + " x "
                + policy.text("period").orElse("0") + " s, rest "
                + policy.text("cooldown").orElse("of the role") + " s";
    }

    private static String adjustText(FlowNode policy) {
        return policy.text("type").orElse("") + " " + policy.text("adjust").orElse("")
                + policy.text("min_adjust_step")
                        .map(least -> " at least " + least)
                        .orElse("");
    }
}
