package io.telcofactory.upf.camara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.error.OutcomeUnknownException;
import io.telcofactory.testkit.Fault;
import io.telcofactory.testkit.steering.FakeCamara;
import io.telcofactory.upf.InstantTime;
import io.telcofactory.upf.QualityOnDemand;
import io.telcofactory.upf.Stored;
import io.telcofactory.upf.spec.HeldAgainstSpecs;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(HeldAgainstSpecs.class)
class QualityOnDemandTest {
    private final InstantTime time = new InstantTime();
    private final FakeCamara gateway = Camara.gateway(time);
    private final QualityOnDemand qod = Camara.client(gateway, time).qualityOnDemand();

    @Test
    void lifecycle_session_isGrantedExtendedFoundAndEnded() {
        Stored<QodSession> made = qod.create(Camara.session());
        assertThat(made.value().qosStatus()).contains(QosStatus.AVAILABLE);
        assertThat(made.value().expiresAt()).contains(Instant.parse("2026-01-01T01:00:00Z"));

        UUID id = made.value().sessionId().orElseThrow();
        assertThat(qod.extend(id, Duration.ofMinutes(30)).value().expiresAt())
                .contains(Instant.parse("2026-01-01T01:30:00Z"));
        assertThat(qod.list(Optional.of(Camara.PHONE))).extracting(Stored::id).containsExactly(id.toString());

        qod.delete(id);
        assertThat(qod.list(Optional.of(Camara.PHONE))).isEmpty();
        assertThatThrownBy(() -> qod.get(id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void session_whoseTimeIsOver_isUnavailableAndCanNotBeExtended() {
        UUID id = qod.create(Camara.session()).value().sessionId().orElseThrow();
        time.sleep(Duration.ofHours(1));

        QodSession over = qod.get(id).value();
        assertThat(over.qosStatus()).contains(QosStatus.UNAVAILABLE);
        assertThat(over.statusInfo()).contains(StatusInfo.DURATION_EXPIRED);
        assertThatThrownBy(() -> qod.extend(id, Duration.ofMinutes(1)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("SESSION_EXTENSION_NOT_ALLOWED");
    }

    @Test
    void create_deviceWithASessionToTheServer_isAConflict() {
        qod.create(Camara.session());

        assertThatThrownBy(() -> qod.create(Camara.session())).isInstanceOf(ConflictException.class);
    }

    @Test
    void create_profileOutOfUseOrUnknownDevice_isToldApart() {
        gateway.inactiveProfile("QOS_L");
        assertThatThrownBy(() -> qod.create(Camara.session()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("QOS_PROFILE_NOT_APPLICABLE");

        Device stranger = Device.builder().phoneNumber("+351910009999").build();
        assertThatThrownBy(() -> qod.list(Optional.of(stranger)))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("IDENTIFIER_NOT_FOUND");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"RESET", "LOST", "FAILED", "FAILED_AFTER", "UNAVAILABLE", "RATE_LIMITED"})
    void create_disturbed_endsWithExactlyOneSession(Fault fault) {
        gateway.fault(1, fault);

        Stored<QodSession> made = qod.create(Camara.fullSession());

        assertThat(qod.list(Optional.of(Camara.PHONE))).extracting(Stored::id).containsExactly(made.id());
    }

    @Test
    void extend_lostAnswer_isUnknownAndNotRepeated() {
        UUID id = qod.create(Camara.session()).value().sessionId().orElseThrow();
        gateway.fault(2, Fault.LOST);

        assertThatThrownBy(() -> qod.extend(id, Duration.ofMinutes(30))).isInstanceOf(OutcomeUnknownException.class);
        assertThat(qod.get(id).value().duration()).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void create_brokenRules_areAllNamedAndNothingIsSent() {
        QodSession broken = Camara.session().toBuilder()
                .device(Device.builder().build())
                .applicationServer(ApplicationServer.builder().build())
                .devicePorts(PortsSpec.builder().build())
                .applicationServerPorts(PortsSpec.builder()
                        .addRanges(new PortInterval(9, 8))
                        .addPorts(-1)
                        .build())
                .qosProfile("Q")
                .duration(Duration.ofMillis(1500))
                .sinkCredential(Camara.credential())
                .build();

        assertThatThrownBy(() -> qod.create(broken))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("/device has no name")
                .hasMessageContaining("/applicationServer has no address")
                .hasMessageContaining("/devicePorts names no port")
                .hasMessageContaining("/applicationServerPorts/ranges 9 to 8 ends before it begins")
                .hasMessageContaining("/applicationServerPorts/ports = -1 must be 0 to 65535")
                .hasMessageContaining("/qosProfile = 'Q' must be 3 to 256")
                .hasMessageContaining("/duration = PT1.5S must be whole seconds")
                .hasMessageContaining("/sink is missing");
        QodSession sink = Camara.session().toBuilder()
                .sink(URI.create("ftp://af.example/x"))
                .applicationServer(
                        ApplicationServer.builder().ipv4Address("ten").build())
                .build();
        assertThatThrownBy(() -> qod.create(sink))
                .hasMessageContaining("/sink = 'ftp://af.example/x' must be an https address")
                .hasMessageContaining("/applicationServer/ipv4Address:");
        assertThat(gateway.calls()).isZero();
    }
}
