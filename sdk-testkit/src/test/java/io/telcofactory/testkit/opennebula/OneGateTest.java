package io.telcofactory.testkit.opennebula;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.testkit.VirtualTime;
import io.telcofactory.testkit.opennebula.internal.flow.FlowState;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The guest's side, by plain HTTP with the token of the context disk. */
class OneGateTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final VirtualTime time = VirtualTime.create();
    private final FakeOpenNebula cloud =
            Sites.edge(FakeOpenNebula.builder().time(time).oneGate()).build();
    private final RawClient admin =
            new RawClient(cloud.transport(), cloud.endpoint(), cloud.flowEndpoint(), cloud.adminCredentials());

    private record Reply(int status, String body) {

        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }

    private Reply gate(String verb, String path, int vm, String token, String body) throws IOException {
        HttpCall call = new HttpCall(
                verb,
                URI.create(cloud.gateEndpoint() + path),
                Map.of("X-ONEGATE-TOKEN", List.of(token), "X-ONEGATE-VMID", List.of(Integer.toString(vm))),
                body.getBytes(StandardCharsets.UTF_8),
                Duration.ofSeconds(10));
        try (HttpAnswer answer = cloud.transport().exchange(call)) {
            return new Reply(answer.status(), new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private int machineWithToken() {
        int vm = admin.ok("one.vm.allocate", "NAME=guest\nCPU=1\nMEMORY=64\nCONTEXT=[TOKEN=YES]", false)
                .id();
        time.advance(Duration.ofSeconds(12));
        return vm;
    }

    @Test
    void guest_withItsToken_readsAndTellsOfItself() throws IOException {
        int vm = machineWithToken();
        String token = cloud.guestToken(vm);

        assertThat(cloud.contextOf(vm)).containsEntry("ONEGATE_ENDPOINT", "http://gate.fake:5030");
        assertThat(gate("PUT", "/vm", vm, token, "READY=YES\nLOAD=42.5").status())
                .isEqualTo(200);
        JsonNode view = gate("GET", "/vm", vm, token, "").json().path("VM");
        assertThat(view.path("NAME").asText()).isEqualTo("guest");
        assertThat(view.path("LCM_STATE").asText()).isEqualTo("3");
        assertThat(view.path("USER_TEMPLATE").path("READY").asText()).isEqualTo("YES");
        assertThat(view.path("USER_TEMPLATE").path("LOAD").asText()).isEqualTo("42.5");

        assertThat(gate("PUT", "/vm?type=2", vm, token, "LOAD").status()).isEqualTo(200);
        assertThat(gate("GET", "/vm", vm, token, "").body()).doesNotContain("LOAD");
    }

    @Test
    void guest_withAnotherToken_isRefused() throws IOException {
        int vm = machineWithToken();
        int other = machineWithToken();

        assertThat(gate("GET", "/vm", vm, cloud.guestToken(other), "")).isEqualTo(new Reply(401, "Not authorized"));
        assertThat(gate("GET", "/vms/" + other, vm, cloud.guestToken(vm), "").status())
                .isEqualTo(400);
        assertThat(gate("PUT", "/vm", vm, cloud.guestToken(vm), "SERVICE_ID=7"))
                .isEqualTo(new Reply(403, "Attribute (SERVICE_ID) cannot be modified"));
    }

    @Test
    void token_withoutOneGate_isRefusedAsByTheShippedConfiguration() {
        FakeOpenNebula plain = FakeOpenNebula.edgeSite(VirtualTime.create());
        RawClient client =
                new RawClient(plain.transport(), plain.endpoint(), plain.flowEndpoint(), plain.adminCredentials());

        RawClient.Answer answer =
                client.call("one.vm.allocate", "NAME=guest\nCPU=1\nMEMORY=64\nCONTEXT=[TOKEN=YES]", false);

        assertThat(answer.ok()).isFalse();
        assertThat(answer.body()).contains("TOKEN set, but onegate endpoint was not defined in oned.conf.");
    }

    @Test
    void gatedService_runsWhenItsGuestsReportReady_andScalesFromInside() throws IOException {
        int template = admin.ok("one.template.allocate", "NAME=worker\nCPU=0.1\nMEMORY=32\nCONTEXT=[TOKEN=YES]")
                .id();
        String flow = """
                {"name":"gated","deployment":"straight","ready_status_gate":true,"roles":[
                 {"name":"w","type":"vm","cardinality":1,"template_id":%d,"min_vms":1,"max_vms":3,"cooldown":5}]}""".formatted(template);
        JsonNode made =
                JSON.readTree(admin.rest("POST", "/service_template", flow).body());
        String id = made.path("DOCUMENT").path("ID").asText();
        JsonNode service = JSON.readTree(
                admin.rest("POST", "/service_template/" + id + "/action", "{\"action\":{\"perform\":\"instantiate\"}}")
                        .body());
        String serviceId = service.path("DOCUMENT").path("ID").asText();
        time.advance(Duration.ofSeconds(20));
        int vm = cloud.runningMachines("oneadmin", "w").isEmpty() ? -1 : 0;
        String token = cloud.guestToken(vm);

        assertThat(state(serviceId)).isEqualTo(FlowState.DEPLOYING.number());
        gate("PUT", "/vm", vm, token, "READY=YES");
        time.advance(Duration.ofSeconds(2));
        assertThat(state(serviceId)).isEqualTo(FlowState.RUNNING.number());

        JsonNode view = gate("GET", "/service", vm, token, "").json().path("SERVICE");
        assertThat(view.path("name").asText()).isEqualTo("gated");
        assertThat(view.path("roles")
                        .path(0)
                        .path("nodes")
                        .path(0)
                        .path("deploy_id")
                        .asInt())
                .isEqualTo(vm);
        assertThat(gate("PUT", "/service/role/w", vm, token, "{\"cardinality\":2}")
                        .status())
                .isEqualTo(200);
        time.advance(Duration.ofSeconds(15));
        cloud.reportAsGuest(1, "READY", "YES");
        time.advance(Duration.ofSeconds(10));
        assertThat(cloud.runningMachines("oneadmin", "w")).hasSize(2);
        assertThat(state(serviceId)).isEqualTo(FlowState.RUNNING.number());
    }

    private int state(String service) throws IOException {
        return JSON.readTree(admin.rest("GET", "/service/" + service, "").body())
                .path("DOCUMENT")
                .path("TEMPLATE")
                .path("BODY")
                .path("state")
                .asInt();
    }
}
