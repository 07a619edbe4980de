package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.network;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Finding.Severity;
import io.telcofactory.api.Ref;
import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.site.Inventory.Network;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworksApartTest {
    private static final TenantNetwork CAMERAS = network("cameras", "10.60.0.0/24", 101);

    private final Situation situation = new Situation().want(CAMERAS);

    @Test
    void examine_neighbouringSubnetsAndVlans_areWell() {
        situation.want(network("robots", "10.60.1.0/24", 102));
        inventory(Optional.empty(), 103, "10.59.255.0/24", "ens1f0");

        assertThat(situation.examine(new NetworksApart())).isEmpty();
    }

    @Test
    void examine_sameVlanInTheBlueprint_isAnError() {
        situation.want(network("robots", "10.60.1.0/24", 101));

        assertThat(situation.examine(new NetworksApart()))
                .containsExactly(Finding.error(
                        "vlan-taken",
                        new Ref("network", "acme", "robots"),
                        "its VLAN 101 is also that of network/acme/cameras",
                        "choose another VLAN, or leave it out and let the site choose"));
    }

    @Test
    void examine_overlappingSubnetsInTheBlueprint_areAnError() {
        situation.want(network("robots", "10.60.0.128/25", 102));

        assertThat(situation.examine(new NetworksApart()))
                .extracting(Finding::message)
                .containsExactly(
                        "its subnet 10.60.0.128/25 shares addresses with network/acme/cameras with 10.60.0.0/24");
    }

    @Test
    void examine_foreignNetworkWithSameVlanOnSameDevice_isAnError() {
        inventory(Optional.empty(), 101, "192.168.0.0/24", "ens1f0");

        assertThat(situation.examine(new NetworksApart()))
                .extracting(Finding::toString)
                .containsExactly("ERROR network/acme/cameras: its VLAN 101 is also that of network 7 'legacy'"
                        + " -> choose another VLAN, or leave it out and let the site choose [vlan-taken]");
    }

    @Test
    void examine_sameVlanOnAnotherDevice_isWell() {
        inventory(Optional.empty(), 101, "192.168.0.0/24", "ens3f0");

        assertThat(situation.examine(new NetworksApart())).isEmpty();
    }

    @Test
    void examine_sameVlanOnUnknownDevice_isAnError() {
        inventory(Optional.empty(), 101, "192.168.0.0/24", "");

        assertThat(situation.examine(new NetworksApart()))
                .extracting(Finding::code)
                .containsExactly("vlan-taken");
    }

    @Test
    void examine_foreignNetworkWithOverlappingSubnet_isAWarning() {
        inventory(Optional.empty(), 5, "10.60.0.0/16", "ens1f0");

        assertThat(situation.examine(new NetworksApart())).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.message())
                    .isEqualTo("its subnet 10.60.0.0/24 shares addresses with network 7 'legacy' with 10.60.0.0/16,"
                            + " which this factory did not make");
        });
    }

    @Test
    void examine_ownNetworkWithOverlappingSubnet_isAnError() {
        inventory(Optional.of(new Ref("network", "other", "cameras")), 5, "10.60.0.0/16", "ens1f0");

        assertThat(situation.examine(new NetworksApart()))
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
    }

    @Test
    void examine_theNetworkItself_isNotHeldAgainstIt() {
        inventory(Optional.of(CAMERAS.ref()), 101, "10.60.0.0/24", "ens1f0");

        assertThat(situation.examine(new NetworksApart())).isEmpty();
    }

    @Test
    void examine_networkThatGoesAway_isNotHeldAgainstOthers() {
        Ref old = new Ref("network", "acme", "old");
        inventory(Optional.of(old), 101, "10.60.0.0/24", "ens1f0");

        assertThat(situation.replacing(old).examine(new NetworksApart())).isEmpty();
    }

    private void inventory(Optional<Ref> owner, int vlan, String subnet, String device) {
        situation.inventory(i -> i.addNetworks(
                new Network(7, "legacy", owner, Optional.of(vlan), Optional.of(Cidr.parse(subnet)), device)));
    }
}
