package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.keepingBack;
import static io.telcofactory.api.internal.check.Situation.pinnedHost;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.compute.EpaProfile;
import io.telcofactory.api.compute.HostTuning;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.site.Host;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.site.TunedHosts;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What hosts tell of their cores and CPUs; what only the site document tells is in {@link NoisyNeighboursTest}. */
class HostsPreparedTest {
    private static final Site SITE = Site.builder("lisbon")
            .physicalDevice("ens1f0")
            .addHostTuning(new TunedHosts(Set.of(HostTuning.INTERRUPTS_APART), "ran-*"))
            .build();
    private static final Host RAN = pinnedHost("ran-1", 1, 8, 32);
    private static final Host GPU = pinnedHost("gpu-1", 1, 8, 32);

    @Test
    void examine_cpuModelThatNoHostKnows_isAnError() {
        assertThat(examine(model("Skylake-Server"), knows(RAN, "Nehalem"), knows(GPU, "Westmere")))
                .extracting(Finding::toString)
                .containsExactly(
                        "ERROR service/acme/defects: role inference shows its guests the CPU 'Skylake-Server', which no"
                                + " host knows to which it may be brought: gpu-1, ran-1 -> name a model that they know,"
                                + " host-passthrough for that of the host, or keep the role off them by avoidedHosts"
                                + " [cpu-model-not-offered]");
    }

    @Test
    void examine_cpuModelThatSomeHostsDoNotKnow_isAWarningUnlessTheyAreAvoided() {
        Host knowing = knows(RAN, "Nehalem", "Skylake-Server");
        Host old = knows(GPU, "Nehalem");

        assertThat(examine(model("Skylake-Server"), knowing, old))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("cpu-model-not-offered");
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
                    assertThat(finding.message()).endsWith("which these hosts do not know: gpu-1");
                });
        AiService avoiding =
                Situation.single(role -> role.epa(profile("Skylake-Server")).addAvoidedHosts("gpu-1"));
        assertThat(examine(avoiding, knowing, old)).isEmpty();
    }

    @Test
    void examine_hostsThatDoNotTellTheirModelsOrTheModelOfTheHostItself_areFine() {
        assertThat(examine(model("Skylake-Server"), RAN, GPU)).isEmpty();
        assertThat(examine(model("host-passthrough"), knows(RAN, "Nehalem"))).isEmpty();
    }

    @Test
    void examine_tunedHostThatGivesAllItsCoresAway_isAWarning() {
        assertThat(examine(tuned(), RAN, GPU))
                .extracting(Finding::toString)
                .containsExactly(
                        "WARNING service/acme/defects: role inference needs hosts tuned by INTERRUPTS_APART, and"
                                + " the server gives machines every core of ran-1: none is left for what shall be kept beside"
                                + " them -> keep cores back there (ISOLCPUS of the host), or correct hostTuning in the site"
                                + " document [no-core-kept-back]");
        assertThat(examine(tuned(), keepingBack(RAN, 0), GPU)).isEmpty();
        assertThat(examine(tuned(), keepingBack(RAN, 1), GPU)).isEmpty();
    }

    private static Host knows(Host host, String... models) {
        return host.withCpuModels(Set.of(models));
    }

    private static AiService model(String name) {
        return Situation.single(role -> role.epa(profile(name)));
    }

    private static EpaProfile profile(String model) {
        return EpaProfile.builder().from(EpaProfile.realtime()).cpuModel(model).build();
    }

    private static AiService tuned() {
        return Situation.single(role -> role.epa(EpaProfile.builder()
                .from(EpaProfile.realtime())
                .addHostTuning(HostTuning.INTERRUPTS_APART)
                .build()));
    }

    private static List<Finding> examine(AiService service, Host... hosts) {
        return new Situation()
                .want(service)
                .inventory(inventory -> inventory.site(SITE))
                .hosts(hosts)
                .examine(new HostsPrepared());
    }
}
