package io.telcofactory.opennebula;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test, and says so, unless these variables name what it runs on. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsEnvironment.Condition.class)
public @interface NeedsEnvironment {

    /** The variables. */
    String[] value();

    /** Looks for the variables. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            Class<?> test = context.getRequiredTestClass();
            List<String> missing = Arrays.stream(
                            test.getAnnotation(NeedsEnvironment.class).value())
                    .filter(variable ->
                            System.getenv().getOrDefault(variable, "").isBlank())
                    .toList();
            if (missing.isEmpty()) {
                return ConditionEvaluationResult.enabled("all is named");
            }
            String reason = test.getSimpleName() + " skipped: " + String.join(", ", missing) + " not set";
            System.out.println(reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
