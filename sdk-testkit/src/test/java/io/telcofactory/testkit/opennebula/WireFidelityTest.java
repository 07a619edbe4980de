package io.telcofactory.testkit.opennebula;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.testkit.VirtualTime;
import io.telcofactory.testkit.opennebula.internal.flow.FlowServer;
import io.telcofactory.testkit.opennebula.internal.oned.Cloud;
import io.telcofactory.testkit.opennebula.internal.server.CallLog;
import io.telcofactory.testkit.opennebula.internal.server.HttpReply;
import io.telcofactory.testkit.opennebula.internal.server.RpcServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Replays recorded exchanges with a real 7.4, in order, and compares outcome, codes, messages and structure. */
class WireFidelityTest {

    /** How many of a scenario's exchanges came out alike. */
    private static final class Score {
        int all;
        int outcome;
        int structure;
        int values;
    }

    /** How long a poll waits for a state: the scheduler's window, and some. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private static final boolean DETAILS = Boolean.getBoolean("fidelity.details");

    private final List<String> differences = new ArrayList<>();
    private final Map<String, Integer> byMethod = new TreeMap<>();

    @Test
    void exchanges_ofTheRealServer_areRepeatedByTheFake() throws IOException {
        Map<String, Score> scores = new TreeMap<>();
        List<Recordings.Exchange> exchanges = Recordings.all();
        // The autoscaler looked at its services 4 s after each full 90 s.
        VirtualTime time = VirtualTime.startingAt(exchanges.get(0).at().minusSeconds(65));
        Cloud cloud = new Cloud(time);
        cloud.bootstrap("opennebula");
        RpcServer rpc = new RpcServer(cloud, new CallLog());
        FlowServer flow = new FlowServer(cloud, new CallLog());
        for (int i = 0; i < exchanges.size(); i++) {
            Recordings.Exchange exchange = exchanges.get(i);
            Instant before = exchanges.get(Math.max(0, i - 1)).at();
            Recordings.prepare(rpc, cloud, exchange);
            Recordings.alignIds(cloud, exchange, exchanges.subList(i, exchanges.size()));
            String answer = replay(time, cloud, rpc, flow, exchange, Duration.between(before, exchange.at()));
            compare(exchange, answer, scores.computeIfAbsent(exchange.scenario(), unused -> new Score()));
        }
        report(scores);
    }

    /**
     * Repeats one exchange at the time it was recorded. The windows and drivers of the real server take chance amounts of
     * time: a poll is repeated after each thing that happens in the fake until it shows the states that were recorded, and
     * the clock runs ahead for that, if it must; while it is ahead, it takes half the time that passed in the recording.
     */
    private static String replay(
            VirtualTime time,
            Cloud cloud,
            RpcServer rpc,
            FlowServer flow,
            Recordings.Exchange exchange,
            Duration passed) {
        Duration behind = Duration.between(time.now(), exchange.at());
        Instant target = time.now().plus(behind.isNegative() ? half(passed) : behind);
        if (!isPoll(exchange)) {
            return answerAt(target, time, cloud, rpc, flow, exchange);
        }
        List<String> states = Shapes.states(exchange.response());
        Instant limit = target.plus(PATIENCE);
        String answer = answerAt(time.now(), time, cloud, rpc, flow, exchange);
        while (!Shapes.states(answer).equals(states) && time.now().isBefore(limit)) {
            Instant next = cloud.events().next().filter(limit::isAfter).orElse(limit);
            answer = answerAt(next, time, cloud, rpc, flow, exchange);
        }
        return answer;
    }

    /** Half of a longer time; a second and less stay, since that is what drivers take. */
    private static Duration half(Duration passed) {
        Duration second = Duration.ofSeconds(1);
        return passed.compareTo(second) <= 0
                ? passed
                : second.plus(passed.minus(second).dividedBy(2));
    }

    private static String answerAt(
            Instant instant,
            VirtualTime time,
            Cloud cloud,
            RpcServer rpc,
            FlowServer flow,
            Recordings.Exchange exchange) {
        Duration left = Duration.between(time.now(), instant);
        time.advance(left.isNegative() ? Duration.ZERO : left);
        cloud.events().catchUp();
        return exchange.isFlow() ? flow(flow, exchange) : rpc(rpc, exchange);
    }

    /** Whether an exchange shows one object, of which the recording waited for a state. */
    private static boolean isPoll(Recordings.Exchange exchange) {
        String method = exchange.method();
        return (method.endsWith(".info") && !method.contains("pool.")) || method.startsWith("GET /service/");
    }

    private static String rpc(RpcServer rpc, Recordings.Exchange exchange) {
        byte[] body = exchange.request().getBytes(StandardCharsets.UTF_8);
        return new String(rpc.answer(body), StandardCharsets.UTF_8);
    }

    private static String flow(FlowServer flow, Recordings.Exchange exchange) {
        String[] verbAndPath = exchange.method().split(" ");
        HttpReply reply = flow.answer(new HttpCall(
                verbAndPath[0],
                URI.create("http://flow.fake:2474" + verbAndPath[1]),
                Map.of("Authorization", List.of(exchange.json().path("auth").asText())),
                exchange.request().getBytes(StandardCharsets.UTF_8),
                Duration.ofSeconds(10)));
        return reply.status() + " " + new String(reply.body(), StandardCharsets.UTF_8);
    }

    private void compare(Recordings.Exchange exchange, String answer, Score score) {
        score.all++;
        JsonNode json = exchange.json();
        String real =
                exchange.isFlow() ? json.path("status").asText() + " " + exchange.response() : exchange.response();
        boolean outcome = Shapes.outcome(real).equals(Shapes.outcome(answer));
        boolean structure = outcome && Shapes.structure(real).equals(Shapes.structure(answer));
        boolean values = structure && Shapes.values(real).equals(Shapes.values(answer));
        score.outcome += outcome ? 1 : 0;
        score.structure += structure ? 1 : 0;
        score.values += values ? 1 : 0;
        if (!structure) {
            byMethod.merge(exchange.method().replaceAll("\\d+", "N"), 1, Integer::sum);
            String what = outcome
                    ? Shapes.firstDifference(Shapes.structure(real), Shapes.structure(answer))
                    : "\n   real " + brief(Shapes.outcome(real)) + "\n   fake " + brief(Shapes.outcome(answer));
            differences.add(exchange.scenario() + " " + exchange.number() + " " + exchange.method() + " "
                    + json.path("note").asText("") + " " + what);
        } else if (!values) {
            differences.add("VALUE " + exchange.scenario() + " " + exchange.number() + " " + exchange.method() + " "
                    + Shapes.firstDifference(Shapes.values(real), Shapes.values(answer)));
        }
    }

    private static String brief(String text) {
        return text.length() > 260 ? text.substring(0, 260) + "..." : text;
    }

    private void report(Map<String, Score> scores) {
        int all = 0;
        int structure = 0;
        int values = 0;
        int outcome = 0;
        for (Map.Entry<String, Score> entry : scores.entrySet()) {
            Score score = entry.getValue();
            all += score.all;
            outcome += score.outcome;
            structure += score.structure;
            values += score.values;
            if (DETAILS) {
                System.out.printf(
                        "wire fidelity %-26s %4d exchanges, outcome %4d, structure %4d, values %4d%n",
                        entry.getKey(), score.all, score.outcome, score.structure, score.values);
            }
        }
        System.out.printf(
                "wire fidelity in all: %d exchanges, outcome %.1f %%, structure %.1f %%, values %.1f %%%n",
                all, outcome * 100.0 / all, structure * 100.0 / all, values * 100.0 / all);
        if (DETAILS) {
            byMethod.forEach((method, count) -> System.out.println("differs " + count + " " + method));
            differences.forEach(System.out::println);
        }
        assertThat(outcome * 100.0 / all).as("outcomes alike, in %").isGreaterThanOrEqualTo(98.0);
        assertThat(structure * 100.0 / all).as("exchanges alike, in %").isGreaterThanOrEqualTo(98.0);
    }
}
