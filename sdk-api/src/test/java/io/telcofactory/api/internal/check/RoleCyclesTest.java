package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.service;
import static io.telcofactory.api.internal.check.Situation.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.service.AiService;
import org.junit.jupiter.api.Test;

class RoleCyclesTest {

    @Test
    void examine_cycle_isNamedInFull() {
        AiService service = service(
                "defects",
                s -> s.role("a", r -> small(r).dependsOn("b"))
                        .role("b", r -> small(r).dependsOn("c"))
                        .role("c", r -> small(r).dependsOn("d", "b"))
                        .role("d", r -> small(r)));

        assertThat(new Situation().want(service).examine(new RoleCycles()))
                .containsExactly(Finding.error(
                        "role-cycle",
                        service.ref(),
                        "its roles wait for each other: b -> c -> b",
                        "remove one of these dependsOn"));
    }

    @Test
    void examine_roleThatWaitsForItself_isACycle() {
        AiService service = service("defects", s -> s.role("a", r -> small(r).dependsOn("a")));

        assertThat(new Situation().want(service).examine(new RoleCycles()))
                .extracting(Finding::message)
                .containsExactly("its roles wait for each other: a -> a");
    }

    @Test
    void examine_diamond_isNoCycle() {
        AiService service = service(
                "defects",
                s -> s.role("a", r -> small(r))
                        .role("b", r -> small(r).dependsOn("a"))
                        .role("c", r -> small(r).dependsOn("a"))
                        .role("d", r -> small(r).dependsOn("b", "c", "a")));

        assertThat(new Situation().want(service).examine(new RoleCycles())).isEmpty();
    }

    @Test
    void examine_longLadderOfDiamonds_isFollowedOnce() {
        AiService service = service("ladder", s -> {
            s.role("r0", r -> small(r)).role("s0", r -> small(r));
            for (int i = 1; i < 200; i++) {
                String[] before = {"r" + (i - 1), "s" + (i - 1)};
                s.role("r" + i, r -> small(r).dependsOn(before)).role("s" + i, r -> small(r).dependsOn(before));
            }
        });

        assertThat(new Situation().want(service).examine(new RoleCycles())).isEmpty();
    }
}
