package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.network;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Finding.Severity;
import io.telcofactory.api.Ref;
import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.NetworkType;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.site.Inventory.Network;
import java.util.List;
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

        assertThat(situation.examine(new NetworksApart())).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("subnet-overlap");
            assertThat(finding.message())
                    .isEqualTo(
                            "its subnet 10.60.0.128/25 shares addresses with network/acme/cameras with 10.60.0.0/24");
        });
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

    @Test
    void examine_sameNumberAsVlanAndAsVni_isWell() {
        situation.want(segmented("robots", "10.60.1.0/24", NetworkType.VXLAN, 101));

        assertThat(situation.examine(new NetworksApart())).isEmpty();
    }

    @Test
    void examine_sameVni_isAnError() {
        situation.want(
                segmented("robots", "10.60.1.0/24", NetworkType.VXLAN, 101),
                segmented("drones", "10.60.2.0/24", NetworkType.VXLAN, 101));

        assertThat(situation.examine(new NetworksApart()))
                .containsExactly(Finding.error(
                        "vni-taken",
                        new Ref("network", "acme", "drones"),
                        "its VXLAN network identifier 101 is also that of network/acme/robots",
                        "choose another vni, or leave it out and let the site choose"));
    }

    @Test
    void examine_twoFlatNetworksOnOneFabric_areAnError() {
        situation.want(flat("robots", "10.60.1.0/24"), flat("drones", "10.60.2.0/24"));

        assertThat(situation.examine(new NetworksApart()))
                .extracting(Finding::toString)
                .containsExactly("ERROR network/acme/drones: it has type flat on ens1f0, which also carries"
                        + " network/acme/robots -> choose type vlan or vxlan, or a fabric of its own [fabric-taken]");
    }

    @Test
    void examine_oneFlatNetworkBesideTaggedOnes_isWell() {
        situation.want(flat("robots", "10.60.1.0/24"));

        assertThat(situation.examine(new NetworksApart())).isEmpty();
    }

    @Test
    void examine_nestedSubnetsOfBothFamilies_areToldOncePerPair() {
        situation.want(
                network("wide", "10.60.0.0/16", 102),
                dual("robots", "10.61.0.0/24", "2001:db8:60::/48"),
                dual("drones", "10.62.0.0/24", "2001:db8:60:1::/64"));

        assertThat(situation.examine(new NetworksApart()))
                .extracting(Finding::message)
                .containsExactly(
                        "its subnet 10.60.0.0/16 shares addresses with network/acme/cameras with 10.60.0.0/24",
                        "its subnet 2001:db8:60:1::/64 shares addresses with network/acme/robots with 2001:db8:60::/48");
    }

    private static TenantNetwork segmented(String name, String subnet, NetworkType type, int number) {
        return TenantNetwork.builder(name)
                .tenant(Situation.ACME)
                .type(type)
                .vni(number)
                .subnet(subnet)
                .build();
    }

    private static TenantNetwork flat(String name, String subnet) {
        return TenantNetwork.builder(name)
                .tenant(Situation.ACME)
                .type(NetworkType.FLAT)
                .subnet(subnet)
                .build();
    }

    private static TenantNetwork dual(String name, String subnet, String subnet6) {
        return TenantNetwork.builder(name)
                .tenant(Situation.ACME)
                .subnet(subnet)
                .subnet(subnet6)
                .build();
    }

    private void inventory(Optional<Ref> owner, int vlan, String subnet, String device) {
        situation.inventory(i -> i.addNetworks(new Network(
                7, "legacy", owner, NetworkType.VLAN, Optional.of(vlan), List.of(Cidr.parse(subnet)), device)));
    }
}
