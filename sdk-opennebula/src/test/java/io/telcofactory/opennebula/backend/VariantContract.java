package io.telcofactory.opennebula.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.telcofactory.api.AiFactory;
import io.telcofactory.api.Blueprint;
import io.telcofactory.api.PlanOptions;
import io.telcofactory.api.Resource;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.compute.EpaProfile;
import io.telcofactory.api.compute.PciClaim;
import io.telcofactory.api.compute.PinPolicy;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.nf.NetworkFunction;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Role;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.model.MarketplaceApp;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.testkit.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One blueprint for each variant of a value: the server takes what it renders to, and the plan after that is empty. */
abstract class VariantContract {
    /** On a server that others test on too, each names a factory of its own. */
    private static final String FACTORY = System.getProperty("factory", "variants");

    private static final String BLUEPRINT = "variant";

    /** Hosts with GPUs are for pinned machines only. */
    private static final EpaProfile PINNED = EpaProfile.builder()
            .pinning(PinPolicy.CORE)
            .hugepages(DataSize.mebibytes(2))
            .build();

    private FrontEnd frontEnd;
    private Uplink uplink;

    abstract FrontEnd frontEnd();

    @BeforeEach
    void makeUplink() {
        frontEnd = frontEnd();
        uplink = Uplink.make(frontEnd.client());
    }

    @AfterEach
    void deleteUplink() {
        uplink.delete();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("variants")
    void apply_variant_isAcceptedAndThenThereIsNothingToDo(String name, List<Resource> resources) {
        apply(Blueprint.of(BLUEPRINT, resources), PlanOptions.builder().build(), () -> {});
    }

    /** A front-end that reads no marketplace has no such app. */
    @Test
    void apply_appliance_isFetchedAndThenThereIsNothingToDo() {
        String appliance = Samples.CHAT.role("llm").appliance().orElseThrow().name();
        try (Stream<MarketplaceApp> apps = frontEnd.client().marketplaceApps().list()) {
            assumeThat(apps.map(MarketplaceApp::name)).contains(appliance);
        }
        apply(
                Blueprint.of(BLUEPRINT, Samples.ACME, Samples.CHAT),
                PlanOptions.builder().build(),
                () -> {});
    }

    @Test
    void apply_adopting_keepsTheNetworkThatSomebodyMade() {
        TenantNetwork floor = TenantNetwork.builder("floor")
                .tenant(Samples.ACME)
                .subnet("10.62.0.0/24")
                .gateway("10.62.0.1")
                .build();
        OpenNebula client = frontEnd.client();
        OneTemplate.Builder template = OneTemplate.builder()
                .set("NAME", "made-by-hand")
                .set("VN_MAD", "802.1Q")
                .set("PHYDEV", "ens1f0")
                .set("AUTOMATIC_VLAN_ID", "YES")
                .set("NETWORK_ADDRESS", "10.62.0.0")
                .set("NETWORK_MASK", "255.255.255.0")
                .set("NOTE", "theirs");
        int id = Uplink.makeNetwork(client, template, "10.62.0.10", 245);

        apply(
                Blueprint.of(BLUEPRINT, Samples.ACME, floor),
                PlanOptions.builder().adopt(floor.ref(), Integer.toString(id)).build(),
                () -> assertThat(client.networks().get(id).attribute("NOTE")).contains("theirs"));
    }

    private void apply(Blueprint blueprint, PlanOptions options, Runnable look) {
        try (AiFactory factory = AiFactory.builder()
                .id(FACTORY)
                .backend(frontEnd.backend(Faults.create()))
                .secrets(place -> Optional.of(Samples.secret(place)))
                .time(frontEnd.time())
                .build()) {
            try {
                factory.apply(factory.plan(blueprint, options)).orThrow();

                assertThat(factory.plan(blueprint).describe()).startsWith("No changes.");
                look.run();
            } finally {
                factory.apply(factory.planDestroy(BLUEPRINT)).orThrow();
            }
            assertThat(factory.planDestroy(BLUEPRINT).isEmpty()).isTrue();
        }
    }

    static Stream<Arguments> variants() {
        Map<String, List<Resource>> variants = new TreeMap<>();
        variants.put("tenant", List.of(Samples.ACME));
        variants.put("tenant with every limit", List.of(Samples.STAFFED));
        variants.put("router", List.of(Samples.STAFFED, Samples.CAMERAS, Samples.ROUTER));
        variants.put(
                "router pair without address translation",
                List.of(
                        Samples.STAFFED,
                        Samples.CAMERAS,
                        Samples.ROUTER.toBuilder().instances(2).nat(false).build()));
        for (NetworkFunction function : List.of(Samples.UPF, Samples.PAIR)) {
            variants.put(
                    "function " + function.redundancy(),
                    List.of(Samples.ACME, Samples.OPERATOR, Samples.SHARED, Samples.ACCESS, function));
        }
        Samples.NETWORKS.forEach((kind, network) -> variants.put("network " + kind, List.of(Samples.ACME, network)));
        for (String kind : List.of("ethernet", "ipv6", "both-families")) {
            TenantNetwork network = Samples.network(kind);
            List<Resource> attached = service(role -> role.attach(network));
            attached.add(network);
            variants.put("attached to " + kind, attached);
        }
        Samples.HELD.roles().forEach(role -> variants.put("epa " + role.name(), service(any -> role.toBuilder())));
        for (PinPolicy policy : PinPolicy.values()) {
            variants.put(
                    "epa pinning " + policy,
                    service(role -> role.epa(
                            EpaProfile.builder().pinning(policy).machine("q35").build())));
        }
        variants.put("gpu slice", service(role -> role.epa(PINNED).gpu(GpuClaim.migSlice("H100-SXM-80GB", "1g.10gb"))));
        variants.put("gpu whole", service(role -> role.epa(PINNED).gpu(GpuClaim.whole("H100-SXM-80GB", 1))));
        variants.put(
                "devices in their order",
                service(role -> role.epa(PINNED)
                        .gpu(GpuClaim.whole("H100-SXM-80GB", 1))
                        .addDevices(PciClaim.ofKind(Optional.of("15b3"), Optional.empty(), Optional.of("0200")))));
        variants.put("hosts named", service(role -> role.epa(PINNED).addHosts("mig-1")));
        variants.put("hosts avoided", service(role -> role.epa(PINNED).addAvoidedHosts("mig-1")));
        variants.put("service scaled", List.of(Samples.ACME, Samples.CAMERAS, Samples.SCALED));
        variants.put("service placed", List.of(Samples.ACME, Samples.PLACED));
        return variants.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    /** A tenant and a service of one role. */
    private static List<Resource> service(UnaryOperator<Role.Builder> attributes) {
        Role role = attributes
                .apply(Role.builder("one").image("stream-framer").vcpus(2).memory(DataSize.mebibytes(512)))
                .build();
        List<Resource> resources = new ArrayList<>(List.of(Samples.ACME));
        resources.add(AiService.builder("variant")
                .tenant(Samples.ACME)
                .roles(List.of(role))
                .build());
        return resources;
    }
}
