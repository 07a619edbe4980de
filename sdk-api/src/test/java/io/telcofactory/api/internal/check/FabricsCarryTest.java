package io.telcofactory.api.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.network.Bandwidth;
import io.telcofactory.api.network.Bitrate;
import io.telcofactory.api.network.NetworkType;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.site.Fabric;
import io.telcofactory.api.site.Site;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FabricsCarryTest {
    private static final Site SITE = Site.builder("lisbon")
            .physicalDevice("ens1f0")
            .addFabrics(
                    Fabric.builder("plain")
                            .physicalDevice("ens2f0")
                            .driver("bridge")
                            .mtu(9000)
                            .build(),
                    Fabric.builder("switched")
                            .physicalDevice("ens3f0")
                            .driver(Fabric.OPEN_VSWITCH)
                            .bridge("ovsbr0")
                            .build())
            .build();

    @Test
    void examine_fabricThatTheSiteLacks_isAnError() {
        assertThat(examine(network().fabric("n6").build()))
                .extracting(Finding::toString)
                .containsExactly("ERROR network/acme/cameras: it names fabric 'n6', but site 'lisbon' has"
                        + " [plain, switched] -> add the fabric to the site document, or name one that is there"
                        + " [fabric-unknown]");
    }

    @ParameterizedTest
    @CsvSource({"VLAN, switched", "VXLAN, plain", "VXLAN, switched", "FLAT, plain"})
    void examine_fabricThatKeepsTheNetworkApart_isWell(NetworkType type, String fabric) {
        assertThat(examine(network().type(type).fabric(fabric).build())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"VLAN, plain", "FLAT, switched"})
    void examine_fabricThatDoesNotKeepTheNetworkApart_isAnError(NetworkType type, String fabric) {
        assertThat(examine(network().type(type).fabric(fabric).build()))
                .extracting(Finding::code)
                .containsExactly("fabric-cannot-carry");
    }

    @ParameterizedTest
    @CsvSource({"VLAN, , 1500, true", "VLAN, , 1501, false", "VXLAN, plain, 8950, true", "VXLAN, plain, 8951, false"})
    void examine_mtu_mustFitThroughTheFabric(NetworkType type, String fabric, int mtu, boolean fits) {
        TenantNetwork network = network()
                .type(type)
                .fabric(java.util.Optional.ofNullable(fabric))
                .mtu(mtu)
                .build();

        assertThat(examine(network)).extracting(Finding::code).isEqualTo(fits ? List.of() : List.of("mtu-too-large"));
    }

    @Test
    void examine_outboundBandwidthOnOpenVswitch_isAWarning() {
        Bandwidth limit = Bandwidth.of(Bitrate.megabits(100));

        assertThat(examine(network().fabric("switched").inbound(limit).build())).isEmpty();
        assertThat(examine(network().outbound(limit).build())).isEmpty();
        assertThat(examine(network().fabric("switched").outbound(limit).build()))
                .extracting(Finding::code)
                .containsExactly("bandwidth-not-enforced");
    }

    private static List<Finding> examine(TenantNetwork network) {
        return new Situation()
                .inventory(inventory -> inventory.site(SITE))
                .want(network)
                .examine(new FabricsCarry());
    }

    private static TenantNetwork.Builder network() {
        return TenantNetwork.builder("cameras").tenant("acme").subnet("10.60.0.0/24");
    }
}
