package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.network;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.network.NetworkType;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TenantsConfinedTest {
    private static final Tenant CONFINED =
            Tenant.builder("acme").vlans("100-199").vlans("500").build();
    private static final TenantNetwork AUTOMATIC = TenantNetwork.builder("cameras")
            .tenant(CONFINED)
            .subnet("10.60.0.0/24")
            .build();

    private static Inventory.Network made(int vlan) {
        return new Inventory.Network(
                1,
                "f.acme.cameras",
                Optional.of(AUTOMATIC.ref()),
                NetworkType.VLAN,
                Optional.of(vlan),
                List.of(),
                "ens1f0");
    }

    @Test
    void examine_vlansOfTheRanges_areWell() {
        assertThat(new Situation()
                        .want(
                                CONFINED,
                                network("a", "10.60.0.0/24", 100),
                                network("b", "10.61.0.0/24", 199),
                                network("c", "10.62.0.0/24", 500))
                        .examine(new TenantsConfined()))
                .isEmpty();
    }

    @Test
    void examine_vlanBesideARange_isAnError() {
        assertThat(new Situation()
                        .want(CONFINED, network("a", "10.60.0.0/24", 200))
                        .examine(new TenantsConfined()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("vlan-outside-range");
                    assertThat(finding.message())
                            .isEqualTo("its VLAN 200 is not among 100-199, 500, which tenant/acme may take");
                });
    }

    @Test
    void examine_tenantWithoutRanges_mayTakeAny() {
        assertThat(new Situation()
                        .want(Situation.ACME, network("a", "10.60.0.0/24", 200), AUTOMATIC)
                        .examine(new TenantsConfined()))
                .isEmpty();
    }

    @Test
    void examine_vxlan_hasNoVlan() {
        TenantNetwork vxlan =
                AUTOMATIC.toBuilder().type(NetworkType.VXLAN).vni(70_000).build();

        assertThat(new Situation().want(CONFINED, vxlan).examine(new TenantsConfined()))
                .isEmpty();
    }

    @Test
    void examine_automaticVlan_warnsUntilTheServerChoseAGoodOne() {
        assertThat(new Situation().want(CONFINED, AUTOMATIC).examine(new TenantsConfined()))
                .extracting(Finding::code)
                .containsExactly("vlan-not-confined");
        assertThat(new Situation()
                        .want(CONFINED, AUTOMATIC)
                        .inventory(site -> site.addNetworks(made(150)))
                        .examine(new TenantsConfined()))
                .isEmpty();
        assertThat(new Situation()
                        .want(CONFINED, AUTOMATIC)
                        .inventory(site -> site.addNetworks(made(99)))
                        .examine(new TenantsConfined()))
                .extracting(Finding::code)
                .containsExactly("vlan-outside-range");
    }
}
