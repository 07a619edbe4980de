package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.HostFailure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostFailuresHandledTest {

    @ParameterizedTest(name = "wished {0}, done {1}: {2}")
    @CsvSource({
        "RESTART, LEAVE, host-failure-unhandled",
        "RESTART, RESTART,",
        "RESTART,,",
        "LEAVE, RESTART, host-failure-unwanted",
        "LEAVE, LEAVE,",
        ", LEAVE,"
    })
    void examine_wishAndSite_areCompared(HostFailure wished, HostFailure done, String code) {
        AiService service =
                service("s", s -> s.hostFailure(Optional.ofNullable(wished)).role("a", Situation::small));

        assertThat(new Situation()
                        .want(service)
                        .inventory(inventory -> inventory.hostFailure(Optional.ofNullable(done)))
                        .examine(new HostFailuresHandled()))
                .extracting(Finding::code)
                .isEqualTo(Optional.ofNullable(code).map(List::of).orElse(List.of()));
    }
}
