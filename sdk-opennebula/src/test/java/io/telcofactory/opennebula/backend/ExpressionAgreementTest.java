package io.telcofactory.opennebula.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.service.Condition;
import io.telcofactory.api.service.Condition.Relation;
import io.telcofactory.api.service.Metric;
import io.telcofactory.opennebula.backend.render.ScalingForm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A condition holds in Java when its expression holds on the server, whose grammar knows no precedence: what stands right is read first. */
class ExpressionAgreementTest {
    private static final List<Relation> RELATIONS = List.of(Relation.values());
    private static final List<Metric> METRICS =
            List.of(Metric.CPU, Metric.MEMORY, Metric.GPU_POWER_USAGE, Metric.pushed("LOAD"), Metric.pushed("QUEUE"));

    /** What OneFlow 7.4 wrote as {@code expression_evaluated}, and whether it scaled then. */
    @ParameterizedTest
    @CsvSource({"LOAD > 80, 95.0, true", "LOAD > 80, --, false", "LOAD < 10, 95.0, false", "CPU > 1 %, --, false"})
    void holds_recordedEvaluations_asTheServerSaw(String condition, String value, boolean scaled) {
        Map<String, Double> means = new HashMap<>();
        if (!value.equals("--")) {
            means.put("LOAD", Double.valueOf(value));
        }

        assertThat(Condition.parse(condition).holds(means)).isEqualTo(scaled);
        assertThat(new Server(ScalingForm.expression(Condition.parse(condition)), means).evaluate())
                .isEqualTo(scaled);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void holds_anyConditionAndMeans_agreesWithTheServersGrammar(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 200; i++) {
            Condition condition = condition(random, 4);
            Map<String, Double> means = means(random);

            assertThat(new Server(ScalingForm.expression(condition), means).evaluate())
                    .as("%s with %s", condition, means)
                    .isEqualTo(condition.holds(means));
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 10);
    }

    private static Condition condition(SplittableRandom random, int depth) {
        return switch (depth == 0 ? 3 : random.nextInt(4)) {
            case 0 -> condition(random, depth - 1).and(condition(random, depth - 1));
            case 1 -> condition(random, depth - 1).or(condition(random, depth - 1));
            case 2 -> condition(random, depth - 1).not();
            default -> comparison(random);
        };
    }

    private static Condition comparison(SplittableRandom random) {
        Metric metric = METRICS.get(random.nextInt(METRICS.size()));
        Relation relation = RELATIONS.get(random.nextInt(RELATIONS.size()));
        return metric.equals(Metric.MEMORY)
                ? metric.compare(relation, DataSize.kibibytes(random.nextInt(3)))
                : metric.compare(relation, random.nextInt(-1, 3));
    }

    private static Map<String, Double> means(SplittableRandom random) {
        Map<String, Double> means = new HashMap<>();
        for (Metric metric : METRICS) {
            if (random.nextInt(4) > 0) {
                means.put(metric.name(), random.nextInt(-4, 12) / 4.0);
            }
        }
        return means;
    }

    /** The server's grammar: {@code expr := cond | cond (&||) expr}, {@code cond := name cmp number | ! expr | ( expr )}. */
    private static final class Server {
        private static final Pattern TOKEN = Pattern.compile("\\s*(!=|[&|!()]|>=|<=|=|>|<|-?[0-9.]+|[A-Z][A-Z0-9_]*)");

        private final Matcher tokens;
        private final Map<String, Double> means;
        private String token = "";

        Server(String expression, Map<String, Double> means) {
            this.tokens = TOKEN.matcher(expression);
            this.means = means;
            next();
        }

        boolean evaluate() {
            boolean left = condition();
            if (token.equals("&") || token.equals("|")) {
                boolean and = token.equals("&");
                next();
                boolean right = evaluate();
                return and ? left && right : left || right;
            }
            return left;
        }

        private boolean condition() {
            String first = token;
            next();
            if (first.equals("!")) {
                return !evaluate();
            }
            if (first.equals("(")) {
                boolean inner = evaluate();
                next();
                return inner;
            }
            String relation = token;
            next();
            BigDecimal limit = new BigDecimal(token);
            next();
            Double mean = means.get(first);
            return mean != null
                    && holds(
                            BigDecimal.valueOf(mean)
                                    .setScale(2, RoundingMode.HALF_UP)
                                    .compareTo(limit),
                            relation);
        }

        private static boolean holds(int order, String relation) {
            return switch (relation) {
                case ">" -> order > 0;
                case ">=" -> order >= 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case "=" -> order == 0;
                default -> order != 0;
            };
        }

        private void next() {
            token = tokens.lookingAt() ? tokens.group(1) : "";
            tokens.region(tokens.lookingAt() ? tokens.end() : tokens.regionEnd(), tokens.regionEnd());
        }
    }
}
