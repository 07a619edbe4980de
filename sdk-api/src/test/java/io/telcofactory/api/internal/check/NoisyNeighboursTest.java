package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.keepingBack;
import static io.telcofactory.api.internal.check.Situation.network;
import static io.telcofactory.api.internal.check.Situation.pinnedHost;
import static io.telcofactory.api.internal.check.Situation.sharedHost;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.compute.EpaProfile;
import io.telcofactory.api.compute.HostTuning;
import io.telcofactory.api.compute.PinPolicy;
import io.telcofactory.api.compute.Timing;
import io.telcofactory.api.nf.InterfaceName;
import io.telcofactory.api.nf.NetworkFunction;
import io.telcofactory.api.nf.NetworkFunctionType;
import io.telcofactory.api.nf.Redundancy;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.site.Host;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.site.TimingSource;
import io.telcofactory.api.site.TunedHosts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoisyNeighboursTest {
    private static final Site SITE = Site.builder("lisbon")
            .physicalDevice("ens1f0")
            .addTiming(new TimingSource(Timing.PTP, "ran-*"))
            .addHostTuning(
                    new TunedHosts(Set.of(HostTuning.ISOLATED_CORES, HostTuning.EMULATOR_THREADS_APART), "ran-*"))
            .build();
    private static final NetworkFunction DU = NetworkFunction.builder("du-1")
            .tenant(Situation.ACME)
            .type(NetworkFunctionType.DU)
            .image("du")
            .vcpus(2)
            .memory(DataSize.gibibytes(4))
            .addTiming(Timing.PTP)
            .attach(
                    InterfaceName.FRONTHAUL,
                    network("fronthaul", "10.60.0.0/24", 101).ref())
            .build();
    private static final Host RAN = keepingBack(pinnedHost("ran-1", 1, 8, 32), 0);
    private static final Host OTHER = pinnedHost("gpu-1", 1, 8, 32);

    @Test
    void examine_bestEffortRoleThatCouldRunBesideAFunction_isAnError() {
        AiService shared = Situation.single(role -> role.epa(EpaProfile.shared()));

        assertThat(examine(shared, RAN, OTHER))
                .extracting(Finding::toString)
                .containsExactly(
                        "ERROR service/acme/defects: role inference is pinned SHARED and could run on ran-1, which"
                                + " function/acme/du-1 holds -> pin it to cores or threads, keep it off by avoidedHosts,"
                                + " or let the function run on other hosts [noisy-neighbour]");
        assertThat(examine(Situation.single(role -> role.epa(EpaProfile.realtime())), RAN, OTHER))
                .isEmpty();
        assertThat(examine(
                        Situation.single(role -> role.epa(EpaProfile.shared()).addAvoidedHosts("ran-1")), RAN, OTHER))
                .isEmpty();
        assertThat(examine(shared, OTHER)).isEmpty();
    }

    @Test
    void examine_unpinnedRole_isKeptOffByTheServerUnlessTheHostTakesAll() {
        AiService unpinned = Situation.single(role -> {});

        assertThat(examine(unpinned, RAN, sharedHost("std-1", 8, 32))).isEmpty();
        assertThat(new Situation()
                        .want(DU, unpinned)
                        .inventory(inventory -> inventory.site(SITE))
                        .running(DU, Map.of("du", 1), Map.of("roles.du.0.host", "std-1"))
                        .hosts(RAN, sharedHost("std-1", 8, 32))
                        .examine(new NoisyNeighbours()))
                .extracting(Finding::code)
                .containsExactly("noisy-neighbour");
    }

    @Test
    void examine_functionThatRuns_holdsOnlyItsHost() {
        AiService shared =
                Situation.single(role -> role.epa(EpaProfile.shared()).addAvoidedHosts("ran-1"));

        assertThat(new Situation()
                        .want(DU, shared)
                        .inventory(inventory -> inventory.site(SITE))
                        .running(DU, Map.of("du", 1), Map.of("roles.du.0.host", "ran-1"))
                        .hosts(RAN, pinnedHost("ran-2", 1, 8, 32))
                        .examine(new NoisyNeighbours()))
                .isEmpty();
    }

    @Test
    void clocks_hostsThatKeepThem_mustBeDeclaredAndThere() {
        assertThat(clocks(SITE, RAN)).isEmpty();
        assertThat(clocks(SITE, OTHER))
                .extracting(Finding::toString)
                .containsExactly(
                        "ERROR function/acme/du-1: role du needs hosts whose clocks are kept by PTP, and site 'lisbon'"
                                + " has none of the names it declares, ran-* -> declare the hosts under timing in the site"
                                + " document, if there are such, or leave the need out [timing-not-offered]");
        assertThat(clocks(Site.builder("lisbon").physicalDevice("ens1f0").build(), RAN))
                .extracting(Finding::code)
                .containsExactly("timing-not-offered");
    }

    @Test
    void tuning_hostsThatHaveIt_mustBeDeclaredAndThere() {
        assertThat(tuning(HostTuning.ISOLATED_CORES, RAN)).isEmpty();
        assertThat(tuning(HostTuning.ISOLATED_CORES, OTHER))
                .extracting(Finding::toString)
                .containsExactly(
                        "ERROR function/acme/du-1: role du needs hosts tuned by ISOLATED_CORES, and site 'lisbon' has"
                                + " none of the names it declares, ran-* -> declare the hosts under hostTuning in the site"
                                + " document, if there are such, or leave the need out [tuning-not-offered]");
        assertThat(tuning(HostTuning.INTERRUPTS_APART, RAN))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .endsWith("tuned by INTERRUPTS_APART, and site 'lisbon' declares none"));
    }

    @Test
    void affinity_activeAndStandby_needTwoHostsThatAreTuned() {
        NetworkFunction pair = tuned(HostTuning.ISOLATED_CORES).toBuilder()
                .redundancy(Redundancy.ACTIVE_STANDBY)
                .build();

        assertThat(affinity(pair, RAN, OTHER)).extracting(Finding::code).containsExactly("affinity-does-not-fit");
        assertThat(affinity(pair, RAN, pinnedHost("ran-2", 1, 8, 32))).isEmpty();
    }

    @Test
    void affinity_activeAndStandby_needTwoHostsThatKeepTheTime() {
        NetworkFunction pair =
                DU.toBuilder().redundancy(Redundancy.ACTIVE_STANDBY).build();

        assertThat(affinity(pair, RAN, OTHER)).extracting(Finding::code).containsExactly("affinity-does-not-fit");
        assertThat(affinity(pair, RAN, pinnedHost("ran-2", 1, 8, 32))).isEmpty();
        assertThat(affinity(DU, RAN, OTHER)).isEmpty();
    }

    private static List<Finding> affinity(NetworkFunction function, Host... hosts) {
        return situation(SITE, hosts).want(function).examine(new AffinityFits());
    }

    private static List<Finding> clocks(Site site, Host... hosts) {
        return situation(site, hosts).want(DU).examine(new HostsPrepared());
    }

    private static List<Finding> tuning(HostTuning tuning, Host... hosts) {
        return situation(SITE, hosts).want(tuned(tuning)).examine(new HostsPrepared());
    }

    /** A function that needs no clock, but a tuning. */
    private static NetworkFunction tuned(HostTuning tuning) {
        return DU.toBuilder()
                .timing(Set.of())
                .epa(EpaProfile.builder()
                        .pinning(PinPolicy.CORE)
                        .addHostTuning(tuning)
                        .build())
                .build();
    }

    private static List<Finding> examine(AiService service, Host... hosts) {
        return situation(SITE, hosts).want(DU, service).examine(new NoisyNeighbours());
    }

    private static Situation situation(Site site, Host... hosts) {
        return new Situation().inventory(inventory -> inventory.site(site)).hosts(hosts);
    }
}
