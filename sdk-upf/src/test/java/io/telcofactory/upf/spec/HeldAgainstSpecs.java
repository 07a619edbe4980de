package io.telcofactory.upf.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.testkit.steering.Exchange;
import io.telcofactory.testkit.steering.FakeCamara;
import io.telcofactory.testkit.steering.FakeNef;
import io.telcofactory.testkit.steering.Notification;
import io.telcofactory.testkit.steering.SteeringFake;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After each test, holds all that was said between the client and the fakes in the fields of the test against the official
 * documents. A request that the fake refused as invalid may be what the test is about, so that only the answer counts.
 */
public final class HeldAgainstSpecs implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) throws IllegalAccessException {
        if (context.getRequiredTestMethod().isAnnotationPresent(Spared.class)) {
            return;
        }
        Object test = context.getRequiredTestInstance();
        for (Field field : test.getClass().getDeclaredFields()) {
            if (SteeringFake.class.isAssignableFrom(field.getType())) {
                field.setAccessible(true);
                SteeringFake<?> fake = (SteeringFake<?>) field.get(test);
                assertThat(violations(fake.exchanges()))
                        .as("what was said with " + field.getName())
                        .isEmpty();
                assertThat(notified(fake))
                        .as("what " + field.getName() + " notified")
                        .isEmpty();
            }
        }
    }

    private static List<String> violations(List<Exchange> exchanges) {
        List<String> found = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            // The standards declare the answer of a wrong verb nowhere, and a fake must answer all the same.
            boolean described = exchange.status() != 405;
            List<OpenApi> releases = described ? releases(exchange) : List.of();
            List<List<String>> verdicts = releases.stream()
                    .map(spec -> spec.violations(base(exchange), judged(exchange)))
                    .toList();
            if (!verdicts.isEmpty() && verdicts.stream().noneMatch(List::isEmpty)) {
                found.add(exchange + ": " + verdicts.get(0));
            }
        }
        return found;
    }

    private static List<String> notified(SteeringFake<?> fake) {
        if (fake instanceof FakeNef nef) {
            List<String> bodies =
                    nef.notifications().stream().map(Notification::body).toList();
            return Stream.concat(
                            violations(Specs.TRAFFIC_INFLUENCE, "EventNotification", bodies),
                            violations(Specs.TRAFFIC_INFLUENCE, "AfAckInfo", nef.acknowledgements()))
                    .toList();
        }
        if (fake instanceof FakeCamara gateway) {
            Predicate<String> ofSessions = body -> body.contains("quality-on-demand");
            List<String> bodies =
                    gateway.notifications().stream().map(Notification::body).toList();
            return Stream.concat(
                            violations(
                                    Specs.CAMARA_QUALITY_ON_DEMAND,
                                    "EventQosStatusChanged",
                                    bodies.stream().filter(ofSessions).toList()),
                            violations(
                                    Specs.CAMARA_TRAFFIC_INFLUENCE,
                                    "CloudEvent",
                                    bodies.stream().filter(ofSessions.negate()).toList()))
                    .toList();
        }
        return List.of();
    }

    private static Stream<String> violations(Specs spec, String schema, List<String> bodies) {
        return bodies.isEmpty()
                ? Stream.empty()
                : spec.find().stream()
                        .flatMap(document ->
                                bodies.stream().flatMap(body -> document.violations(schema, body).stream()));
    }

    /** Every document that describes the path: several releases of MEC share theirs, and one of them must agree. */
    private static List<OpenApi> releases(Exchange exchange) {
        return Arrays.stream(Specs.values())
                .filter(spec -> exchange.path().startsWith(spec.base() + "/"))
                .filter(spec -> !exchange.path().endsWith("/ack"))
                .map(Specs::find)
                .flatMap(Optional::stream)
                .toList();
    }

    private static String base(Exchange exchange) {
        return Arrays.stream(Specs.values())
                .map(Specs::base)
                .filter(base -> exchange.path().startsWith(base + "/"))
                .findFirst()
                .orElse("");
    }

    /** Returns what of an exchange must keep to the documents. */
    static Exchange judged(Exchange exchange) {
        boolean refused = exchange.status() >= 400 && exchange.status() < 500;
        return refused
                ? new Exchange(
                        exchange.method(),
                        exchange.path(),
                        exchange.requestHeaders(),
                        "",
                        exchange.status(),
                        exchange.answerHeaders(),
                        exchange.answerBody())
                : exchange;
    }

    /** Marks a test in which a network says on purpose what no document allows. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Spared {}
}
