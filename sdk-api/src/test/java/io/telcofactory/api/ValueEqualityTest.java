package io.telcofactory.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.compute.HostTuning;
import io.telcofactory.api.compute.NumaShare;
import io.telcofactory.api.compute.PciClaim;
import io.telcofactory.api.compute.Timing;
import io.telcofactory.api.network.Bandwidth;
import io.telcofactory.api.network.Bitrate;
import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.Handoff;
import io.telcofactory.api.network.LatencyBudget;
import io.telcofactory.api.network.LatencyPart;
import io.telcofactory.api.network.RouterInterface;
import io.telcofactory.api.network.Snssai;
import io.telcofactory.api.nf.Vrf;
import io.telcofactory.api.service.Adjustment;
import io.telcofactory.api.service.Affinity;
import io.telcofactory.api.service.AffinityRule;
import io.telcofactory.api.service.Condition;
import io.telcofactory.api.service.Metric;
import io.telcofactory.api.service.Schedule;
import io.telcofactory.api.site.PciSelector;
import io.telcofactory.api.site.TimingSource;
import io.telcofactory.api.site.TunedHosts;
import io.telcofactory.api.tenant.DatastoreQuota;
import io.telcofactory.api.tenant.Quota;
import io.telcofactory.api.tenant.TenantUser;
import io.telcofactory.api.tenant.VlanRange;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scans for generated values, so that a new one is covered on its first day; equality of records is the compiler's. */
class ValueEqualityTest {

    @ParameterizedTest
    @MethodSource("values")
    void equals_everyValue_comparesAllAttributes(Class<?> value) {
        EqualsVerifier.forClass(value)
                .suppress(Warning.NULL_FIELDS)
                .withPrefabValues(Cidr.class, Cidr.parse("10.60.0.0/24"), Cidr.parse("10.61.0.0/24"))
                .withPrefabValues(Bandwidth.class, Bandwidth.of(Bitrate.megabits(1)), Bandwidth.of(Bitrate.megabits(2)))
                .withPrefabValues(LatencyBudget.class, latency(1), latency(2))
                .withPrefabValues(Handoff.class, Handoff.virtio(), Handoff.sriov())
                .withPrefabValues(Snssai.class, Snssai.of(1), Snssai.of(2))
                .withPrefabValues(
                        Quota.class,
                        Quota.builder().vms(1).build(),
                        Quota.builder().vms(2).build())
                .withPrefabValues(
                        TenantUser.class,
                        TenantUser.builder("a").driver("ldap").build(),
                        TenantUser.builder("b").driver("ldap").build())
                .withPrefabValues(
                        DatastoreQuota.class,
                        new DatastoreQuota(Optional.empty(), Optional.of(1)),
                        new DatastoreQuota(Optional.empty(), Optional.of(2)))
                .withPrefabValues(
                        RouterInterface.class,
                        new RouterInterface(new Ref(Ref.NETWORK, "a", "b"), Optional.empty()),
                        new RouterInterface(new Ref(Ref.NETWORK, "a", "c"), Optional.empty()))
                .withPrefabValues(SecretRef.class, SecretRef.environment("A"), SecretRef.environment("B"))
                .withPrefabValues(VlanRange.class, new VlanRange(1, 2), new VlanRange(1, 3))
                .withPrefabValues(Condition.class, Metric.CPU.above(80), Metric.CPU.below(80))
                .withPrefabValues(
                        NumaShare.class,
                        new NumaShare(1, DataSize.gibibytes(1)),
                        new NumaShare(2, DataSize.gibibytes(1)))
                .withPrefabValues(
                        TimingSource.class, new TimingSource(Timing.PTP, "a"), new TimingSource(Timing.SYNCE, "a"))
                .withPrefabValues(
                        TunedHosts.class,
                        new TunedHosts(Set.of(HostTuning.ISOLATED_CORES), "a"),
                        new TunedHosts(Set.of(HostTuning.INTERRUPTS_APART), "a"))
                .withPrefabValues(
                        Vrf.class,
                        new Vrf("a", List.of(Ref.parse("breakout/acme/a"))),
                        new Vrf("b", List.of(Ref.parse("breakout/acme/a"))))
                .withPrefabValues(PciClaim.class, PciClaim.at("18:00.0"), PciClaim.at("9a:00.0"))
                .withPrefabValues(AffinityRule.class, rule(Affinity.AFFINED), rule(Affinity.ANTI_AFFINED))
                .withPrefabValues(Adjustment.class, Adjustment.by(1), Adjustment.to(4))
                .withPrefabValues(
                        Schedule.class,
                        Schedule.once(Instant.ofEpochSecond(1), Adjustment.by(1)),
                        Schedule.once(Instant.ofEpochSecond(2), Adjustment.by(1)))
                .withPrefabValues(
                        PciSelector.class,
                        new PciSelector("10de", "2330", "0302"),
                        new PciSelector("10de", "2331", "0302"))
                .verify();
    }

    private static AffinityRule rule(Affinity affinity) {
        return new AffinityRule(affinity, Set.of("a", "b"));
    }

    private static LatencyBudget latency(int milliseconds) {
        return new LatencyBudget(
                Duration.ofMillis(20),
                List.of(new LatencyPart("radio", Duration.ofMillis(milliseconds), LatencyPart.Basis.MEASURED)));
    }

    @Test
    void values_scan_findsThem() throws IOException, URISyntaxException {
        assertThat(values())
                .extracting(Class::getSimpleName)
                .contains(
                        "ImmutableTenant", "ImmutableAiService", "ImmutableSite", "ImmutableChange", "ImmutableOwned");
    }

    static List<Class<?>> values() throws IOException, URISyntaxException {
        Path classes = Path.of(Blueprint.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.matches(".*Immutable[A-Za-z0-9]+\\.class"))
                    .sorted()
                    .<Class<?>>map(ValueEqualityTest::load)
                    .toList();
        }
    }

    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replaceAll("[/\\\\]", ".");
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
