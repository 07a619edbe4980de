package io.telcofactory.api.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Finding.Severity;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.tenant.Quota;
import io.telcofactory.api.tenant.Tenant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class QuotasFitSiteTest {
    /** 64 threads, 256 GiB, one card and one slice of an H100. */
    private static List<Finding> examine(Tenant... tenants) {
        return new Situation()
                .want(tenants)
                .hosts(
                        Situation.sharedHost("h100-1", 4, 16, Situation.card(false)),
                        Situation.sharedHost("mig-1", 4, 16, Situation.slice(true)))
                .inventory(site -> site.capacity(new Inventory.Capacity(64, DataSize.gibibytes(256))))
                .examine(new QuotasFitSite());
    }

    private static Tenant tenant(String name, Consumer<Quota.Builder> quota) {
        return Tenant.builder(name).quota(quota).build();
    }

    @Test
    void examine_allThatTheSiteHas_isWell() {
        assertThat(examine(
                        tenant("a", q -> q.vcpus(32).memory(DataSize.gibibytes(200))),
                        tenant(
                                "b",
                                q -> q.vcpus(32).memory(DataSize.gibibytes(56)).gpus(Situation.H100, 2)),
                        tenant("unlimited", q -> {})))
                .isEmpty();
    }

    @Test
    void examine_oneMoreOfEach_isAWarningWithTheNumbers() {
        assertThat(examine(
                        tenant(
                                "a",
                                q -> q.vcpus(64).memory(DataSize.gibibytes(256)).gpus(Situation.H100, 2)),
                        tenant(
                                "b",
                                q -> q.vcpus(1).memory(DataSize.mebibytes(1)).gpus(Situation.H100, 1))))
                .allSatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo("quotas-above-capacity");
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                })
                .extracting(Finding::message)
                .containsExactly(
                        "the quotas of this factory's tenants promise vcpus 65 together, the site has 64",
                        "the quotas of this factory's tenants promise memory 262145 MiB together, the site has 262144"
                                + " MiB",
                        "the quotas of this factory's tenants promise gpuModels.H100-SXM-80GB 3 together, the site has"
                                + " 2");
    }

    @Test
    void examine_quotasOfOtherBlueprints_countUnlessTheirTenantsGo() {
        Tenant other = tenant("other", q -> q.vcpus(60));
        Situation both = new Situation()
                .want(tenant("a", q -> q.vcpus(5)))
                .there(other)
                .inventory(site -> site.capacity(new Inventory.Capacity(64, DataSize.gibibytes(256))));
        assertThat(both.examine(new QuotasFitSite()))
                .extracting(Finding::message)
                .containsExactly("the quotas of this factory's tenants promise vcpus 65 together, the site has 64");
        assertThat(both.replacing(other.ref()).examine(new QuotasFitSite())).isEmpty();
    }

    @Test
    void examine_modelThatNobodyOffers_isAWarning() {
        assertThat(examine(tenant("a", q -> q.gpus("L4", 1))))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("gpuModels.L4 1 together, the site has 0");
    }
}
