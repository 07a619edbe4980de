package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.pinnedHost;
import static io.telcofactory.api.internal.check.Situation.service;
import static io.telcofactory.api.internal.check.Situation.sharedHost;
import static io.telcofactory.api.internal.check.Situation.single;
import static io.telcofactory.api.internal.check.Situation.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Finding.Severity;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.site.Host;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AffinityFitsTest {
    private static final AiService PAIR = service(
            "pair",
            s -> s.role("active", Situation::small)
                    .role("standby", Situation::small)
                    .antiAffined("active", "standby"));

    private final Situation situation = new Situation();

    @Test
    void examine_noHosts_leavesItToTheCheckOfCapacity() {
        assertThat(situation.want(PAIR).examine(new AffinityFits())).isEmpty();
    }

    @Test
    void examine_asManyHostsAsInstancesApart_isWellAndOneFewerIsNot() {
        AiService three = single(r -> r.instances(3).antiAffined());

        assertThat(new Situation()
                        .want(three)
                        .hosts(sharedHost("a", 2, 4), sharedHost("b", 2, 4), sharedHost("c", 2, 4))
                        .examine(new AffinityFits()))
                .isEmpty();
        assertThat(new Situation()
                        .want(three)
                        .hosts(sharedHost("a", 64, 512), sharedHost("b", 2, 4), sharedHost("c", 1, 4))
                        .examine(new AffinityFits()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("affinity-does-not-fit");
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.message())
                            .isEqualTo("new instances of role inference need 3 different hosts, and only a, b can take"
                                    + " them");
                });
    }

    @Test
    void examine_activeAndStandbyOnOneHost_areRefusedAndOnTwoAreNot() {
        assertThat(new Situation()
                        .want(PAIR)
                        .hosts(sharedHost("a", 64, 512), pinnedHost("p", 2, 8, 64))
                        .examine(new AffinityFits()))
                .extracting(Finding::message)
                .containsExactly("roles active + standby need 2 different hosts, and only a can take them");
        assertThat(new Situation()
                        .want(PAIR)
                        .hosts(sharedHost("a", 2, 4), sharedHost("b", 2, 4))
                        .examine(new AffinityFits()))
                .isEmpty();
    }

    @ParameterizedTest(name = "wide host allowed to the picky role: {0}")
    @ValueSource(booleans = {true, false})
    void examine_rolesThatWantTheSameHost_letEachOtherMove(boolean other) {
        AiService picky = service(
                "picky",
                s -> s.role("anywhere", Situation::small)
                        .role("here", r -> small(r).addHosts(other ? "b" : "a"))
                        .role("near", r -> small(r).addHosts("a"))
                        .antiAffined("anywhere", "here")
                        .antiAffined("here", "near"));

        assertThat(situation
                        .want(picky)
                        .hosts(sharedHost("a", 8, 64), sharedHost("b", 8, 64))
                        .examine(new AffinityFits()))
                .extracting(Finding::message)
                .isEqualTo(
                        other
                                ? List.of()
                                : List.of("roles here + near need 2 different hosts, and only a can take them"));
    }

    @Test
    void examine_rolesTogether_needOneHostForAll() {
        AiService together = service(
                "together",
                s -> s.role("front", Situation::small)
                        .role("back", r -> small(r).instances(2))
                        .affined("front", "back"));

        assertThat(new Situation()
                        .want(together)
                        .hosts(sharedHost("a", 4, 64), sharedHost("b", 4, 64))
                        .examine(new AffinityFits()))
                .extracting(Finding::message)
                .containsExactly("no host can take all 2 x back, 1 x front, which must share one");
        assertThat(new Situation()
                        .want(together)
                        .hosts(sharedHost("a", 4, 64), sharedHost("b", 6, 12))
                        .examine(new AffinityFits()))
                .isEmpty();
        assertThat(new Situation()
                        .want(single(r -> r.instances(3).affined()))
                        .hosts(sharedHost("a", 4, 64), sharedHost("b", 4, 64))
                        .examine(new AffinityFits()))
                .extracting(Finding::code)
                .containsExactly("affinity-does-not-fit");
    }

    @Test
    void examine_rulesThatFitOneByOneOnly_areRefused() {
        AiService triangle = service(
                "triangle",
                s -> s.role("x", Situation::small)
                        .role("y", Situation::small)
                        .role("z", Situation::small)
                        .antiAffined("x", "y")
                        .antiAffined("y", "z")
                        .antiAffined("z", "x"));
        Host a = sharedHost("a", 8, 64);
        Host b = sharedHost("b", 8, 64);

        assertThat(new Situation().want(triangle).hosts(a, b).examine(new AffinityFits()))
                .extracting(Finding::toString)
                .containsExactly(
                        "ERROR service/acme/triangle: each of its affinity rules can be met, but not all of them"
                                + " together, on a, b -> add hosts or free some, ask for fewer instances, or give the affinity"
                                + " up [affinity-does-not-fit]");
        assertThat(new Situation()
                        .want(triangle)
                        .hosts(a, b, sharedHost("c", 2, 4))
                        .examine(new AffinityFits()))
                .isEmpty();
    }

    @Test
    void examine_rolesTogetherOnTheOnlyHostOfAThird_areRefused() {
        AiService crowded = service(
                "crowded",
                s -> s.role("front", Situation::small)
                        .role("back", Situation::small)
                        .affined("front", "back")
                        .role("cache", role -> small(role).addHosts("a"))
                        .antiAffined("front", "cache"));

        assertThat(new Situation()
                        .want(crowded)
                        .hosts(sharedHost("a", 8, 64), sharedHost("b", 2, 64))
                        .examine(new AffinityFits()))
                .extracting(Finding::code)
                .containsExactly("affinity-does-not-fit");
        assertThat(new Situation()
                        .want(crowded)
                        .hosts(sharedHost("a", 8, 64), sharedHost("b", 4, 64))
                        .examine(new AffinityFits()))
                .isEmpty();
    }

    @Test
    void examine_tooManyWaysToTryAll_saysNothing() {
        AiService pigeons = service("pigeons", s -> {
            for (int i = 0; i < 12; i++) {
                s.role("r" + i, Situation::small);
                for (int j = 0; j < i; j++) {
                    s.antiAffined("r" + j, "r" + i);
                }
            }
        });
        Host[] holes =
                IntStream.range(0, 11).mapToObj(i -> sharedHost("h" + i, 8, 64)).toArray(Host[]::new);

        assertThat(situation.want(pigeons).hosts(holes).examine(new AffinityFits()))
                .isEmpty();
    }

    @Test
    void examine_mostInstancesNeedMoreHosts_isAWarning() {
        assertThat(situation
                        .want(single(r -> r.instances(2, 3).antiAffined()))
                        .hosts(sharedHost("a", 8, 64), sharedHost("b", 8, 64))
                        .examine(new AffinityFits()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("affinity-cannot-grow");
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                });
    }

    @Test
    void examine_instancesThatRun_keepTheirHosts() {
        AiService two = single(r -> r.instances(2).antiAffined());
        AiService three = single(r -> r.instances(3).antiAffined());
        Situation full = situation
                .running(two, Map.of("inference", 2))
                .hosts(sharedHost("a", 0, 0), sharedHost("b", 0, 0), sharedHost("c", 2, 4));

        assertThat(full.want(three).examine(new AffinityFits())).isEmpty();
    }

    @Test
    void examine_serviceMadeAgain_countsHostsWhateverRoomTheyHaveNow() {
        AiService two = single(r -> r.instances(2).antiAffined());
        Situation full = situation
                .running(two, Map.of("inference", 2))
                .replacing(two.ref())
                .hosts(sharedHost("a", 0, 0), sharedHost("b", 0, 0));

        assertThat(full.want(two).examine(new AffinityFits())).isEmpty();
    }

    @Test
    void examine_hostThatTheClusterLacks_isAnError() {
        AiService named = single(r -> r.addHosts("a").addAvoidedHosts("b", "z"));

        assertThat(situation
                        .want(named)
                        .hosts(sharedHost("a", 8, 64), sharedHost("b", 8, 64))
                        .examine(new AffinityFits()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("unknown-host");
                    assertThat(finding.message()).contains("'z'");
                });
    }

    @Test
    void examine_onlyHostAllowedIsFull_isAnError() {
        assertThat(situation
                        .want(single(r -> r.addAvoidedHosts("b")))
                        .hosts(sharedHost("a", 1, 64), sharedHost("b", 8, 64))
                        .examine(new AffinityFits()))
                .extracting(Finding::message)
                .containsExactly("new instances of role inference need 1 host, and none can take them");
    }
}
