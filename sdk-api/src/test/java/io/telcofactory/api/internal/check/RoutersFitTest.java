package io.telcofactory.api.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.network.VirtualRouter;
import io.telcofactory.api.tenant.Tenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutersFitTest {
    /** Gives 10.60.0.10 to 10.60.0.29 to machines. */
    private static final TenantNetwork NETWORK = TenantNetwork.builder("cameras")
            .tenant(Situation.ACME)
            .subnet("10.60.0.0/24")
            .addresses(20)
            .build();

    private static VirtualRouter.Builder router() {
        return VirtualRouter.builder("edge").tenant(Situation.ACME).image("vnf").uplink("uplink");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.60.0.10", "10.60.0.29"})
    void examine_addressGivenToMachines_isWell(String address) {
        assertThat(new Situation()
                        .want(NETWORK, router().connect(NETWORK, address).build())
                        .examine(new RoutersFit()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.60.0.9", "10.60.0.30", "10.61.0.10", "2001:db8::1"})
    void examine_addressBesideThem_isAnErrorThatListsThem(String address) {
        assertThat(new Situation()
                        .want(NETWORK, router().connect(NETWORK, address).build())
                        .examine(new RoutersFit()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("router-address-outside");
                    assertThat(finding.message()).contains(address, "10.60.0.10-10.60.0.29");
                });
    }

    @Test
    void examine_uplinkNotGranted_isAnError() {
        VirtualRouter router = router().connect(NETWORK).build();

        assertThat(new Situation().want(Situation.ACME, router).examine(new ProvidersKnown()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo("provider-not-granted"));
        assertThat(new Situation()
                        .want(
                                Tenant.builder("acme")
                                        .addProviderNetworks("uplink")
                                        .build(),
                                router)
                        .examine(new ProvidersKnown()))
                .extracting(finding -> finding.code())
                .doesNotContain("provider-not-granted");
    }

    @Test
    void build_routerThatCanNotBe_isRefused() {
        assertThatThrownBy(() -> router().build()).hasMessageContaining("must name a network at least");
        assertThatThrownBy(() -> router().connect(NETWORK).connect(NETWORK).build())
                .hasMessageContaining("once");
        assertThatThrownBy(() -> router().connect(NETWORK).instances(3).build())
                .hasMessageContaining("router.instances = '3'");
    }
}
