package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.single;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Finding.Severity;
import io.telcofactory.api.SecretRef;
import io.telcofactory.api.service.Metric;
import io.telcofactory.api.service.Role;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class UnattendedScalingTest {

    @Test
    void examine_roleThatTheServerScales_warnsOfInstancesWithoutSecrets() {
        Consumer<Role.Builder> secret = role -> role.instances(1, 3).secret("KEY", SecretRef.environment("KEY"));

        assertThat(scaled(secret)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("secrets-of-scaled-role");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        });
        assertThat(examine(secret)).isEmpty();
    }

    @Test
    void examine_roleThatTheServerScales_warnsOfInstancesThatDoNotDrain() {
        Consumer<Role.Builder> drain = role -> role.instances(1, 3).drain(Duration.ofMinutes(2));

        assertThat(scaled(drain))
                .extracting(Finding::toString)
                .containsExactly(
                        "WARNING service/acme/defects: role inference is scaled by the server and drains for 120 s:"
                                + " instances that the server ends are not told to -> let guests drain when they are told"
                                + " to shut down as well, or scale by applying [drain-of-scaled-role]");
        assertThat(examine(drain)).isEmpty();
    }

    private static List<Finding> scaled(Consumer<Role.Builder> role) {
        return examine(role.andThen(builder -> builder.scaleOut(Metric.CPU.above(80), 1)));
    }

    private static List<Finding> examine(Consumer<Role.Builder> role) {
        return new Situation().want(single(role)).examine(new UnattendedScaling());
    }
}
