package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.single;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding.Severity;
import io.telcofactory.api.SecretRef;
import io.telcofactory.api.service.Metric;
import io.telcofactory.api.service.Role;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SecretsReachTest {

    @Test
    void examine_roleThatTheServerScales_warnsOfInstancesWithoutSecrets() {
        Consumer<Role.Builder> bounds = r -> r.instances(1, 3).secret("KEY", SecretRef.environment("KEY"));

        assertThat(new Situation()
                        .want(single(bounds.andThen(r -> r.scaleOut(Metric.CPU.above(80), 1))))
                        .examine(new SecretsReach()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("secrets-of-scaled-role");
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                });
        assertThat(new Situation().want(single(bounds)).examine(new SecretsReach()))
                .isEmpty();
    }
}
