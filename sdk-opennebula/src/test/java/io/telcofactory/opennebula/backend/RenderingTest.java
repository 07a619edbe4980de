package io.telcofactory.opennebula.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Condition;
import io.telcofactory.api.service.Metric;
import io.telcofactory.api.service.Readiness;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Field;
import io.telcofactory.api.spi.Rendering;
import io.telcofactory.api.tenant.Tenant;
import io.telcofactory.opennebula.backend.render.NetworkRendering;
import io.telcofactory.opennebula.backend.render.RoleForm;
import io.telcofactory.opennebula.backend.render.RouterForm;
import io.telcofactory.opennebula.backend.render.ScalingForm;
import io.telcofactory.opennebula.backend.render.ServiceRendering;
import io.telcofactory.opennebula.backend.render.TenantRendering;
import io.telcofactory.opennebula.model.OneTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What values look like on OpenNebula. */
class RenderingTest {
    private static final Site SITE = Samples.site("default", "system");

    @Test
    void render_tenant_asGolden() {
        Golden.check("tenant.txt", print(TenantRendering.render(Samples.ACME, SITE, Samples.SCOPE)));
    }

    @Test
    void render_tenantWithEverything_asGolden() {
        Golden.check("tenant-staffed.txt", print(TenantRendering.render(Samples.STAFFED, SITE, Samples.SCOPE)));
    }

    @Test
    void render_roleOnProviderNetwork_namesItAfterItsOwn() {
        AiService connected = Samples.DEFECTS.toBuilder()
                .roles(List.of(Samples.DEFECTS.role("frame-mediation").toBuilder()
                        .addProviderNetworks(Samples.UPLINK)
                        .build()))
                .build();

        assertThat(ServiceRendering.render(connected, SITE, Samples.SCOPE).fields())
                .filteredOn(field -> field.path().equals("roles.frame-mediation.networks"))
                .extracting(Field::value)
                .containsExactly("${network/acme/cameras:id}, ${network:uplink} (any MAC; any IP)");
    }

    @Test
    void render_tenantWithoutQuota_takesLimitsAway() {
        Rendering rendering = TenantRendering.render(Tenant.builder("acme").build(), SITE, Samples.SCOPE);

        assertThat(rendering.fields())
                .filteredOn(field -> field.path().startsWith("quota."))
                .extracting(Field::value)
                .containsOnly("unlimited")
                .hasSize(4);
    }

    @Test
    void render_network_asGolden() {
        Golden.check("network.txt", print(NetworkRendering.render(Samples.CAMERAS, SITE, Samples.SCOPE)));
    }

    @Test
    void render_router_asGolden() {
        Golden.check("router.txt", print(RouterForm.render(Samples.ROUTER, SITE, Samples.SCOPE)));
    }

    @Test
    void render_networksOfEachKind_asGolden() {
        StringBuilder all = new StringBuilder();
        Samples.NETWORKS.forEach((kind, network) -> all.append("# ")
                .append(kind)
                .append('\n')
                .append(print(NetworkRendering.render(network, SITE, Samples.SCOPE)))
                .append('\n'));

        Golden.check("networks.txt", all.toString());
    }

    @Test
    void render_networkOnFabricThatTheSiteLacks_saysSo() {
        TenantNetwork lost = Samples.CAMERAS.toBuilder().fabric("n6").build();

        assertThat(NetworkRendering.render(lost, SITE, Samples.SCOPE).fields())
                .extracting(Field::value)
                .contains("not at the site: n6");
    }

    @Test
    void render_service_asGolden() {
        Golden.check("service.txt", print(ServiceRendering.render(Samples.DEFECTS, SITE, Samples.SCOPE)));
    }

    @Test
    void render_boundedServiceThatReports_asGolden() {
        AiService bounded = AiService.builder("chat")
                .tenant(Samples.ACME)
                .readiness(Readiness.REPORTED)
                .cooldown(Duration.ofSeconds(30))
                .role(
                        "llm",
                        role -> role.image("vllm")
                                .vcpus(4)
                                .memory(DataSize.gibibytes(8))
                                .instances(1, 4)
                                .gpu(GpuClaim.whole("H100-SXM-80GB", 2)))
                .role(
                        "front",
                        role -> role.image("front")
                                .vcpus(1)
                                .memory(DataSize.gibibytes(1))
                                .dependsOn("llm"))
                .build();

        Golden.check("service-bounded.txt", print(ServiceRendering.render(bounded, SITE, Samples.SCOPE)));
    }

    @Test
    void render_everyWayToHoldProcessorsAndDevices_asGolden() {
        Golden.check("service-held.txt", print(ServiceRendering.render(Samples.HELD, SITE, Samples.SCOPE)));
    }

    @Test
    void render_appliance_asGolden() {
        Golden.check("service-appliance.txt", print(ServiceRendering.render(Samples.CHAT, SITE, Samples.SCOPE)));
    }

    @Test
    void render_secrets_asGoldenWithoutThem() {
        Golden.check("service-secretive.txt", print(ServiceRendering.render(Samples.SECRETIVE, SITE, Samples.SCOPE)));
    }

    @Test
    void render_rolesTogetherAndApart_asGolden() {
        AiService named = Samples.PLACED.toBuilder()
                .addRoles(Samples.PLACED.role("active").toBuilder()
                        .name("named")
                        .addHosts("edge1s-01", "edge1s-02")
                        .addAvoidedHosts("edge1s-03")
                        .build())
                .build();

        Golden.check("service-placed.txt", print(ServiceRendering.render(named, SITE, Samples.SCOPE)));
    }

    @Test
    void render_interfacesOfEachKind_asGolden() {
        Golden.check("service-linked.txt", print(ServiceRendering.render(Samples.LINKED, SITE, Samples.SCOPE)));
    }

    @Test
    void render_networkFunctions_asGolden() {
        Golden.check(
                "function.txt",
                print(NetworkRendering.render(Samples.SHARED, SITE, Samples.SCOPE))
                        + "\n# single\n"
                        + print(ServiceRendering.render(Samples.UPF, SITE, Samples.SCOPE))
                        + "\n# active and standby\n"
                        + print(ServiceRendering.render(Samples.PAIR, SITE, Samples.SCOPE)));
    }

    @Test
    void write_roleInAForeignTemplate_keepsOtherKeysOfItsVectors() {
        OneTemplate.Builder template =
                OneTemplate.builder().set("OS", os -> os.set("FIRMWARE", "UEFI").set("MACHINE", "pc"));
        RoleForm.of(Samples.HELD.role("unequal"), Readiness.RUNNING, SITE).write(template, 0);
        assertThat(template.build().vectors("OS")).containsExactly(Map.of("FIRMWARE", "UEFI", "MACHINE", "q35"));

        RoleForm.of(Samples.HELD.role("bound"), Readiness.RUNNING, SITE).write(template, 0);
        assertThat(template.build().vectors("OS")).containsExactly(Map.of("FIRMWARE", "UEFI"));
        assertThat(template.build().names()).doesNotContain("CPU_MODEL", "FEATURES", "NUMA_NODE");
    }

    @Test
    void render_scaledService_asGolden() {
        Golden.check("service-scaled.txt", print(ServiceRendering.render(Samples.SCALED, SITE, Samples.SCOPE)));
    }

    @Test
    void context_metricsThatGuestsPush_givesThemAToken() {
        Role.Builder role = Samples.SCALED.role("llm").toBuilder();

        assertThat(RoleForm.context(role.build(), Readiness.RUNNING)).doesNotContainKey("TOKEN");
        assertThat(RoleForm.context(
                        role.scaleOut(Metric.pushed("QUEUE").above(8), 1).build(), Readiness.RUNNING))
                .containsEntry("TOKEN", "YES")
                .doesNotContainKey("REPORT_READY");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "LOAD > 80, LOAD > 80",
        "MEMORY > 4 GiB, MEMORY > 4194304",
        "GPU_MEMORY_FREE <= 512 MiB, GPU_MEMORY_FREE <= 512",
        "CPU > 80 % and (QUEUE >= 8.5 or QUEUE < -1), (CPU > 80) & ((QUEUE >= 8.5) | (QUEUE < -1))",
        "not CPU > 80 % and QUEUE = 1, (!(CPU > 80)) & (QUEUE = 1)",
        "not (CPU > 80 % or QUEUE != 1), !((CPU > 80) | (QUEUE != 1))",
    })
    void expression_anyCondition_standsInParentheses(String condition, String expected) {
        assertThat(ScalingForm.expression(Condition.parse(condition))).isEqualTo(expected);
    }

    @Test
    void render_claimThatTheSiteDoesNotOffer_saysSo() {
        AiService odd = Samples.DEFECTS.toBuilder()
                .roles(java.util.List.of(Samples.DEFECTS.role("inference").toBuilder()
                        .dependsOn(java.util.List.of())
                        .gpu(GpuClaim.migSlice("H100-SXM-80GB", "7g.80gb"))
                        .build()))
                .build();

        Optional<Field> gpu = ServiceRendering.render(odd, SITE, Samples.SCOPE).fields().stream()
                .filter(field -> field.path().equals("roles.inference.devices"))
                .findFirst();

        assertThat(gpu.orElseThrow().value()).isEqualTo("1 x not on offer at the site: 7g.80gb of H100-SXM-80GB");
    }

    private static String print(Rendering rendering) {
        StringBuilder text = new StringBuilder();
        rendering
                .fields()
                .forEach(field -> text.append(field.path())
                        .append(" = ")
                        .append(field.value())
                        .append("   [")
                        .append(field.step())
                        .append(field.disruption() == io.telcofactory.api.Disruption.NONE ? "" : ", replaces")
                        .append("]\n"));
        rendering
                .removal()
                .forEach(call -> text.append("removal: ").append(call).append('\n'));
        return text.toString();
    }
}
