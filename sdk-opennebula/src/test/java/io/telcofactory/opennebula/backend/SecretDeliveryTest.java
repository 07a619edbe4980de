package io.telcofactory.opennebula.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.SecretRef;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.service.AiService;
import io.telcofactory.opennebula.flow.OneFlow;
import io.telcofactory.opennebula.model.Vm;
import io.telcofactory.testkit.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecretDeliveryTest {
    private final FakeSite fake = new FakeSite();

    @BeforeEach
    void tenant() {
        driver().ensure(Samples.ACME);
    }

    @Test
    void ensure_secretThatTheServerCannotKeep_namesItsPlaceAndNotTheSecret() {
        AiService odd = Samples.SECRETIVE.toBuilder()
                .roles(List.of(Samples.SECRETIVE.role("store").toBuilder()
                        .secrets(Map.of("KEY", SecretRef.file("/a]]>b")))
                        .build()))
                .build();

        assertThatThrownBy(() -> driver().ensure(odd))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("The secret at file:/a]]>b can't be told to OpenNebula")
                .hasMessageNotContaining("the-secret-at");
    }

    @Test
    void ensure_machineThatTheServerAdded_isToldAtTheNextApply() {
        AiService bounded = Samples.SECRETIVE.toBuilder()
                .roles(List.of(Samples.SECRETIVE.role("store").toBuilder()
                        .instances(2, 4)
                        .build()))
                .build();
        Map<String, String> outputs = driver().ensure(bounded);
        OneFlow flow = fake.flow(fake.cloud.transport());
        flow.services().scale(Integer.parseInt(outputs.get("id")), "store", 3, false);
        fake.time.advance(Duration.ofMinutes(2));
        assertThat(password(driver().owned(bounded.ref()).outputs())).isEmpty();

        Map<String, String> after = driver().ensure(bounded);

        assertThat(password(after)).contains("the-secret-at-env:STORE_PASSWORD");
    }

    private Optional<String> password(Map<String, String> outputs) {
        Vm third = fake.client().vms().get(Integer.parseInt(outputs.get("roles.store.2.vm")));
        return third.tree().text("TEMPLATE/CONTEXT/PASSWORD");
    }

    private BackendDriver driver() {
        return new BackendDriver(fake.backend(Faults.create()), Samples.SCOPE, fake.time);
    }
}
