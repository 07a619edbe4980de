package io.telcofactory.testkit.opennebula;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.telcofactory.testkit.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Policies fire on virtual time: minutes of elasticity take milliseconds. */
class ElasticityTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-22T02:50:00Z"));
    private final FakeOpenNebula cloud = FakeOpenNebula.edgeSite(time);
    private final RawClient admin =
            new RawClient(cloud.transport(), cloud.endpoint(), cloud.flowEndpoint(), cloud.adminCredentials());

    private String service(String policies) throws IOException {
        int template = admin.ok("one.template.allocate", "NAME=worker\nCPU=0.1\nMEMORY=32")
                .id();
        String flow = """
                {"name":"elastic","deployment":"straight","roles":[{"name":"w","type":"vm","cardinality":1,
                 "template_id":%d,"min_vms":1,"max_vms":3,"cooldown":30,%s}]}""".formatted(template, policies);
        JsonNode made =
                JSON.readTree(admin.rest("POST", "/service_template", flow).body());
        RawClient.Reply reply = admin.rest(
                "POST",
                "/service_template/" + made.path("DOCUMENT").path("ID").asText() + "/action",
                "{\"action\":{\"perform\":\"instantiate\"}}");
        time.advance(Duration.ofSeconds(20));
        return JSON.readTree(reply.body()).path("DOCUMENT").path("ID").asText();
    }

    private JsonNode role(String service) throws IOException {
        return JSON.readTree(admin.rest("GET", "/service/" + service, "").body())
                .at("/DOCUMENT/TEMPLATE/BODY/roles/0");
    }

    @Test
    void expression_thatHolds_scalesUpAndDownWithinItsBounds() throws IOException {
        String service = service("""
                "elasticity_policies":[
                 {"type":"CHANGE","adjust":1,"expression":"LOAD > 80","period_number":1,"period":10},
                 {"type":"CHANGE","adjust":-1,"expression":"LOAD < 20","period_number":1,"period":10}]""");
        cloud.reportAsGuest(0, "LOAD", "95");

        time.advance(Duration.ofMinutes(12));
        assertThat(cloud.runningMachines("oneadmin", "w")).hasSize(3);
        assertThat(role(service)
                        .at("/elasticity_policies/0/expression_evaluated")
                        .asText())
                .isEqualTo("LOAD[95.0] > 80");

        for (int vm = 0; vm < 3; vm++) {
            cloud.reportAsGuest(vm, "LOAD", "5");
        }
        time.advance(Duration.ofMinutes(20));
        assertThat(cloud.runningMachines("oneadmin", "w")).hasSize(1);
    }

    @Test
    void expression_mustHoldAsOftenAsThePolicySays() throws IOException {
        service("""
                "elasticity_policies":[
                 {"type":"CHANGE","adjust":1,"expression":"LOAD > 80","period_number":3,"period":10}]""");
        cloud.reportAsGuest(0, "LOAD", "95");

        time.advance(Duration.ofSeconds(190));
        assertThat(cloud.runningMachines("oneadmin", "w")).hasSize(1);
        time.advance(Duration.ofSeconds(110));
        assertThat(cloud.runningMachines("oneadmin", "w")).hasSize(2);
    }

    @Test
    void expression_withoutTheMetric_doesNothing() throws IOException {
        String service = service("""
                "elasticity_policies":[
                 {"type":"CARDINALITY","adjust":3,"expression":"LOAD > 80 | QUEUE > 5","period_number":1,"period":10}]""");

        time.advance(Duration.ofMinutes(10));

        assertThat(cloud.runningMachines("oneadmin", "w")).hasSize(1);
        assertThat(role(service)
                        .at("/elasticity_policies/0/expression_evaluated")
                        .asText())
                .isEqualTo("LOAD[--] > 80 | QUEUE[--] > 5");
    }

    @Test
    void schedule_atThree_setsTheCardinalityOnce() throws IOException {
        service("\"scheduled_policies\":[{\"type\":\"CARDINALITY\",\"adjust\":3,\"recurrence\":\"0 3 * * *\"}]");

        time.advance(Duration.ofMinutes(5));
        assertThat(cloud.runningMachines("oneadmin", "w")).hasSize(1);
        time.advance(Duration.ofMinutes(10));
        assertThat(cloud.runningMachines("oneadmin", "w")).hasSize(3);
    }
}
