package io.telcofactory.testkit.opennebula;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.testkit.VirtualTime;
import io.telcofactory.testkit.opennebula.internal.flow.FlowJson;
import io.telcofactory.testkit.opennebula.internal.flow.FlowServer;
import io.telcofactory.testkit.opennebula.internal.flow.FlowService;
import io.telcofactory.testkit.opennebula.internal.flow.FlowState;
import io.telcofactory.testkit.opennebula.internal.oned.Cloud;
import io.telcofactory.testkit.opennebula.internal.oned.Document;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What OneFlow does with services that run, fail or change, as it was seen on a real 7.4. */
class FlowBehaviourTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final VirtualTime time = VirtualTime.create();
    private final FakeOpenNebula cloud = FakeOpenNebula.edgeSite(time);
    private final RawClient admin =
            new RawClient(cloud.transport(), cloud.endpoint(), cloud.flowEndpoint(), cloud.adminCredentials());
    private final int template =
            admin.ok("one.template.allocate", "NAME=worker\nCPU=0.1\nMEMORY=32").id();

    private String role(String name, int cardinality, String more) {
        return "{\"name\":\"%s\",\"type\":\"vm\",\"cardinality\":%d,\"template_id\":%d%s}"
                .formatted(name, cardinality, template, more);
    }

    private int make(String more, String... roles) throws IOException {
        String body = "{\"name\":\"s\",\"roles\":[" + String.join(",", roles) + "]" + more + "}";
        return id(admin.rest("POST", "/service_template", body));
    }

    private static int id(RawClient.Reply reply) throws IOException {
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return JSON.readTree(reply.body()).at("/DOCUMENT/ID").asInt();
    }

    private RawClient.Reply act(String path, String perform, String params) {
        return admin.rest(
                "POST", path + "/action", "{\"action\":{\"perform\":\"" + perform + "\",\"params\":" + params + "}}");
    }

    private int instantiate(int serviceTemplate, String change) throws IOException {
        int service =
                id(act("/service_template/" + serviceTemplate, "instantiate", "{\"merge_template\":" + change + "}"));
        time.advance(Duration.ofSeconds(40));
        return service;
    }

    private ObjectNode body(int service) throws IOException {
        JsonNode document =
                JSON.readTree(admin.rest("GET", "/service/" + service, "").body());
        return (ObjectNode) document.at("/DOCUMENT/TEMPLATE/BODY");
    }

    private FlowState state(int service) throws IOException {
        return FlowState.of(body(service).path("state").asInt());
    }

    private static int machine(JsonNode body, int role, int node) {
        return body.at("/roles/" + role + "/nodes/" + node + "/deploy_id").asInt();
    }

    private static List<String> log(JsonNode body) {
        List<String> messages = new ArrayList<>();
        body.path("log").forEach(entry -> messages.add(entry.path("message").asText()));
        return messages;
    }

    @Test
    void machine_thatEndsByItself_leavesItsRoleWithALine() throws IOException {
        int service = instantiate(make("", role("a", 2, "")), "{}");

        admin.ok("one.vm.action", "terminate-hard", machine(body(service), 0, 0));
        time.advance(Duration.ofSeconds(3));

        JsonNode body = body(service);
        assertThat(body.at("/roles/0/cardinality").asInt()).isEqualTo(1);
        assertThat(body.at("/roles/0/nodes")).hasSize(1);
        assertThat(log(body)).contains("Role a scaling down from 2 to 1 nodes");
        assertThat(state(service)).isEqualTo(FlowState.RUNNING);
    }

    @Test
    void machine_poweredOff_warnsUntilItRuns_andIsNoMatterForRecover() throws IOException {
        int service = instantiate(make("", role("a", 2, "")), "{}");
        int machine = machine(body(service), 0, 0);

        admin.ok("one.vm.action", "poweroff-hard", machine);
        time.advance(Duration.ofSeconds(3));
        assertThat(state(service)).isEqualTo(FlowState.WARNING);
        RawClient.Reply recovered = act("/service/" + service, "recover", "{}");
        assertThat(recovered.status()).isEqualTo(500);
        assertThat(recovered.body()).isEqualTo("Service cannot be recovered in state: WARNING");

        admin.ok("one.vm.action", "resume", machine);
        time.advance(Duration.ofSeconds(3));
        assertThat(state(service)).isEqualTo(FlowState.RUNNING);
    }

    @Test
    void service_afterAScalingToUnknownRole_isNoLongerWatched() throws IOException {
        int service = instantiate(make("", role("a", 1, "")), "{}");

        RawClient.Reply refused = admin.rest(
                "POST", "/service/" + service + "/scale", "{\"role_name\":\"z\",\"cardinality\":2,\"force\":true}");
        assertThat(refused.body()).isEqualTo("Role z not found");
        admin.ok("one.vm.action", "poweroff-hard", machine(body(service), 0, 0));
        time.advance(Duration.ofSeconds(3));

        assertThat(state(service)).isEqualTo(FlowState.RUNNING);
    }

    @Test
    void service_whoseMachinesAllEnd_goesWhenItDeletesItself() throws IOException {
        int service = instantiate(make(",\"automatic_deletion\":true", role("a", 1, "")), "{}");

        admin.ok("one.vm.action", "terminate-hard", machine(body(service), 0, 0));
        time.advance(Duration.ofSeconds(6));

        assertThat(admin.rest("GET", "/service/" + service, "").status()).isEqualTo(404);
    }

    @Test
    void scaling_outOfBounds_namesTheServiceAndTheBound() throws IOException {
        int service = instantiate(make("", role("a", 1, ",\"min_vms\":1,\"max_vms\":2")), "{}");

        RawClient.Reply tooMany = admin.rest(
                "POST", "/service/" + service + "/scale", "{\"role_name\":\"a\",\"cardinality\":3,\"force\":false}");

        assertThat(tooMany.status()).isEqualTo(500);
        assertThat(tooMany.body()).isEqualTo("Can't scale service " + service + ": Maximum cardinality is 2");
    }

    @Test
    void log_keepsItsLastFiftyLines() {
        Cloud state = new Cloud(time);
        Document document = state.documents().create(state.oneadmin(), "s", FlowServer.SERVICE);
        FlowJson.store(document, FlowJson.object());
        FlowService service = new FlowService(document);

        for (int i = 0; i < 60; i++) {
            service.log("I", "line " + i, 0);
        }

        assertThat(log(service.body())).hasSize(50).startsWith("line 10").endsWith("line 59");
    }

    @Test
    void failedService_triedAgain_keepsItsStateUntilItRuns() throws IOException {
        cloud.failBoots((vm, host) -> true);
        int service = instantiate(make("", role("a", 1, "")), "{}");
        assertThat(state(service)).isEqualTo(FlowState.FAILED_DEPLOYING);
        int machine = machine(body(service), 0, 0);

        cloud.failBoots((vm, host) -> false);
        assertThat(act("/service/" + service, "recover", "{}").status()).isEqualTo(204);
        assertThat(state(service)).isEqualTo(FlowState.FAILED_DEPLOYING);
        time.advance(Duration.ofSeconds(5));

        assertThat(state(service)).isEqualTo(FlowState.RUNNING);
        assertThat(machine(body(service), 0, 0)).isEqualTo(machine);
        assertThat(log(body(service))).endsWith("New state: FAILED_DEPLOYING", "New state: RUNNING");
    }

    @Test
    void update_ofAPart_isRefusedAsAWholeTemplate_unlessItIsAppended() throws IOException {
        int service = instantiate(make("", role("a", 1, "")), "{}");

        RawClient.Reply part = admin.rest("PUT", "/service/" + service, "{\"description\":\"new\"}");
        assertThat(part.status()).isEqualTo(400);
        assertThat(part.body()).startsWith("Mandatory document key 'name (string)' is missing from ");

        RawClient.Reply appended = admin.rest(
                "PUT", "/service/" + service, "{\"append\":true,\"template\":\"{\\\"description\\\":\\\"new\\\"}\"}");
        assertThat(appended.status()).isEqualTo(204);
        assertThat(body(service).path("description").asText()).isEqualTo("new");
    }

    @ParameterizedTest
    @CsvSource({
        "/name,           Immutable value: `service/name` can not be changed",
        "/state,          Immutable value: `service/state` can not be changed",
        "/roles/0/state,  Immutable value: `role/state` can not be changed"
    })
    void update_ofTheWhole_refusesWhatItMayNotChange(String field, String refusal) throws IOException {
        int service = instantiate(make("", role("a", 1, "")), "{}");
        ObjectNode whole = body(service);
        JsonNode parent = whole.at(field.substring(0, field.lastIndexOf('/')));
        ((ObjectNode) (parent.isMissingNode() ? whole : parent)).put(field.substring(field.lastIndexOf('/') + 1), 9);
        if (field.equals("/name")) {
            whole.put("name", "other");
        }

        RawClient.Reply reply = admin.rest("PUT", "/service/" + service, whole.toString());

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.body()).isEqualTo(refusal);
    }

    @Test
    void update_appendedWithoutATemplate_isRefused() throws IOException {
        int service = instantiate(make("", role("a", 1, "")), "{}");

        RawClient.Reply reply = admin.rest("PUT", "/service/" + service, "{\"append\":true}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).isEqualTo("Missing template to append");
    }

    @Test
    void routerRole_isAVirtualRouterWithItsMachines_andGoesWithTheService() throws IOException {
        int network = admin.ok(
                        "one.vn.allocate", "NAME=lan\nVN_MAD=dummy\nBRIDGE=b\nAR=[TYPE=IP4,IP=10.0.0.10,SIZE=20]", 0)
                .id();
        int router = admin.ok("one.template.allocate", "NAME=router\nCPU=0.1\nMEMORY=32\nVROUTER=YES")
                .id();
        String roles = """
            {"name":"r","type":"vr","cardinality":2,"template_id":%d,
             "template_contents":{"NIC":[{"NETWORK_ID":"%d","FLOATING_IP":"YES"}]}}\
            """.formatted(router, network);
        time.advance(Duration.ofSeconds(1));

        int service = instantiate(make("", roles), "{}");

        JsonNode body = body(service);
        assertThat(state(service)).isEqualTo(FlowState.RUNNING);
        assertThat(body.at("/roles/0/nodes")).hasSize(2);
        assertThat(body.at("/roles/0/vrouter_ips/0/VROUTER_IP").asText()).isEqualTo("10.0.0.10");
        int id = body.at("/roles/0/vrouter_id").asInt();
        assertThat(admin.ok("one.vrouter.info", id).body()).contains("<NAME>r(service_" + service + ")</NAME>");
        assertThat(admin.rest(
                                "POST",
                                "/service/" + service + "/scale",
                                "{\"role_name\":\"r\",\"cardinality\":3,\"force\":true}")
                        .body())
                .endsWith("Virtual Router role r does not support cardinality update");

        assertThat(admin.rest("DELETE", "/service/" + service, "").status()).isEqualTo(204);
        time.advance(Duration.ofSeconds(6));
        assertThat(admin.call("one.vrouter.info", id).code()).isEqualTo(1024);
        assertThat(admin.rest("GET", "/service/" + service, "").status()).isEqualTo(404);
    }

    @Test
    void network_fromATemplate_livesAsLongAsItsService() throws IOException {
        int lan = admin.ok(
                        "one.vntemplate.allocate",
                        "NAME=lan\nVN_MAD=dummy\nBRIDGE=b\nAR=[TYPE=IP4,IP=10.0.0.10,SIZE=20]")
                .id();
        int service = instantiate(
                make(
                        ",\"networks\":{\"lan\":\"M|network| | |template_id:" + lan + "\"}",
                        role(
                                "a",
                                1,
                                ",\"template_contents\":{\"NIC\":[{\"NETWORK_ID\":\"$lan\"}],\"CONTEXT\":{\"NETWORK\":\"YES\"}}")),
                "{}");

        assertThat(state(service)).as(body(service).toString()).isEqualTo(FlowState.RUNNING);
        int network = body(service).at("/networks_values/0/lan/id").asInt();
        assertThat(admin.ok("one.vn.info", network).body()).contains("<NAME>lan-" + service + "</NAME>");
        assertThat(cloud.contextOf(machine(body(service), 0, 0))).containsEntry("ETH0_IP", "10.0.0.10");

        admin.rest("DELETE", "/service/" + service, "");
        time.advance(Duration.ofSeconds(8));
        assertThat(admin.call("one.vn.info", network).code()).isEqualTo(1024);
    }

    @Test
    void reference_toAParent_isWhatItsMachineHas() throws IOException {
        int service = instantiate(
                make(
                        ",\"deployment\":\"straight\"",
                        role("a", 1, ""),
                        role(
                                "b",
                                1,
                                ",\"parents\":[\"a\"],\"template_contents\":{\"CONTEXT\":"
                                        + "{\"PARENT\":\"${a.name}\",\"STRANGER\":\"${c.name}\"}}")),
                "{}");

        assertThat(cloud.contextOf(machine(body(service), 1, 0)))
                .containsEntry("PARENT", "a_0_(service_" + service + ")")
                .containsEntry("STRANGER", "");
    }

    @Test
    void inputs_ofARole_goBeforeThoseOfTheService() throws IOException {
        int serviceTemplate = make(
                ",\"user_inputs\":{\"A\":\"M|text| | |\"}", role("a", 1, ",\"user_inputs\":{\"A\":\"M|text| | |\"}"));

        RawClient.Reply without = act("/service_template/" + serviceTemplate, "instantiate", "{\"merge_template\":{}}");
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.body())
                .isEqualTo("The Service template specifies User Inputs but no values have been found");

        int service = instantiate(serviceTemplate, """
            {"user_inputs_values":{"A":"1"},"roles":[{"name":"a","user_inputs_values":{"A":"2"}}]}\
            """);
        assertThat(cloud.contextOf(machine(body(service), 0, 0))).containsEntry("A", "2");
    }

    @Test
    void cloneAndDelete_withTemplates_takeThoseOfTheMachinesAlong() throws IOException {
        int serviceTemplate = make("", role("a", 1, ""), role("b", 1, ""));

        int clone = id(act(
                "/service_template/" + serviceTemplate, "clone", "{\"name\":\"copy\",\"recursive\":\"templates\"}"));

        JsonNode roles = JSON.readTree(
                        admin.rest("GET", "/service_template/" + clone, "").body())
                .at("/DOCUMENT/TEMPLATE/BODY/roles");
        int own = roles.at("/0/template_id").asInt();
        assertThat(own)
                .isNotEqualTo(template)
                .isEqualTo(roles.at("/1/template_id").asInt());
        assertThat(admin.ok("one.template.info", own).body()).contains("<NAME>worker-copy</NAME>");

        assertThat(admin.rest("DELETE", "/service_template/" + clone, "{\"delete_type\":\"templates\"}")
                        .status())
                .isEqualTo(204);
        assertThat(admin.call("one.template.info", own).code()).isEqualTo(1024);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"parents\":\"x\"                     | KEY: 'parents' must be an Array;",
                "\"cardinality\":\"many\"              | KEY: 'cardinality' must be an Integer;",
                "\"user_inputs\":[]                    | KEY: 'user_inputs' must be an Object;",
                "\"on_hold\":\"x\"                     | KEY: 'on_hold' is not allowed in {:type=>:boolean,"
                        + " :required=>false};",
                "\"cooldown\":-1                       | KEY: 'cooldown' must be greater than or equal to 0;",
                "\"scheduled_policies\":[{\"type\":\"CHANGE\"}],\"min_vms\":1,\"max_vms\":1"
                        + "| Mandatory document key 'adjust (integer)' is missing from {\"type\":\"CHANGE\"}"
            })
    void role_malformed_isRefusedInTheWordsOfTheValidator(String more, String refusal) {
        String role = role("a", 1, "").replace("\"cardinality\":1,", "");
        String body = "{\"name\":\"s\",\"roles\":[" + role.substring(0, role.length() - 1) + "," + more + "}]}";

        RawClient.Reply reply = admin.rest("POST", "/service_template", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).isEqualTo(refusal);
    }

    @Test
    void plannedAction_ofARole_isDeleted_andOneThatNobodyHasIsToo() throws IOException {
        int service = instantiate(make("", role("a", 1, "")), "{}");
        act("/service/" + service + "/role/a", "poweroff", "{}");
        int machine = machine(body(service), 0, 0);
        assertThat(admin.ok("one.vm.info", machine).body()).contains("<SCHED_ACTION>");

        assertThat(admin.rest("DELETE", "/service/" + service + "/sched_action/0", "")
                        .status())
                .isEqualTo(204);
        assertThat(admin.ok("one.vm.info", machine).body()).doesNotContain("<SCHED_ACTION>");
        assertThat(admin.rest("DELETE", "/service/" + service + "/role/a/sched_action/9", "")
                        .status())
                .isEqualTo(204);

        RawClient.Reply noNumber = admin.rest("DELETE", "/service/" + service + "/sched_action/x", "");
        assertThat(noNumber.status()).isEqualTo(400);
        assertThat(noNumber.body()).isEqualTo("Sched action ID must be an integer number");
        assertThat(admin.rest("DELETE", "/service/" + service + "/role/b/sched_action/0", "")
                        .body())
                .isEqualTo("Role 'b' not found");
    }

    @Test
    void template_inTheFormOfVersion6_isTurnedIntoThatOf7() throws IOException {
        RawClient.Reply made = admin.rest(
                "POST",
                "/service_template",
                "{\"name\":\"old\",\"roles\":[{\"name\":\"a\",\"cardinality\":1,\"vm_template\":0,"
                        + "\"vm_template_contents\":\"NIC=[NETWORK_ID=\\\"0\\\",NAME=x]\\nMEMORY=64\"}]}");

        JsonNode role = JSON.readTree(made.body()).at("/DOCUMENT/TEMPLATE/BODY/roles/0");
        assertThat(role.path("type").asText()).isEqualTo("vm");
        assertThat(role.path("template_id").asInt(-1)).isZero();
        assertThat(role.path("template_contents").toString())
                .isEqualTo("{\"NIC\":[{\"NETWORK_ID\":\"0\",\"NAME\":\"x\"}],\"MEMORY\":\"64\"}");
        assertThat(role.has("vm_template") || role.has("vm_template_contents")).isFalse();
    }

    @Test
    void template_renamedOrCloned_keepsTheNameInItsBody() throws IOException {
        int template = make("", role("a", 1, ""));
        act("/service_template/" + template, "rename", "{\"name\":\"other\"}");
        JsonNode renamed = JSON.readTree(
                        admin.rest("GET", "/service_template/" + template, "").body())
                .path("DOCUMENT");
        assertThat(renamed.path("NAME").asText()).isEqualTo("other");
        assertThat(renamed.at("/TEMPLATE/BODY/name").asText()).isEqualTo("s");

        JsonNode clone = JSON.readTree(
                        act("/service_template/" + template, "clone", "{\"name\":\"c\",\"recursive\":\"none\"}")
                                .body())
                .path("DOCUMENT");
        assertThat(clone.path("NAME").asText()).isEqualTo("c");
        assertThat(clone.at("/TEMPLATE/BODY/name").asText()).isEqualTo("s");
        assertThat(act("/service_template/" + template, "clone", "{}").body())
                .isEqualTo("Wrong type NilClass. Not allowed!");
    }

    @Test
    void timeOfRegistration_isKeptBeforeAnythingElseIsLookedAt() throws IOException {
        int template = make("", role("a", 1, ""));

        assertThat(admin.rest("PUT", "/service_template/" + template, "{\"registration_time\":5}")
                        .body())
                .isEqualTo("Immutable value: `service_template/registration_time` can not be changed");
        assertThat(admin.rest("PUT", "/service_template/" + template, "{\"description\":\"d\"}")
                        .body())
                .startsWith("Mandatory document key 'name (string)' is missing from {\"description\":\"d\","
                        + "\"registration_time\":");
    }

    @ParameterizedTest
    @CsvSource({"null, nil:NilClass", "1, 1:Integer", "[], []:Array"})
    void template_thatIsNoObject_meetsAMissingMethod(String body, String receiver) {
        RawClient.Reply refused = admin.rest("POST", "/service_template", body);

        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.body()).contains("undefined method `key?' for " + receiver);
    }

    @Test
    void action_thatIsNoJson_isNotCaught() throws IOException {
        RawClient.Reply refused =
                admin.rest("POST", "/service_template/" + make("", role("a", 1, "")) + "/action", "nope");

        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.body())
                .isEqualTo("{\"message\":\"Internal server error\",\"reason\":\"unexpected token at 'nope'\"}");
    }
}
