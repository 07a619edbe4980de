package io.telcofactory.api.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.network.NetworkType;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProvidersKnownTest {
    private static final Tenant TENANT = Tenant.builder("acme")
            .quota(q -> q.datastore("images", DataSize.gibibytes(1), 1)
                    .putLeases("uplink", 4)
                    .cluster("default", c -> c.vms(1)))
            .addProviderNetworks("uplink")
            .build();
    private static final AiService CONNECTED = Situation.single(r -> r.addProviderNetworks("uplink"));

    private static Situation site() {
        return new Situation()
                .inventory(site -> site.addDatastores("images", "other")
                        .addClusters("default")
                        .addNetworks(network(7, "uplink")));
    }

    private static Inventory.Network network(int id, String name) {
        return new Inventory.Network(
                id, name, Optional.empty(), NetworkType.FLAT, Optional.empty(), List.of(), "ens1f0");
    }

    @Test
    void examine_allThereOnce_isWell() {
        assertThat(site().want(TENANT, CONNECTED).examine(new ProvidersKnown())).isEmpty();
    }

    @Test
    void examine_missing_namesWhatIsThere() {
        assertThat(new Situation()
                        .inventory(site -> site.addDatastores("other").addNetworks(network(7, "downlink")))
                        .want(TENANT)
                        .examine(new ProvidersKnown()))
                .allSatisfy(finding -> assertThat(finding.code()).isEqualTo("provider-unknown"))
                .extracting(Finding::toString)
                .satisfiesExactly(
                        network -> assertThat(network).contains("names network 'uplink'", "name one of [downlink]"),
                        datastore -> assertThat(datastore).contains("names datastore 'images'", "name one of [other]"),
                        cluster -> assertThat(cluster).contains("names cluster 'default'", "(now none)"));
    }

    @Test
    void examine_twoOfAName_isAmbiguous() {
        assertThat(site().inventory(site -> site.addNetworks(network(8, "uplink")))
                        .want(TENANT)
                        .examine(new ProvidersKnown()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("provider-ambiguous");
                    assertThat(finding.message()).endsWith("of which the site has 2");
                });
    }

    @Test
    void examine_roleOnANetworkNotGranted_isAnError() {
        assertThat(site().want(Situation.ACME, CONNECTED).examine(new ProvidersKnown()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("provider-not-granted");
                    assertThat(finding.message()).contains("'uplink', which tenant/acme may not use");
                });
    }

    @Test
    void examine_tenantOfAnotherBlueprint_countsAsItIs() {
        assertThat(site().there(TENANT).want(CONNECTED).examine(new ProvidersKnown()))
                .isEmpty();
        assertThat(site().there(Situation.ACME).want(CONNECTED).examine(new ProvidersKnown()))
                .extracting(Finding::code)
                .containsExactly("provider-not-granted");
    }
}
