package io.telcofactory.api.internal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.Blueprint;
import io.telcofactory.api.SecretRef;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.compute.EpaProfile;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.PortRange;
import io.telcofactory.api.network.Protocol;
import io.telcofactory.api.network.SecurityRule;
import io.telcofactory.api.network.Snssai;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.network.TrafficMatch;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.site.GpuOffer;
import io.telcofactory.api.site.PciSelector;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.tenant.Persona;
import io.telcofactory.api.tenant.Tenant;
import io.telcofactory.api.tenant.TenantUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlueprintDocumentTest {

    @Test
    void parse_tenantWithEverything_isWhatABuilderSays() {
        Blueprint read = Blueprint.parse("""
            blueprint: analytics
            tenants:
              - name: acme
                quota:
                  vms: 8
                  runningVms: 6
                  runningMemory: 96 GiB
                  gpus: 4
                  gpuModels: { H100-SXM-80GB: 2 }
                  sriovInterfaces: 8
                  systemDisk: 2 TiB
                  datastores: { images: { size: 500 GiB, images: 20 } }
                  leases: { uplink: 16 }
                  clusters: { edge: { vcpus: 64 } }
                users:
                  - { name: alice, persona: service-admin, password: "env:ALICE" }
                  - { name: bob, driver: ldap }
                vlans: [100-199, 500]
                providerNetworks: [uplink]
            """, "factory.yaml");

        assertThat(read.resources())
                .containsExactly(Tenant.builder("acme")
                        .quota(q -> q.vms(8)
                                .runningVms(6)
                                .runningMemory(DataSize.gibibytes(96))
                                .gpus(4)
                                .gpus("H100-SXM-80GB", 2)
                                .sriovInterfaces(8)
                                .systemDisk(DataSize.gibibytes(2048))
                                .datastore("images", DataSize.gibibytes(500), 20)
                                .putLeases("uplink", 16)
                                .cluster("edge", c -> c.vcpus(64)))
                        .user("alice", Persona.SERVICE_ADMIN, SecretRef.environment("ALICE"))
                        .addUsers(TenantUser.builder("bob").driver("ldap").build())
                        .vlans("100-199")
                        .vlans("500")
                        .addProviderNetworks("uplink")
                        .build());
    }

    @Test
    void parse_passwordItself_isRefusedAndNotShown() {
        assertThatThrownBy(() -> Blueprint.parse("""
            blueprint: analytics
            tenants:
              - name: acme
                users:
                  - { name: alice, password: hunter2 }
            """, "factory.yaml"))
                .hasMessageContaining("factory.yaml:5:")
                .hasMessageContaining("env:NAME")
                .hasMessageNotContaining("hunter2");
    }

    private static final Tenant ACME = Tenant.builder("acme")
            .quota(q -> q.vms(8).vcpus(32).memory(DataSize.gibibytes(128)).gpus(4))
            .build();
    private static final TenantNetwork CAMERAS = TenantNetwork.builder("cameras")
            .tenant(ACME)
            .subnet("10.60.0.0/24")
            .gateway("10.60.0.1")
            .addSecurityRules(SecurityRule.inbound()
                    .protocol(Protocol.TCP)
                    .peer(Cidr.parse("10.45.0.0/16"))
                    .ports(new PortRange(8554, 8554))
                    .build())
            .addSecurityRules(SecurityRule.allowOutbound())
            .build();
    private static final N6Breakout BREAKOUT = N6Breakout.builder("cameras")
            .tenant(ACME)
            .network(CAMERAS)
            .dnn("factory.acme")
            .snssai(Snssai.of(1, "0a0b0c"))
            .dnai("edge-lisbon")
            .match(TrafficMatch.destination("10.60.0.0/24").tcp(8554))
            .uePool("10.45.0.0/16")
            .nextHop("10.60.0.2")
            .build();
    private static final AiService DEFECTS = AiService.builder("defect-detection")
            .tenant(ACME)
            .role(
                    "mediation",
                    r -> r.image("stream-framer")
                            .vcpus(2)
                            .memory(DataSize.gibibytes(4))
                            .attach(BREAKOUT))
            .role(
                    "inference",
                    r -> r.image("defect-detector")
                            .dependsOn("mediation")
                            .instances(1, 4)
                            .vcpus(4)
                            .memory(DataSize.gibibytes(8))
                            .epa(EpaProfile.realtime())
                            .gpu(GpuClaim.migSlice("H100-SXM-80GB", "1g.10gb"))
                            .attach(CAMERAS)
                            .context(Map.of("STOP_URL", "http://10.45.0.9/stop")))
            .build();

    @Test
    void read_example_givesTheValuesItDescribes() {
        Blueprint blueprint = Blueprint.read(resource("industrial-analytics.yaml"));

        assertThat(blueprint).isEqualTo(Blueprint.of("industrial-analytics", ACME, CAMERAS, BREAKOUT, DEFECTS));
    }

    @Test
    void read_site_givesTheValuesItDescribes() {
        assertThat(Site.read(resource("lisbon.yaml")))
                .isEqualTo(Site.builder("lisbon")
                        .cluster("edge")
                        .systemDatastore("nvme")
                        .physicalDevice("ens1f0")
                        .bridge("br0")
                        .addGpus(GpuOffer.builder()
                                .model("H100-SXM-80GB")
                                .slice("1g.10gb")
                                .pci(new PciSelector("10de", "2330", "0302"))
                                .profile("1131 (NVIDIA H100XM-1-10C)")
                                .hosts("mig-*")
                                .build())
                        .addGpus(GpuOffer.builder()
                                .model("H100-SXM-80GB")
                                .pci(new PciSelector("10de", "2330", "0302"))
                                .build())
                        .build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "networks:               | networkz:              | 5:1: the field 'networkz' is unknown; did you mean"
                        + " 'networks'?",
                "subnet: 10.60.0.0/24    | subent: 10.60.0.0/24   | 8:5: networks[0]: the field 'subent' is unknown;"
                        + " did you mean 'subnet'?",
                "subnet: 10.60.0.0/24    | subnet: 10.60.0.9/24   | 8:13: networks[0].subnet = '10.60.0.9/24' has bits"
                        + " set after its prefix; did you mean 10.60.0.0/24?",
                "gateway: 10.60.0.1      | gateway: 10.61.0.1     | 9:14: networks[0].gateway = '10.61.0.1' must lie"
                        + " in the subnet 10.60.0.0/24",
                "tenant: acme            | tenant: acmee          | 7:13: networks[0].tenant = 'acmee' names nothing"
                        + " in the document: tenant/acmee is not there; did you mean tenant/acme?",
                "network/acme/cameras    | network/acme/camera    | 42:23: services[0].roles[1].attachments[0] ="
                        + " 'network/acme/camera' names nothing in the document: network/acme/camera is not there; did you"
                        + " mean network/acme/cameras?",
                "network/acme/cameras    | tenant/acme            | 42:23: services[0].roles[1].attachments[0] ="
                        + " 'tenant/acme' must name a network or a breakout",
                "network: cameras        | network: camera        | 16:14: breakouts[0].network = 'camera' names"
                        + " nothing in the document: network/acme/camera is not there; did you mean network/acme/cameras?",
                "sst: 1,                 | sst: 256,              | 18:19: breakouts[0].snssai.sst = '256' must be 0"
                        + " to 255",
                "sst: 1,                 |                        | 18:13: breakouts[0].snssai: the field 'sst' is"
                        + " missing; it is slice/service type",
                "vcpus: 2                | vcpus: two             | 31:16: services[0].roles[0].vcpus = 'two' must be"
                        + " a whole number",
                "vcpus: 2                | vcpus: 9999999999      | 31:16: services[0].roles[0].vcpus = '9999999999'"
                        + " must be at most 1024",
                "vcpus: 2                | vcpus: 08              | 31:16: services[0].roles[0].vcpus = '08' must be a"
                        + " whole number",
                "memory: 4 GiB           | memory: 4 GB           | 32:17: services[0].roles[0].memory = '4 GB' must"
                        + " be a whole number and a unit: B, KiB, MiB, GiB or TiB",
                "memory: 4 GiB           | memory: 999999999999999 TiB | 32:17: services[0].roles[0].memory ="
                        + " '999999999999999 TiB' is too large",
                "memory: 4 GiB           | memory: [4 GiB]        | 32:17: services[0].roles[0].memory = a list must"
                        + " be a single value, a size such as 64 GiB",
                "memory: 4 GiB           | memory:                | services[0].roles[0].memory = nothing must be a"
                        + " single value, a size such as 64 GiB",
                "dependsOn: [mediation]  | dependsOn: [meditation] | 36:21: services[0].roles[1].dependsOn[0] ="
                        + " 'meditation' must name a role of the service",
                "dependsOn: [mediation]  | dependsOn: [mediation, mediation] | 36:20: services[0].roles[1].dependsOn ="
                        + " a list must not name anything twice",
                "{min: 1, max: 4}        | 4..1                   | 37:20: services[0].roles[1].instances = '4..1'"
                        + " must be 4 to 1000",
                "numaNodes: 1            | numaNodes: 3           | 40:59: services[0].roles[1].epa.numaNodes = '3'"
                        + " must divide both vcpus 4 and memory 8 GiB",
                "pinning: core           | pinning: hard          | 40:24: services[0].roles[1].epa.pinning = 'hard'"
                        + " must be one of none, core, thread, shared",
                "slice: 1g.10gb          | slice: 1g.10gb, count: 2 | 41:60: services[0].roles[1].gpu.count = '2' must"
                        + " be 1 with a slice or vGPU: an instance gets one",
                "STOP_URL                | stop_url               | services[0].roles[1].context.stop_url",
                "readiness: running      | name: other            | 26:5: the field 'name' stands twice, first in line"
                        + " 24",
                "tenants:                | tenants: {}            | not well-formed: while parsing a block mapping",
                "name: mediation         | name: inference        | 34:15: services[0].roles[1].name = 'inference'"
                        + " stands twice; names must differ",
                "blueprint: industrial-analytics | blueprint: Analytics | 1:12: blueprint = 'Analytics' must be 1 to"
                        + " 40 lower-case letters",
                "cooldown: 10s           | cooldown: 10           | 27:15: services[0].cooldown = '10' must be a whole"
                        + " number and a unit: s, m or h",
            })
    void parse_oneMistake_isToldWithPlaceFieldValueAndRule(String correct, String mistake, String expected) {
        String document = text("industrial-analytics.yaml");
        assertThat(document).contains(correct);
        String wrong = document.replaceFirst(Pattern.quote(correct), mistake == null ? "" : mistake);

        assertThatThrownBy(() -> Blueprint.parse(wrong, "factory.yaml"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("factory.yaml:")
                .hasMessageContaining(expected);
    }

    @Test
    void parse_manyMistakes_areAllTold() {
        assertThatThrownBy(() -> Blueprint.parse("""
            blueprint: b
            tenants:
              - name: acme
                quota: {vms: -1, memory: lots}
              - name: acme
            networks:
              - name: cameras
                subnet: 10.60.0.0/24
            """, "b.yaml"))
                .hasMessageContaining("The document has 4 problems;")
                .hasMessageContaining("b.yaml:4:18: tenants[0].quota.vms = '-1' must be at least 0")
                .hasMessageContaining("b.yaml:4:30: tenants[0].quota.memory = 'lots' must be a whole number and a unit")
                .hasMessageContaining("b.yaml:5:5: tenants[1]: tenant/acme stands twice, first in line 3")
                .hasMessageContaining("b.yaml:7:5: networks[0]: the field 'tenant' is missing; it is the owner's name");
    }

    @Test
    void parse_moreThanTwentyMistakes_tellsTwentyAndTheirNumber() {
        String document = "blueprint: b\ntenants:\n" + "  - {name: A}\n".repeat(25);

        assertThatThrownBy(() -> Blueprint.parse(document, "b.yaml"))
                .hasMessageContaining("The document has 25 problems;")
                .hasMessageContaining("b.yaml:22:12: tenants[19].name = 'A'")
                .hasMessageNotContaining("b.yaml:23:")
                .hasMessageContaining("... and 5 more");
    }

    @Test
    void parse_resourceThatCantBeRead_isNotMissedByThoseWhoReferToIt() {
        String document = text("industrial-analytics.yaml").replace("subnet: 10.60.0.0/24", "subnet: 10.60.0.0");

        assertThatThrownBy(() -> Blueprint.parse(document, "b.yaml"))
                .hasMessageContaining("The document has 1 problem;")
                .hasMessageContaining("networks[0].subnet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"010203", "1e1000", "123456", "000000", "0x1abc"})
    void parse_differentiatorWithoutQuotes_isWhatWasWritten(String sd) {
        String document = text("industrial-analytics.yaml").replace("\"0a0b0c\"", sd);

        if (sd.startsWith("0x")) {
            assertThatThrownBy(() -> Blueprint.parse(document, "b.yaml"))
                    .hasMessageContaining("breakouts[0].snssai.sd = '0x1abc' must be six hexadecimal digits");
        } else {
            N6Breakout breakout = (N6Breakout)
                    Blueprint.parse(document, "b.yaml").find(BREAKOUT.ref()).orElseThrow();
            assertThat(breakout.snssai()).contains(Snssai.of(1, sd));
        }
    }

    @ParameterizedTest
    @CsvSource({"1-0a0b0c, 1-0a0b0c", "7, 7", "1-010203, 1-010203"})
    void parse_sliceAsText_isRead(String text, String slice) {
        String document = text("industrial-analytics.yaml").replace("{sst: 1, sd: \"0a0b0c\"}", text);

        N6Breakout breakout = (N6Breakout)
                Blueprint.parse(document, "b.yaml").find(BREAKOUT.ref()).orElseThrow();

        assertThat(breakout.snssai()).hasToString("Optional[" + slice + "]");
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "1..4, 1..4", "'{min: 1, max: 4}', 1..4", "'{max: 3, min: 3}', 3"})
    void parse_instances_readsNumberTextAndObject(String text, String instances) {
        String document = text("industrial-analytics.yaml").replace("{min: 1, max: 4}", text);

        AiService service = (AiService)
                Blueprint.parse(document, "b.yaml").find(DEFECTS.ref()).orElseThrow();

        assertThat(service.role("inference").instances()).hasToString(instances);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''| b.yaml:1:1: the document is empty",
                "[]| b.yaml:1:1: the document = a list must be an object with the field 'blueprint'",
                "text| b.yaml:1:1: the document = 'text' must be an object with the field 'blueprint'",
                "{}| b.yaml:1:1: the field 'blueprint' is missing; it is the blueprint's name",
                "{\"blueprint\": 1| b.yaml:1:16: not well-formed:",
                "blueprint: b⏎tenants: acme| b.yaml:2:10: tenants = 'acme' must be a list",
                "blueprint: b⏎tenants: [acme]| b.yaml:2:11: tenants[0] = 'acme' must be an object with fields such as"
                        + " 'name'",
                "blueprint: b⏎tenants: [{name: acme}| not well-formed: while parsing a flow sequence",
                "blueprint: b⏎---⏎blueprint: c| b.yaml:3:1: a second document begins; a source holds one",
                "blueprint: b⏎tenants: [&a {name: acme}, *a]| b.yaml:2:11: anchors (&) and aliases (*) are not read;"
                        + " write the value out",
                "blueprint: b⏎tenants: *x| b.yaml:2:10: anchors (&) and aliases (*) are not read; write the value out",
                "blueprint: b⏎? [a, b]⏎: c| b.yaml:2:4: not well-formed: Expected a field name (Scalar value in YAML)",
                "blueprint: b⏎⇥x: 1| (Do not use \\t(TAB) for indentation)",
            })
    void parse_documentOfAnotherShape_isRefusedWithItsPlace(String document, String expected) {
        assertThatThrownBy(() -> Blueprint.parse(document.replace("⏎", "\n").replace("⇥", "\t"), "b.yaml"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void parse_malformedJson_isRefusedWithItsPlace() {
        assertThatThrownBy(() -> Blueprint.parse("{\"blueprint\": \"b\",\n \"tenants\": [}", "b.json"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("b.json:2:14: not well-formed: Unexpected close marker '}': expected ']'");
    }

    @Test
    void parse_manyNestedAnchors_areRefusedBeforeTheyGrow() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }

        assertThatThrownBy(() -> Blueprint.parse(bomb.toString(), "bomb.yaml"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("bomb.yaml:1:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b.yaml", "b.json"})
    void parse_deeplyNested_isRefused(String source) {
        assertThatThrownBy(() -> Blueprint.parse("[".repeat(50_000), source))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(source + ":1:33: the document is nested deeper than 32 levels");
    }

    @Test
    void parse_hugeText_isRefused() {
        assertThatThrownBy(() -> Blueprint.parse(" ".repeat(Limits.CHARACTERS + 1), "b.yaml"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("at most 4194304 are read");
    }

    @Test
    void parse_jsonWithoutItsName_isReadAsJson() {
        String json = "\uFEFF\n\t{\"blueprint\": \"b\",\n\t\"tenants\": [{\"name\": \"acme\"}]}";

        assertThat(Blueprint.parse(json, "standard input"))
                .isEqualTo(Blueprint.of("b", Tenant.builder("acme").build()));
    }

    @Test
    void toYaml_example_looksLikeWrittenByHand() {
        Blueprint blueprint = Blueprint.of(
                "b",
                Tenant.builder("acme")
                        .quota(q -> q.vms(8).memory(DataSize.gibibytes(1)))
                        .build(),
                CAMERAS);

        assertThat(blueprint.toYaml()).isEqualTo("""
            blueprint: b
            tenants:
              - name: acme
                quota:
                  vms: 8
                  memory: 1 GiB
            networks:
              - name: cameras
                tenant: acme
                subnet: 10.60.0.0/24
                gateway: 10.60.0.1
                securityRules:
                  - direction: inbound
                    protocol: tcp
                    peer: 10.45.0.0/16
                    ports: 8554
                  - direction: outbound
            """);
    }

    @Test
    void toJson_unorderedParts_areWrittenInOneOrder() {
        AiService.Builder base = AiService.builder("s").tenant("acme");
        AiService one = base.addRoles(DEFECTS.role("mediation").toBuilder()
                        .putContext("B", "2")
                        .putContext("A", "1")
                        .build())
                .build();
        AiService other = one.toBuilder()
                .roles(List.of(DEFECTS.role("mediation").toBuilder()
                        .putContext("A", "1")
                        .putContext("B", "2")
                        .build()))
                .build();

        assertThat(Documents.toJson(one)).isEqualTo(Documents.toJson(other)).contains("{\"A\":\"1\",\"B\":\"2\"}");
    }

    @Test
    void read_fileThatIsNotThere_tellsItsPath(@TempDir Path folder) {
        assertThatThrownBy(() -> Blueprint.read(folder.resolve("none.yaml")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("none.yaml");
    }

    @Test
    void read_fileThatIsNoText_isRefused(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("b.yaml"), new byte[] {'a', (byte) 0xFF, (byte) 0xFE});

        assertThatThrownBy(() -> Blueprint.read(file))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void parse_siteWithMistakes_tellsThem() {
        String document = text("lisbon.yaml").replace("0302}", "302}").replace("physicalDevice: ens1f0, ", "");

        assertThatThrownBy(() -> Site.parse(document, "lisbon.yaml"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("lisbon.yaml:4:10: network: the field 'physicalDevice' is missing")
                .hasMessageContaining(
                        "lisbon.yaml:8:48: gpus[0].pci.class = '302' must be four lower-case hexadecimal digits");
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(BlueprintDocumentTest.class.getResource("/documents/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String name) {
        try {
            return Files.readString(resource(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
