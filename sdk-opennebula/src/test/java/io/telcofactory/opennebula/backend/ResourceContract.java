package io.telcofactory.opennebula.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.Resource;
import io.telcofactory.api.SecretRef;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.error.AuthenticationException;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Instances;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.api.tenant.Persona;
import io.telcofactory.api.tenant.Tenant;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.model.Document;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.QuotaLimits;
import io.telcofactory.opennebula.model.UpdateMode;
import io.telcofactory.opennebula.model.User;
import io.telcofactory.opennebula.model.VmGroup;
import io.telcofactory.opennebula.model.VmTemplate;
import io.telcofactory.opennebula.xml.XmlNode;
import io.telcofactory.testkit.Faults;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the backend makes of each kind of resource, on whatever front-end a subclass names. */
abstract class ResourceContract {
    /** On a server that others test on too, each names a factory of its own. */
    private static final Scope SCOPE = new Scope(System.getProperty("factory", "contract"), "analytics");

    private static final int SERVICE = 100;
    private static final int SERVICE_TEMPLATE = 101;

    private FrontEnd frontEnd;
    private BackendDriver driver;

    abstract FrontEnd frontEnd();

    @BeforeEach
    void drive() {
        frontEnd = frontEnd();
        driver = fresh();
    }

    @AfterEach
    void takeAway() {
        BackendDriver last = fresh();
        for (Resource resource : Samples.ALL) {
            if (last.owned().containsKey(resource.ref())) {
                last.remove(resource.ref());
            }
        }
        assertThat(last.owned()).isEmpty();
    }

    @Test
    void ensure_tenant_isAsRendered() {
        driver.ensure(Samples.ACME);

        assertThat(driver.differences(Samples.ACME)).isEmpty();
        BackendDriver second = fresh();
        second.ensure(Samples.ACME);
        assertThat(second.steps()).isEmpty();
    }

    @Test
    void ensure_tenantWithOtherQuota_changesQuotaAndStampOnly() {
        driver.ensure(Samples.ACME);
        var smaller = Samples.ACME.toBuilder().quota(quota -> quota.vms(3)).build();

        assertThat(driver.differences(smaller))
                .containsExactly(
                        "quota.vms: 8 -> 3",
                        "quota.vcpus: 16 -> unlimited",
                        "quota.memory: 16 GiB -> unlimited",
                        "quota.gpus: 4 -> unlimited");
        BackendDriver second = fresh();
        second.ensure(smaller);

        assertThat(second.steps()).containsExactly("one.group.quota", "one.document.update");
        assertThat(second.differences(smaller)).isEmpty();
        assertThat(second.owned(smaller.ref()).applied()).contains(smaller);
    }

    @Test
    void ensure_tenantWithEverything_isAsRenderedAndLetsItsUsersIn() {
        withUplink(() -> {
            driver.ensure(Samples.STAFFED);

            assertThat(driver.differences(Samples.STAFFED)).isEmpty();
            BackendDriver second = fresh();
            second.ensure(Samples.STAFFED);
            assertThat(second.steps()).isEmpty();
            assertThat(login("operator", "the-secret-at-env:OPERATOR_PASSWORD")).isEqualTo(nativeName("operator"));
            assertThat(login("engineer", "the-secret-at-file:/run/secrets/engineer"))
                    .isEqualTo(nativeName("engineer"));
            fresh().remove(Samples.STAFFED.ref());
            try (Stream<User> left = frontEnd.client().users().list()) {
                assertThat(left.map(User::name))
                        .noneMatch(name -> name.startsWith(SCOPE.nativeName(Samples.ACME.ref())));
            }
        });
    }

    @Test
    void ensure_tenantBackToPlain_takesEverythingAway() {
        withUplink(() -> {
            driver.ensure(Samples.STAFFED);
            fresh().ensure(Samples.ACME);

            assertThat(fresh().differences(Samples.ACME)).isEmpty();
            assertThat(fresh().owned(Samples.ACME.ref()).fields().keySet())
                    .noneMatch(path -> path.startsWith("users."))
                    .noneMatch(path -> path.matches("quota\\.(running|clusters|datastores|leases|sriov|system).*"));
        });
    }

    @Test
    void ensure_userWithAnotherPersonaAndPassword_changesTheseOnly() {
        Tenant before = Samples.ACME.toBuilder()
                .user("operator", Persona.INFRASTRUCTURE_ADMIN, SecretRef.environment("OLD"))
                .build();
        Tenant after = Samples.ACME.toBuilder()
                .user("operator", Persona.END_USER, SecretRef.environment("NEW"))
                .build();
        driver.ensure(before);

        assertThat(fresh().differences(after))
                .containsExactly(
                        "users.operator.password: env:OLD -> env:NEW",
                        "users.operator.persona: infrastructure-admin -> end-user");
        BackendDriver second = fresh();
        second.ensure(after);

        assertThat(second.steps())
                .containsExactly(
                        "one.user.passwd",
                        "one.group.deladmin",
                        "one.acl.addrule",
                        "one.acl.delrule",
                        "one.acl.delrule",
                        "one.document.update");
        assertThat(fresh().differences(after)).isEmpty();
        assertThat(login("operator", "the-secret-at-env:NEW")).isEqualTo(nativeName("operator"));
        assertThatThrownBy(() -> login("operator", "the-secret-at-env:OLD"))
                .isInstanceOf(AuthenticationException.class);
    }

    @Test
    void ensure_limitThatAnotherSet_staysUnlessItIsOurs() {
        driver.ensure(Samples.ACME);
        int group = Integer.parseInt(driver.owned(Samples.ACME.ref()).outputs().get("group"));
        frontEnd.client()
                .groups()
                .setQuota(
                        group,
                        QuotaLimits.keeping(
                                        frontEnd.client().groups().get(group).quotas())
                                .vms(vm -> vm.count(1).limit("RUNNING_CPU", 3))
                                .build());

        assertThat(fresh().differences(Samples.ACME)).containsExactly("quota.vms: 1 -> 8");
        fresh().ensure(Samples.ACME);

        assertThat(fresh().differences(Samples.ACME)).isEmpty();
        assertThat(frontEnd.client().groups().get(group).quotas().vms().get(0).limit("RUNNING_CPU"))
                .hasValue(3);
    }

    @Test
    void ensure_roleOnProviderNetwork_getsAnAddressThere() {
        withUplink(() -> {
            driver.ensure(Samples.STAFFED);
            AiService connected = AiService.builder("defect-detection")
                    .tenant(Samples.ACME)
                    .role(
                            "edge",
                            role -> role.image("stream-framer")
                                    .vcpus(1)
                                    .memory(DataSize.mebibytes(512))
                                    .addProviderNetworks(Samples.UPLINK))
                    .build();

            Map<String, String> outputs = driver.ensure(connected);

            assertThat(driver.differences(connected)).isEmpty();
            assertThat(outputs.get("roles.edge.0.address." + Samples.UPLINK)).startsWith("192.0.2.");
            fresh().remove(connected.ref());
            fresh().remove(Samples.STAFFED.ref());
        });
    }

    @Test
    void ensure_router_runsAsRenderedAndLeavesNothingBehind() {
        withUplink(() -> {
            driver.ensure(Samples.STAFFED);
            driver.ensure(Samples.CAMERAS);

            Map<String, String> outputs = driver.ensure(Samples.ROUTER);

            assertThat(driver.differences(Samples.ROUTER)).isEmpty();
            assertThat(outputs)
                    .containsEntry("state", "running")
                    .containsEntry("address.cameras", "10.60.0.10")
                    .containsKey("address." + Samples.UPLINK);
            assertThat(driver.owned(Samples.CAMERAS.ref()).usedBy()).isEmpty();
            BackendDriver second = fresh();
            second.ensure(Samples.ROUTER);
            assertThat(second.steps()).isEmpty();
            fresh().remove(Samples.ROUTER.ref());
            assertThat(fresh().owned()).doesNotContainKey(Samples.ROUTER.ref());
        });
    }

    /** A network of the provider, for as long as something is done. */
    private void withUplink(Runnable work) {
        Uplink uplink = Uplink.make(frontEnd.client());
        try {
            work.run();
        } finally {
            takeAway();
            uplink.delete();
        }
    }

    private static String nativeName(String user) {
        return SCOPE.nativeName(Samples.ACME.ref()) + "." + user;
    }

    /** The name that the server knows a user by who logs in with a password. */
    private String login(String user, String password) {
        OpenNebula session = frontEnd.client(Credentials.of(nativeName(user), password));
        return session.users().get(-1).name();
    }

    @Test
    void ensure_network_isAsRendered() {
        driver.ensure(Samples.ACME);
        driver.ensure(Samples.CAMERAS);

        assertThat(driver.differences(Samples.CAMERAS)).isEmpty();
        BackendDriver second = fresh();
        second.ensure(Samples.CAMERAS);
        assertThat(second.steps()).isEmpty();
    }

    @Test
    void ensure_networkChangedBehindTheBack_showsAndRepairsThatFieldOnly() {
        driver.ensure(Samples.ACME);
        driver.ensure(Samples.CAMERAS);
        int id = Integer.parseInt(driver.owned(Samples.CAMERAS.ref()).outputs().get("id"));
        String vlan = driver.owned(Samples.CAMERAS.ref()).outputs().get("vlan");
        frontEnd.client()
                .networks()
                .update(
                        id,
                        OneTemplate.builder()
                                .set("GATEWAY", "10.60.0.9")
                                .set("FOREIGN", "stays")
                                .build(),
                        UpdateMode.MERGE);

        assertThat(driver.differences(Samples.CAMERAS)).containsExactly("network.gateway: 10.60.0.9 -> 10.60.0.1");
        fresh().ensure(Samples.CAMERAS);

        assertThat(driver.differences(Samples.CAMERAS)).isEmpty();
        assertThat(frontEnd.client().networks().get(id).attribute("FOREIGN")).contains("stays");
        assertThat(driver.owned(Samples.CAMERAS.ref()).outputs()).containsEntry("vlan", vlan);
    }

    @Test
    void ensure_networkWithoutGatewayAndRules_takesThemAway() {
        driver.ensure(Samples.ACME);
        driver.ensure(Samples.CAMERAS);
        TenantNetwork closed = Samples.CAMERAS.toBuilder()
                .gateway(java.util.Optional.empty())
                .routes(List.of())
                .securityRules(List.of())
                .build();

        fresh().ensure(closed);

        assertThat(driver.differences(closed)).isEmpty();
        assertThat(driver.owned(closed.ref()).fields())
                .doesNotContainKeys("network.gateway", "network.routes", "securityGroup.rules");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void ensure_networkOfEachKind_isAsRenderedAndStaysSo(String kind, TenantNetwork network) {
        driver.ensure(Samples.ACME);
        driver.ensure(network);

        assertThat(driver.differences(network)).isEmpty();
        BackendDriver second = fresh();
        second.ensure(network);
        assertThat(second.steps()).isEmpty();

        TenantNetwork plain = network.toBuilder()
                .mtu(Optional.empty())
                .inbound(Optional.empty())
                .outbound(Optional.empty())
                .gateway6(Optional.empty())
                .securityRules(List.of())
                .build();
        fresh().ensure(plain);
        assertThat(fresh().differences(plain)).isEmpty();
        assertThat(driver.owned(plain.ref()).fields())
                .doesNotContainKeys(
                        "network.mtu",
                        "network.inbound",
                        "network.outbound",
                        "network.gateway6",
                        "securityGroup.rules");
    }

    static Stream<Arguments> networks() {
        return Samples.NETWORKS.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @Test
    void ensure_networkOnOpenVswitch_letsOnlyItsOwnVlanThrough() {
        driver.ensure(Samples.ACME);
        TenantNetwork switched = Samples.network("open-vswitch");
        String vlan = driver.ensure(switched).get("vlan");

        int id = Integer.parseInt(driver.owned(switched.ref()).outputs().get("id"));
        assertThat(frontEnd.client().networks().get(id).attribute("VLAN_TAGGED_ID"))
                .contains(vlan);

        frontEnd.client()
                .networks()
                .update(
                        id,
                        OneTemplate.builder().set("VLAN_TAGGED_ID", "1-4094").build(),
                        UpdateMode.MERGE);
        assertThat(driver.differences(switched)).containsExactly("network.taggedVlans: 1-4094 -> own");
        fresh().ensure(switched);
        assertThat(fresh().differences(switched)).isEmpty();
    }

    @Test
    void ensure_service_runsAsRenderedAndScalesInPlace() {
        driver.ensure(Samples.ACME);
        driver.ensure(Samples.CAMERAS);
        Map<String, String> outputs = driver.ensure(Samples.DEFECTS);

        assertThat(driver.differences(Samples.DEFECTS)).isEmpty();
        assertThat(outputs)
                .containsKeys(
                        "id",
                        "roles.inference.0.vm",
                        "roles.frame-mediation.0.address.cameras",
                        "roles.inference.0.address.cameras")
                .containsEntry("state", "running")
                .hasEntrySatisfying(
                        "roles.inference.0.host", host -> assertThat(host).startsWith("mig-"));
        assertThat(fresh().differences(Samples.ACME)).isEmpty();
        BackendDriver second = fresh();
        second.ensure(Samples.DEFECTS);
        assertThat(second.steps()).isEmpty();

        AiService two = scaled(Instances.exactly(2));
        assertThat(driver.differences(two)).containsExactly("roles.inference.instances: 1 -> 2");
        BackendDriver third = fresh();
        Map<String, String> grown = third.ensure(two);

        assertThat(third.steps())
                .containsExactly(
                        "one.user.login", "POST /service/ID/scale", "one.user.login", "PUT /service_template/ID");
        assertThat(grown).containsKeys("roles.inference.1.vm", "roles.inference.0.vm");
        assertThat(fresh().differences(two)).isEmpty();
        assertThat(fresh().owned(two.ref()).applied()).contains(two);

        AiService bounded = scaled(new Instances(1, 3));
        assertThat(driver.differences(bounded)).containsExactly("roles.inference.instances: 2 -> 1..3");
        fresh().ensure(bounded);
        assertThat(fresh().differences(bounded)).isEmpty();
        assertThat(fresh().owned(bounded.ref()).instances()).containsEntry("inference", 2);
    }

    @Test
    void ensure_everyWayToHoldProcessorsAndDevices_isAsRendered() {
        driver.ensure(Samples.ACME);
        driver.ensure(Samples.HELD);

        assertThat(driver.differences(Samples.HELD)).isEmpty();
        BackendDriver second = fresh();
        second.ensure(Samples.HELD);
        assertThat(second.steps()).isEmpty();
    }

    @Test
    void ensure_rolesTogetherAndApart_standSoAndLeaveNothingBehind() {
        driver.ensure(Samples.ACME);
        Map<String, String> outputs = driver.ensure(Samples.PLACED);

        assertThat(driver.differences(Samples.PLACED)).isEmpty();
        assertThat(outputs.get("roles.active.0.host")).isNotEqualTo(outputs.get("roles.standby.0.host"));
        assertThat(outputs.get("roles.framer.0.host")).isEqualTo(outputs.get("roles.detector.0.host"));
        assertThat(outputs.get("roles.spread.0.host")).isNotEqualTo(outputs.get("roles.spread.1.host"));
        BackendDriver second = fresh();
        second.ensure(Samples.PLACED);
        assertThat(second.steps()).isEmpty();

        fresh().remove(Samples.PLACED.ref());
        assertThat(fresh().owned()).doesNotContainKey(Samples.PLACED.ref());
        try (Stream<VmGroup> left = frontEnd.client().vmGroups().list()) {
            assertThat(left.map(VmGroup::name)).doesNotContain(SCOPE.nativeName(Samples.PLACED.ref()));
        }
    }

    @Test
    void ensure_roleOnTwoNetworks_hasAnAddressOnEach() {
        driver.ensure(Samples.ACME);
        driver.ensure(Samples.CAMERAS);
        driver.ensure(Samples.network("flat"));
        Map<String, String> outputs = driver.ensure(Samples.CONNECTED);

        assertThat(driver.differences(Samples.CONNECTED)).isEmpty();
        assertThat(outputs.get("roles.bridge.0.address.cameras")).startsWith("10.60.0.");
        assertThat(outputs.get("roles.bridge.0.address.kind")).startsWith("10.61.0.");
        BackendDriver second = fresh();
        second.ensure(Samples.CONNECTED);
        assertThat(second.steps()).isEmpty();
    }

    @Test
    void ensure_secrets_areInTheMachinesAndNowhereElse() {
        driver.ensure(Samples.ACME);
        Map<String, String> outputs = driver.ensure(Samples.SECRETIVE);

        assertThat(driver.differences(Samples.SECRETIVE)).isEmpty();
        for (String output : List.of("roles.store.0.vm", "roles.store.1.vm")) {
            XmlNode vm = frontEnd.client()
                    .vms()
                    .get(Integer.parseInt(outputs.get(output)), true)
                    .tree();
            assertThat(vm.text("TEMPLATE/CONTEXT/PASSWORD")).contains("the-secret-at-env:STORE_PASSWORD");
            assertThat(vm.text("TEMPLATE/CONTEXT/API_KEY")).contains("the-secret-at-file:/run/secrets/api-key");
            assertThat(vm.text("TEMPLATE/CONTEXT/USER")).contains("detector");
        }
        try (Stream<VmTemplate> templates = frontEnd.client().templates().list();
                Stream<Document> services = frontEnd.client().documents().list(SERVICE);
                Stream<Document> blueprints = frontEnd.client().documents().list(SERVICE_TEMPLATE)) {
            assertThat(Stream.of(templates, services, blueprints)
                            .flatMap(objects ->
                                    objects.map(object -> object.tree().toXml())))
                    .isNotEmpty()
                    .noneMatch(xml -> xml.contains("the-secret"));
        }
        BackendDriver second = fresh();
        second.ensure(Samples.SECRETIVE);
        assertThat(second.steps()).isEmpty();

        AiService three = Samples.SECRETIVE.toBuilder()
                .roles(List.of(
                        Samples.SECRETIVE.role("store").toBuilder().instances(3).build()))
                .build();
        BackendDriver third = fresh();
        Map<String, String> grown = third.ensure(three);
        assertThat(third.steps()).contains("one.vm.updateconf");
        assertThat(frontEnd.client()
                        .vms()
                        .get(Integer.parseInt(grown.get("roles.store.2.vm")), true)
                        .tree()
                        .text("TEMPLATE/CONTEXT/PASSWORD"))
                .contains("the-secret-at-env:STORE_PASSWORD");
    }

    @Test
    void ensure_interfacesOfEachKind_areAsRendered() {
        driver.ensure(Samples.ACME);
        driver.ensure(Samples.CAMERAS);
        driver.ensure(Samples.LINKED);

        assertThat(driver.differences(Samples.LINKED)).isEmpty();
        BackendDriver second = fresh();
        second.ensure(Samples.LINKED);
        assertThat(second.steps()).isEmpty();
    }

    @Test
    void ensure_networkFunctionInTheNetworkOfAnother_runsThereAndLeavesNoRightBehind() {
        driver.ensure(Samples.OPERATOR);
        driver.ensure(Samples.ACME);
        driver.ensure(Samples.SHARED);
        driver.ensure(Samples.ACCESS);

        Map<String, String> outputs = driver.ensure(Samples.UPF);

        assertThat(outputs).containsKeys("roles.upf.0.address.cameras", "roles.upf.0.address.access");
        for (Resource resource : List.of(Samples.SHARED, Samples.UPF, Samples.ACME, Samples.OPERATOR)) {
            assertThat(fresh().differences(resource)).isEmpty();
            BackendDriver second = fresh();
            second.ensure(resource);
            assertThat(second.steps()).isEmpty();
        }

        fresh().remove(Samples.UPF.ref());
        fresh().ensure(Samples.CAMERAS);
        assertThat(fresh().owned(Samples.CAMERAS.ref()).fields().keySet()).noneMatch(path -> path.startsWith("guests"));
    }

    @Test
    void ensure_activeAndStandby_standOnDifferentHosts() {
        driver.ensure(Samples.OPERATOR);
        driver.ensure(Samples.ACME);
        driver.ensure(Samples.SHARED);
        driver.ensure(Samples.ACCESS);

        Map<String, String> outputs = driver.ensure(Samples.PAIR);

        assertThat(outputs.get("roles.upf.0.host")).isNotEqualTo(outputs.get("roles.upf.1.host"));
        assertThat(fresh().differences(Samples.PAIR)).isEmpty();
    }

    @Test
    void ensure_scaledService_runsAsRenderedAndChangesItsRulesInPlace() {
        driver.ensure(Samples.ACME);
        driver.ensure(Samples.CAMERAS);
        driver.ensure(Samples.SCALED);

        assertThat(driver.differences(Samples.SCALED)).isEmpty();
        Role role = Samples.SCALED.role("llm");
        AiService calmer = Samples.SCALED.toBuilder()
                .roles(List.of(role.toBuilder()
                        .scaling(List.of(role.scaling().get(0)))
                        .schedules(List.of())
                        .build()))
                .build();
        assertThat(driver.differences(calmer))
                .containsExactly("roles.llm.scaling: "
                        + "at 0 7 * * 1-5: CARDINALITY 2; at 2113750800: PERCENTAGE_CHANGE 50 at least 2;"
                        + " if CPU > 80: CHANGE 1, after 2 x 60 s, rest 5 s;"
                        + " if ((MEMORY < 65536) | (CPU = 0)) & (!(CPU > 50)): CHANGE -1, after 1 x 0 s, rest 10 s"
                        + " -> if CPU > 80: CHANGE 1, after 2 x 60 s, rest 5 s");
        BackendDriver second = fresh();
        second.ensure(calmer);

        assertThat(second.steps()).contains("PUT /service/ID").doesNotContain("DELETE /service/ID");
        assertThat(fresh().differences(calmer)).isEmpty();

        AiService unscaled = Samples.SCALED.toBuilder()
                .roles(List.of(
                        role.toBuilder().scaling(List.of()).schedules(List.of()).build()))
                .build();
        fresh().ensure(unscaled);
        assertThat(fresh().owned(unscaled.ref()).fields()).doesNotContainKey("roles.llm.scaling");
    }

    private static AiService scaled(Instances instances) {
        return Samples.DEFECTS.toBuilder()
                .roles(Samples.DEFECTS.roles().stream()
                        .map(role -> role.name().equals("inference")
                                ? role.toBuilder().instances(instances).build()
                                : role)
                        .toList())
                .build();
    }

    private BackendDriver fresh() {
        return new BackendDriver(frontEnd.backend(Faults.create()), SCOPE, frontEnd.time());
    }
}
