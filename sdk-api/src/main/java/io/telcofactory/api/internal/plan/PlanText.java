package io.telcofactory.api.internal.plan;

import io.telcofactory.api.Change;
import io.telcofactory.api.CheckResult;
import io.telcofactory.api.Disruption;
import io.telcofactory.api.FieldChange;
import io.telcofactory.api.Finding;
import io.telcofactory.api.Plan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints plans for people. */
public final class PlanText {
    private static final int LONGEST_VALUE = 100;

    private PlanText() {}

    /**
     * Prints a plan.
     *
     * @param plan any plan
     * @return several lines
     */
    public static String describe(Plan plan) {
        StringBuilder text = new StringBuilder(headline(plan)).append('\n');
        plan.changes().forEach(change -> describe(change, text));
        if (!plan.isEmpty() || !plan.findings().isEmpty()) {
            text.append("\nChecks\n");
            plan.checks().forEach(check -> describe(check, text));
        }
        return text.toString();
    }

    private static String headline(Plan plan) {
        if (plan.isEmpty()) {
            return "No changes.";
        }
        String counts = plan.changes().stream()
                .collect(Collectors.groupingBy(
                        Change::action, () -> new java.util.EnumMap<>(Change.Action.class), Collectors.counting()))
                .entrySet()
                .stream()
                .map(e -> e.getValue() + " to " + e.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return "Plan for blueprint " + plan.blueprint() + " of factory " + plan.factory() + ": " + counts + ".";
    }

    private static void describe(Change change, StringBuilder text) {
        text.append('\n')
                .append(sign(change.action()))
                .append(' ')
                .append(change.ref())
                .append("  (")
                .append(change.action().name().toLowerCase(Locale.ROOT))
                .append(change.adopts().map(id -> " " + id).orElse(""))
                .append(cost(change.disruption()))
                .append(")\n");
        int width = change.fields().stream()
                .mapToInt(field -> field.path().length())
                .max()
                .orElse(0);
        for (FieldChange field : change.fields()) {
            text.append("    ")
                    .append(field.path())
                    .append(" ".repeat(width - field.path().length() + 2))
                    .append(values(change.action(), field))
                    .append('\n');
        }
        if (!change.steps().isEmpty()) {
            text.append("    by ").append(String.join(", ", change.steps())).append('\n');
        }
    }

    private static String sign(Change.Action action) {
        return switch (action) {
            case CREATE -> "+";
            case ADOPT -> "=>";
            case UPDATE -> "~";
            case REPLACE -> "-/+";
            case DELETE -> "-";
        };
    }

    private static String cost(Disruption disruption) {
        return switch (disruption) {
            case NONE -> "";
            case REPLACE -> ", interrupts its users";
            case DELETE -> ", ends it";
        };
    }

    private static String values(Change.Action action, FieldChange field) {
        return switch (action) {
            case CREATE -> value(field.to());
            case DELETE -> value(field.from());
            default -> value(field.from()) + " -> " + value(field.to());
        };
    }

    private static String value(Optional<String> value) {
        String text = value.orElse("(none)").replace("\n", "\\n");
        if (Symbols.in(text)) {
            return "(known after apply)";
        }
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "...";
    }

    private static void describe(CheckResult check, StringBuilder text) {
        List<Finding> findings = check.findings();
        if (findings.isEmpty()) {
            text.append("  ok       ").append(check.title()).append('\n');
        }
        for (Finding finding : findings) {
            text.append("  ")
                    .append(finding.severity() == Finding.Severity.ERROR ? "ERROR    " : "warning  ")
                    .append(check.title())
                    .append(": ")
                    .append(finding.ref().map(ref -> ref + ": ").orElse(""))
                    .append(finding.message())
                    .append("\n           -> ")
                    .append(finding.remedy())
                    .append(" [")
                    .append(finding.code())
                    .append("]\n");
        }
    }
}
