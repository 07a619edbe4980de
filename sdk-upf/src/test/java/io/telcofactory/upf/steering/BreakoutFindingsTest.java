package io.telcofactory.upf.steering;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.N6Mode;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.network.TrafficMatch;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.spi.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a plan tells of breakouts before anything is changed. */
class BreakoutFindingsTest {
    private static final Pattern CODE = Pattern.compile("Finding\\.(?:error|warning)\\(\\s*\"([a-z-]+)\"");

    @Test
    void returnRoutes_networkWithAllOfThem_isFine() {
        assertThat(examine(new ReturnRoutes(), breakout("a", "10.60.0.1"), network("10.60.0.1")))
                .isEmpty();
    }

    @Test
    void returnRoutes_networkOfAnotherBlueprintWithoutThem_isAnError() {
        Owned owned = Owned.builder()
                .ref(new Ref(Ref.NETWORK, "acme", "n6"))
                .blueprint("other")
                .applied(network())
                .build();
        Proposal proposal = proposal(Map.of(owned.ref(), owned), breakout("a", "10.60.0.1"));

        assertThat(new ReturnRoutes().examine(proposal)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("missing-return-route");
            assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
            assertThat(finding.message()).contains("has no route 10.45.0.0/16 via 10.60.0.1");
        });
    }

    @Test
    void returnRoutes_networkThatNobodyHereMakes_isAWarningWithTheRoutes() {
        assertThat(examine(new ReturnRoutes(), breakout("a", "10.60.0.1")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("missing-return-route");
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
                    assertThat(finding.message()).contains("[10.45.0.0/16 via 10.60.0.1]");
                });
    }

    @Test
    void returnRoutes_twoUserPlaneFunctionsForOnePool_areAnError() {
        assertThat(examine(
                        new ReturnRoutes(),
                        breakout("a", "10.60.0.1"),
                        breakout("b", "10.60.0.2"),
                        network("10.60.0.1", "10.60.0.2")))
                .extracting(Finding::code)
                .containsExactly("conflicting-return-route", "conflicting-return-route");
    }

    @Test
    void conflicts_networksOfTwoTenantsAtOneAccess_areDifferentPlaces() {
        N6Breakout rival =
                breakout("a", "10.60.0.1").toBuilder().tenant("globex").build();

        assertThat(examine(new BreakoutConflicts(), breakout("a", "10.60.0.1"), rival))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("conflicting-dnai");
                    assertThat(finding.message())
                            .contains("edge into network/globex/n6")
                            .contains("edge into network/acme/n6");
                });
    }

    @Test
    void conflicts_breakoutsOfOneNetworkAtOneAccess_areShadowedOnly() {
        assertThat(examine(new BreakoutConflicts(), breakout("a", "10.60.0.1"), breakout("b", "10.60.0.1")))
                .extracting(Finding::code)
                .containsExactly("shadowed-match");
    }

    @Test
    void conflicts_devicesOfOtherAddresses_doNotMeetThoseOfADataNetwork() {
        N6Breakout globex = breakout("b", "10.60.0.1").toBuilder()
                .tenant("globex")
                .dnn("private.globex")
                .matches(List.of(TrafficMatch.destination("0.0.0.0/0")))
                .uePools(List.of(Cidr.parse("10.46.0.0/16")))
                .build();

        assertThat(examine(new BreakoutConflicts(), breakout("a", "10.60.0.1"), globex))
                .isEmpty();
        N6Breakout meeting = globex.toBuilder().uePool("10.45.128.0/17").build();
        assertThat(examine(new BreakoutConflicts(), breakout("a", "10.60.0.1"), meeting))
                .extracting(Finding::code)
                .containsExactly("conflicting-dnai");
    }

    @Test
    void conflicts_breakoutsOfOneDataNetwork_meetWhateverRangesTheyTell() {
        N6Breakout one = breakout("a", "10.60.0.1").toBuilder().dnn("factory").build();
        N6Breakout two = one.toBuilder()
                .name("b")
                .dnai("porto")
                .uePools(List.of(Cidr.parse("10.46.0.0/16")))
                .build();

        assertThat(examine(new BreakoutConflicts(), one, two))
                .extracting(Finding::code)
                .containsExactly("conflicting-dnai");
    }

    @Test
    void conflicts_wholeDataNetworkToTwoPlaces_isAnErrorWhateverIsKnownOfItsDevices() {
        N6Breakout one = wholeDataNetwork("a", N6Mode.NAT);

        assertThat(examine(
                        new BreakoutConflicts(),
                        one,
                        one.toBuilder().name("b").dnai("porto").build()))
                .extracting(Finding::code)
                .containsExactly("conflicting-dnai");
        assertThat(examine(
                        new BreakoutConflicts(),
                        one,
                        one.toBuilder().name("b").dnn("other").dnai("porto").build()))
                .isEmpty();
    }

    @Test
    void conflicts_applicationWhoseFlowsOnlyTheNetworkKnows_areNotGuessed() {
        N6Breakout one = wholeDataNetwork("a", N6Mode.NAT);

        assertThat(examine(
                        new BreakoutConflicts(),
                        one,
                        one.toBuilder()
                                .name("b")
                                .application("vision")
                                .dnai("porto")
                                .build()))
                .isEmpty();
    }

    @Test
    void devicesForMatches_familyWithoutDevices_isAnErrorUnlessTheDataNetworkNamesThem() {
        N6Breakout mixed = breakout("a", "10.60.0.1").toBuilder()
                .match(TrafficMatch.destination("2001:db8:60::/64"))
                .build();

        assertThat(examine(new DevicesForMatches(), mixed)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("match-without-devices");
            assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
            assertThat(finding.message())
                    .isEqualTo(
                            "match 2001:db8:60::/64 is IPv6, and none of the device ranges [10.45.0.0/16] is: nothing"
                                    + " selects such traffic");
        });
        assertThat(examine(
                        new DevicesForMatches(),
                        mixed.toBuilder().dnn("factory").build()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING));
        assertThat(examine(
                        new CoreProvisioned(), mixed.toBuilder().dnn("factory").build()))
                .extracting(Finding::code)
                .containsExactly("match-without-devices", "assumed-of-core");
    }

    @Test
    void devicesForMatches_devicesOfBothFamiliesOrOfNoneTold_areFine() {
        N6Breakout both = breakout("a", "10.60.0.1").toBuilder()
                .match(TrafficMatch.destination("2001:db8:60::/64"))
                .uePool("2001:db8:45::/48")
                .nextHop("2001:db8:60::1")
                .build();

        assertThat(examine(new DevicesForMatches(), both, breakout("b", "10.60.0.1")))
                .isEmpty();
        N6Breakout natted = wholeDataNetwork("c", N6Mode.NAT).toBuilder()
                .match(TrafficMatch.destination("2001:db8:60::/64"))
                .uePool("10.45.0.0/16")
                .build();
        assertThat(examine(new DevicesForMatches(), natted, wholeDataNetwork("d", N6Mode.ETHERNET)))
                .isEmpty();
    }

    private static N6Breakout wholeDataNetwork(String name, N6Mode mode) {
        return N6Breakout.builder(name)
                .tenant("acme")
                .network("n6")
                .dnai("edge")
                .dnn("factory")
                .mode(mode)
                .build();
    }

    @Test
    void conflicts_moreThanAThousand_areCountedInFull() {
        Resource[] all = Stream.iterate(0, i -> i < 60, i -> i + 1)
                .map(i -> breakout("b" + i, "10.60.0.1"))
                .toArray(Resource[]::new);

        List<Finding> findings = examine(new BreakoutConflicts(), all);

        assertThat(findings).hasSize(1001);
        assertThat(findings.get(1000).code()).isEqualTo("more-traffic-conflicts");
        assertThat(findings.get(1000).message()).startsWith("1770 pairs of matches share packets, the first 1000 were");
    }

    @Test
    void asNarrowAsAsked_applicationOfAllUes_isAWarning() {
        Check check = new AsNarrowAsAsked(new NefCompiler(RouteProfiles.namedAsDnai()));
        N6Breakout vision =
                breakout("a", "10.60.0.1").toBuilder().application("vision").build();

        assertThat(examine(check, vision, breakout("b", "10.60.0.1")))
                .extracting(Finding::code)
                .containsExactly("wider-breakout");
    }

    @Test
    void errorsPage_everyCodeInTheSources_hasASection() throws IOException {
        Set<String> sections = Files.readAllLines(Path.of("../docs/errors.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring("## ".length()))
                .collect(Collectors.toSet());

        assertThat(codes()).contains("missing-return-route", "duplicate-stamp").isSubsetOf(sections);
    }

    private static Set<String> codes() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            return sources.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> CODE.matcher(text(file)).results().map(found -> found.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Finding> examine(Check check, Resource... desired) {
        return check.examine(proposal(Map.of(), desired));
    }

    private static Proposal proposal(Map<Ref, Owned> owned, Resource... desired) {
        return new Proposal(
                new Scope("lisbon", "analytics"), Arrays.asList(desired), owned, List.of(), Inventory.empty());
    }

    private static TenantNetwork network(String... hops) {
        TenantNetwork.Builder network =
                TenantNetwork.builder("n6").tenant("acme").subnet("10.60.0.0/24");
        for (String hop : hops) {
            network.addAllRoutes(breakout("x", hop).returnRoutes());
        }
        return network.build();
    }

    private static N6Breakout breakout(String name, String hop) {
        return N6Breakout.builder(name)
                .tenant("acme")
                .network("n6")
                .dnai("edge")
                .match(TrafficMatch.destination("10.60.0.0/24"))
                .uePool("10.45.0.0/16")
                .nextHop(hop)
                .build();
    }
}
