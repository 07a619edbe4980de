package io.telcofactory.testkit.opennebula;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.testkit.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Plays the recipe of a tenant, from nothing to nothing, as it was tried by hand on a real 7.4. */
class TenantRecipeTest {

    private final VirtualTime time = VirtualTime.create();
    private final FakeOpenNebula cloud = FakeOpenNebula.edgeSite(time);
    private final RawClient admin =
            new RawClient(cloud.transport(), cloud.endpoint(), cloud.flowEndpoint(), cloud.adminCredentials());

    private int gid;
    private int uid;
    private int vdc;
    private int network;
    private int group;
    private int mediation;
    private int inference;
    private int serviceTemplate;
    private RawClient tenant = admin;

    private void makeTenant() {
        gid = admin.ok("one.group.allocate", "acme").id();
        admin.ok("one.group.update", gid, "TAF_STAMP=\"x\"", 1);
        admin.ok("one.vdc.delgroup", 0, gid);
        vdc = admin.ok("one.vdc.allocate", "NAME=\"acme-vdc\"\nTAF_STAMP=\"x\"").id();
        for (int host : List.of(0, 1, 2, 3, 4)) {
            admin.ok("one.vdc.addhost", vdc, 0, host);
        }
        admin.ok("one.vdc.adddatastore", vdc, 0, systemDatastore());
        admin.ok("one.vdc.addgroup", vdc, gid);
        admin.ok("one.group.quota", gid, "VM=[VMS=\"4\",CPU=\"16\",MEMORY=\"32768\",PCI_DEV=\"2\",RUNNING_VMS=\"4\"]");
        uid = admin.ok("one.user.allocate", "acme-sdk", "secret", "core", List.of(gid))
                .id();
        admin.ok("one.user.update", uid, "TAF_STAMP=\"x\"", 1);
        admin.ok(
                "one.acl.addrule",
                hex(0x100000000L | uid),
                hex(0x20000000000L | 0x400000000000L | 0x400000000L),
                "8",
                "100000000");
        String token = admin.ok("one.user.login", "acme-sdk", "", 3600, gid).body();
        tenant = admin.as("acme-sdk:" + token);
    }

    private static String hex(long word) {
        return Long.toHexString(word);
    }

    private int systemDatastore() {
        Matcher matcher = Pattern.compile("<DATASTORE><ID>(\\d+)</ID>(?:(?!<DATASTORE>).)*<NAME>system-dummy</NAME>")
                .matcher(admin.ok("one.datastorepool.info").body());
        assertThat(matcher.find()).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    private void makeNetwork() {
        group = admin.ok(
                        "one.secgroup.allocate",
                        "NAME=\"acme-sg\"\nRULE=[PROTOCOL=\"TCP\",RULE_TYPE=\"INBOUND\",RANGE=\"8554\"]"
                                + "\nRULE=[PROTOCOL=\"ALL\",RULE_TYPE=\"OUTBOUND\"]")
                .id();
        admin.ok("one.secgroup.chown", group, -1, gid);
        admin.ok("one.secgroup.chmod", group, 1, 1, 0, 1, 0, 0, 0, 0, 0);
        network = admin.ok(
                        "one.vn.allocate",
                        "NAME=\"acme-net\"\nVN_MAD=\"802.1Q\"\nPHYDEV=\"eth1\"\nAUTOMATIC_VLAN_ID=\"YES\"\n"
                                + "AR=[TYPE=\"IP4\",IP=\"10.60.0.10\",SIZE=\"20\"]\nNETWORK_ADDRESS=\"10.60.0.0\"\n"
                                + "NETWORK_MASK=\"255.255.255.0\"\nGATEWAY=\"10.60.0.1\"\n"
                                + "ROUTES=\"10.45.0.0/16 via 10.60.0.1\"\nSECURITY_GROUPS=\"" + group + "\"",
                        clusterOfHosts())
                .id();
        assertThat(admin.ok("one.vn.info", network).body()).contains("<STATE><![CDATA[2]]></STATE>");
        time.advance(Duration.ofSeconds(1));
        assertThat(admin.ok("one.vn.info", network).body())
                .contains("<STATE><![CDATA[1]]></STATE>")
                .contains("<VLAN_ID_AUTOMATIC>1</VLAN_ID_AUTOMATIC>")
                .contains("<SECURITY_GROUPS><![CDATA[0," + group + "]]></SECURITY_GROUPS>");
        admin.ok("one.vn.update", network, "SECURITY_GROUPS=\"" + group + "\"", 1);
        admin.ok("one.vdc.addvnet", vdc, 0, network);
    }

    private int clusterOfHosts() {
        Matcher matcher = Pattern.compile("<CLUSTER_ID>(\\d+)</CLUSTER_ID>")
                .matcher(admin.ok("one.host.info", 0).body());
        assertThat(matcher.find()).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    private void makeTemplates() {
        String nic = "NIC=[NETWORK_ID=\"" + network + "\"]\nCONTEXT=[NETWORK=\"YES\"]\n";
        mediation = admin.ok(
                        "one.template.allocate",
                        "NAME=\"acme-mediation\"\nCPU=\"1\"\nVCPU=\"1\"\nMEMORY=\"512\"\nDISK=[IMAGE_ID=\"0\"]\n" + nic)
                .id();
        inference = admin.ok(
                        "one.template.allocate",
                        "NAME=\"acme-inference\"\nCPU=\"4\"\nVCPU=\"4\"\nMEMORY=\"4096\"\nDISK=[IMAGE_ID=\"1\"]\n" + nic
                                + "TOPOLOGY=[PIN_POLICY=\"CORE\",HUGEPAGE_SIZE=\"2\",MEMORY_ACCESS=\"shared\"]\n"
                                + "PCI=[VENDOR=\"10de\",DEVICE=\"2330\",CLASS=\"0302\","
                                + "PROFILE=\"1131 (NVIDIA H100XM-1-10C)\"]\nSCHED_REQUIREMENTS=\"NAME = \\\"mig-*\\\"\"")
                .id();
        for (int template : List.of(mediation, inference)) {
            admin.ok("one.template.chown", template, -1, gid);
            admin.ok("one.template.chmod", template, 1, 1, 0, 1, 0, 0, 0, 0, 0);
        }
        RawClient.Reply made = admin.rest(
                "POST",
                "/service_template",
                "{\"name\":\"acme-defects\",\"deployment\":\"straight\",\"taf_stamp\":\"x\",\"roles\":["
                        + "{\"name\":\"mediation\",\"type\":\"vm\",\"template_id\":" + mediation
                        + ",\"cardinality\":1,\"min_vms\":1,\"max_vms\":1,\"cooldown\":5},"
                        + "{\"name\":\"inference\",\"type\":\"vm\",\"template_id\":" + inference
                        + ",\"cardinality\":1,\"min_vms\":1,\"max_vms\":4,\"cooldown\":5,"
                        + "\"parents\":[\"mediation\"]}]}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        serviceTemplate = documentId(made);
        act(admin, "/service_template/" + serviceTemplate, "chgrp", "{\"group_id\":" + gid + "}", 204);
        act(admin, "/service_template/" + serviceTemplate, "chmod", "{\"octet\":\"640\"}", 204);
    }

    private static int documentId(RawClient.Reply reply) {
        Matcher matcher = Pattern.compile("\"ID\": \"(\\d+)\"").matcher(reply.body());
        assertThat(matcher.find()).as(reply.body()).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    private static RawClient.Reply act(RawClient who, String path, String perform, String params, int status) {
        RawClient.Reply reply = who.rest(
                "POST", path + "/action", "{\"action\":{\"perform\":\"" + perform + "\",\"params\":" + params + "}}");
        assertThat(reply.status()).as(perform + ": " + reply.body()).isEqualTo(status);
        return reply;
    }

    private int instantiate() {
        RawClient.Reply reply = act(
                tenant,
                "/service_template/" + serviceTemplate,
                "instantiate",
                "{\"merge_template\":{\"name\":\"acme-run\",\"taf_stamp\":\"y\"}}",
                201);
        assertThat(reply.body()).contains("\"taf_stamp\": \"y\"");
        return documentId(reply);
    }

    private String serviceState(int service) {
        RawClient.Reply reply = tenant.rest("GET", "/service/" + service, "");
        if (reply.status() != 200) {
            return "http " + reply.status();
        }
        Matcher matcher = Pattern.compile("\\n {8}\"state\": (\\d+)").matcher(reply.body());
        assertThat(matcher.find()).as(reply.body()).isTrue();
        return matcher.group(1);
    }

    private List<Integer> machines(int service) {
        String body = tenant.rest("GET", "/service/" + service, "").body();
        return Pattern.compile("\"deploy_id\": (\\d+)")
                .matcher(body)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    private int runningService() {
        makeTenant();
        makeNetwork();
        makeTemplates();
        int service = instantiate();
        time.advance(Duration.ofMillis(100));
        assertThat(serviceState(service)).isEqualTo("11");
        time.advance(Duration.ofSeconds(40));
        assertThat(serviceState(service))
                .as(tenant.rest("GET", "/service/" + service, "").body())
                .isEqualTo("2");
        return service;
    }

    @Test
    void recipe_playedToRunning_placesTheSliceOnAVirtualFunctionWithPinnedCores() {
        int service = runningService();

        List<Integer> vms = machines(service);
        assertThat(vms).hasSize(2);
        String vm = tenant.ok("one.vm.info", vms.get(1)).body();
        assertThat(vm)
                .contains("<UNAME>acme-sdk</UNAME><GNAME>acme</GNAME>")
                .contains("<SERVICE_ID><![CDATA[" + service + "]]></SERVICE_ID>")
                .contains("<HOSTNAME>mig-2</HOSTNAME>")
                .containsPattern("<NUMA_NODE><CPUS><!\\[CDATA\\[\\d+,\\d+,\\d+,\\d+]]>")
                .contains("<SHORT_ADDRESS><![CDATA[18:00.4]]></SHORT_ADDRESS>")
                .contains("<ETH0_ROUTES><![CDATA[10.45.0.0/16 via 10.60.0.1]]></ETH0_ROUTES>");
        String host = admin.ok("one.host.info", 1).body();
        assertThat(host).contains("<VMID><![CDATA[" + vms.get(1) + "]]></VMID>").contains("<DEDICATED><![CDATA[YES]]>");
    }

    @Test
    void recipe_scaledInAndOut_passesScalingAndCooldown() {
        int service = runningService();

        scale(service, 2, 204);
        assertThat(serviceState(service)).isEqualTo("8");
        assertThat(tenant.rest("DELETE", "/service/" + service, ""))
                .isEqualTo(new RawClient.Reply(500, "Service cannot be undeployed in state: SCALING"));
        time.advance(Duration.ofSeconds(12));
        assertThat(serviceState(service)).isEqualTo("10");
        time.advance(Duration.ofSeconds(6));
        assertThat(serviceState(service)).isEqualTo("2");
        List<Integer> before = machines(service);
        assertThat(before).hasSize(3);

        scale(service, 1, 204);
        time.advance(Duration.ofSeconds(8));
        assertThat(serviceState(service)).isEqualTo("2");
        assertThat(machines(service)).containsExactly(before.get(0), before.get(2));
    }

    private void scale(int service, int cardinality, int status) {
        RawClient.Reply reply = tenant.rest(
                "POST",
                "/service/" + service + "/scale",
                "{\"role_name\":\"inference\",\"cardinality\":" + cardinality + ",\"force\":false}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    }

    @Test
    void scale_overTheGroupsQuota_failsScalingAndKeepsTheNewCardinality() {
        int service = runningService();

        RawClient.Reply reply = tenant.rest(
                "POST",
                "/service/" + service + "/scale",
                "{\"role_name\":\"inference\",\"cardinality\":4,\"force\":false}");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.body()).contains("group [" + gid + "] limit of ").contains(" quota in VM");
        assertThat(serviceState(service)).isEqualTo("9");
        assertThat(tenant.rest("GET", "/service/" + service, "").body()).contains("\"cardinality\": 4");
        act(tenant, "/service/" + service, "recover", "{\"delete\":true}", 204);
        time.advance(Duration.ofSeconds(2));
        assertThat(serviceState(service)).isEqualTo("http 404");
    }

    @Test
    void takeAway_inTheOrderOfTheRecipe_leavesNothing() {
        String before = cloud.snapshot(false);
        int service = runningService();

        assertThat(admin.call("one.vn.delete", network).body()).contains("leases in use");
        assertThat(tenant.rest("DELETE", "/service/" + service, "").status()).isEqualTo(204);
        time.advance(Duration.ofSeconds(8));
        assertThat(serviceState(service)).isEqualTo("http 404");
        assertThat(admin.rest("DELETE", "/service_template/" + serviceTemplate, "")
                        .status())
                .isEqualTo(204);
        admin.ok("one.template.delete", mediation);
        admin.ok("one.template.delete", inference);
        admin.ok("one.vdc.delvnet", vdc, 0, network);
        admin.ok("one.vn.delete", network);
        admin.ok("one.secgroup.delete", group);
        assertThat(admin.call("one.group.delete", gid).body()).contains("Group " + gid + " is not empty.");
        admin.ok("one.user.delete", uid);
        admin.ok("one.vdc.delete", vdc);
        admin.ok("one.group.delete", gid);
        time.advance(Duration.ofSeconds(1));

        assertThat(cloud.snapshot(false)).isEqualTo(before);
    }

    @Test
    void instantiate_withoutCreateDocument_answers401WithTheReason() {
        makeTenant();
        makeNetwork();
        makeTemplates();
        Matcher rule = Pattern.compile("<ACL><ID>(\\d+)</ID><USER>" + hex(0x100000000L | uid) + "</USER>")
                .matcher(admin.ok("one.acl.info").body());
        assertThat(rule.find()).isTrue();
        admin.ok("one.acl.delrule", Integer.valueOf(rule.group(1)));

        RawClient.Reply reply =
                act(tenant, "/service_template/" + serviceTemplate, "instantiate", "{\"merge_template\":{}}", 401);

        assertThat(reply.body())
                .isEqualTo("[one.document.allocate] User [" + uid + "] : Not authorized to perform CREATE DOCUMENT.");
    }

    @Test
    void instantiate_withoutUseOnTheNetwork_failsDeployingWithTheReasonInTheLog() {
        makeTenant();
        makeNetwork();
        makeTemplates();
        admin.ok("one.vdc.delvnet", vdc, 0, network);

        int service = instantiate();
        time.advance(Duration.ofSeconds(5));

        assertThat(serviceState(service)).isEqualTo("7");
        assertThat(tenant.rest("GET", "/service/" + service, "").body())
                .contains("Not authorized to perform USE NET [" + network + "]");
    }

    @Test
    void vm_withoutAHostInTheVdc_staysPendingWithTheReason() {
        makeTenant();
        makeNetwork();
        makeTemplates();
        for (int host : List.of(0, 1, 2, 3, 4)) {
            admin.ok("one.vdc.delhost", vdc, 0, host);
        }
        int vm = tenant.ok("one.template.instantiate", mediation, "alone", false, "", false)
                .id();

        time.advance(Duration.ofSeconds(20));

        assertThat(tenant.ok("one.vm.info", vm).body())
                .contains("<STATE>1</STATE>")
                .contains("User is not authorized to use any host");
    }

    @Test
    void login_ofAnotherUserWithoutAGroup_isRefused() {
        makeTenant();

        RawClient.Answer answer = admin.call("one.user.login", "acme-sdk", "", 3600, -1);

        assertThat(answer.code()).isEqualTo(4096);
        assertThat(answer.body()).isEqualTo("[one.user.login] Cannot create a full token with a specific group token");
    }

    @Test
    void recipe_overHttp_worksAsInMemory() throws Exception {
        try (cloud;
                HttpClientTransport http = new HttpClientTransport()) {
            FakeOpenNebula.Endpoints endpoints = cloud.startHttp();
            RawClient client = new RawClient(http, endpoints.oned(), endpoints.oneflow(), cloud.adminCredentials());

            assertThat(client.ok("one.system.version").body()).isEqualTo("7.4.0");
            assertThat(client.ok("one.group.allocate", "acme").id()).isEqualTo(100);
            assertThat(client.rest("GET", "/service", "").body()).isEqualTo("{\n  \"DOCUMENT_POOL\": {\n  }\n}");
            assertThat(client.as("oneadmin:wrong").rest("GET", "/service", "").status())
                    .isEqualTo(401);
            assertThat(client.as("oneadmin:wrong").call("one.system.version").code())
                    .isEqualTo(256);
        }
    }
}
