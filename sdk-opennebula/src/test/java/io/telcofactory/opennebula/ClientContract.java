package io.telcofactory.opennebula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.AuthenticationException;
import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.api.error.UnsupportedFeatureException;
import io.telcofactory.opennebula.flow.FlowNode;
import io.telcofactory.opennebula.flow.OneFlow;
import io.telcofactory.opennebula.flow.RoleSpec;
import io.telcofactory.opennebula.flow.Service;
import io.telcofactory.opennebula.flow.ServiceState;
import io.telcofactory.opennebula.flow.ServiceTemplate;
import io.telcofactory.opennebula.flow.ServiceTemplateSpec;
import io.telcofactory.opennebula.model.AclEntry;
import io.telcofactory.opennebula.model.AclRule;
import io.telcofactory.opennebula.model.Document;
import io.telcofactory.opennebula.model.Host;
import io.telcofactory.opennebula.model.IdRange;
import io.telcofactory.opennebula.model.LockLevel;
import io.telcofactory.opennebula.model.MarketplaceApp;
import io.telcofactory.opennebula.model.MarketplaceAppType;
import io.telcofactory.opennebula.model.Network;
import io.telcofactory.opennebula.model.NetworkState;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.Permissions;
import io.telcofactory.opennebula.model.PoolFilter;
import io.telcofactory.opennebula.model.QuotaLimits;
import io.telcofactory.opennebula.model.RaftState;
import io.telcofactory.opennebula.model.UpdateMode;
import io.telcofactory.opennebula.model.Vm;
import io.telcofactory.opennebula.model.VmAction;
import io.telcofactory.opennebula.model.VmTemplate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the client promises, on the fake and on a real server; leaves nothing behind. */
abstract class ClientContract {
    private final String name = "contract-" + UUID.randomUUID().toString().substring(0, 8);
    private final Deque<Runnable> cleanup = new ArrayDeque<>();

    private OpenNebula one;
    private OneFlow flow;

    @BeforeEach
    void connect() {
        one = openNebula();
        flow = oneFlow();
    }

    /** Connects as an administrator. */
    abstract OpenNebula openNebula();

    /** Connects as an administrator. */
    abstract OneFlow oneFlow();

    @AfterEach
    void leaveNothingBehind() {
        while (!cleanup.isEmpty()) {
            cleanup.pop().run();
        }
        flow.close();
        one.close();
    }

    @Test
    void version_ofServer_isSeven() {
        assertThat(one.frontEnd().version()).startsWith("7.");
    }

    @Test
    void list_hosts_haveNumaNodesAndDevices() {
        try (Stream<Host> hosts = one.hosts().list()) {
            assertThat(hosts.toList()).anySatisfy(host -> {
                assertThat(host.numaNodes()).isNotEmpty();
                assertThat(host.numaNodes().get(0).cores()).isNotEmpty();
                assertThat(host.numaNodes().get(0).hugepages()).isNotEmpty();
                assertThat(host.pciDevices()).isNotEmpty();
            });
        }
    }

    @Test
    void get_missing_isNotFound() {
        assertThatThrownBy(() -> one.vms().get(99_999_999)).isInstanceOf(NotFoundException.class);
        assertThat(one.vms().find(99_999_999)).isEmpty();
    }

    @Test
    void call_wrongPassword_isAuthentication() {
        OpenNebula stranger = one.as(Credentials.of("oneadmin", "wrong"));
        assertThatThrownBy(() -> stranger.frontEnd().version()).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void call_unknownMethod_isUnsupported() {
        assertThatThrownBy(() -> one.call("one.vm.dance", 1)).isInstanceOf(UnsupportedFeatureException.class);
    }

    @Test
    void call_wrongType_isInvalid() {
        assertThatThrownBy(() -> one.call("one.vm.info", "twelve")).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> one.call("one.vm.info", 12L)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void template_valuesOfEveryKind_comeBackUnchanged() {
        List<String> values = List.of(
                "\"quoted\"",
                "[a, b]",
                "back\\slash \\\" end",
                "two\nlines",
                "<a>&amp;</a>",
                "ümläut ☎",
                "]]",
                "x".repeat(1 << 20));
        for (String value : values) {
            int id = one.templates()
                    .create(OneTemplate.builder()
                            .set("NAME", name + value.hashCode())
                            .set("VALUE", value)
                            .add("VECTOR", vector -> vector.set("KEY", value))
                            .build());
            try {
                VmTemplate read = one.templates().get(id);
                assertThat(read.attribute("VALUE")).contains(value);
                assertThat(read.attribute("VECTOR/KEY")).contains(value);
            } finally {
                one.templates().delete(id);
            }
        }
    }

    @Test
    void template_nameTaken_isConflict() {
        OneTemplate template = OneTemplate.builder().set("NAME", name).build();
        int id = one.templates().create(template);
        cleanup.push(() -> one.templates().delete(id));

        assertThatThrownBy(() -> one.templates().create(template))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("already taken");
    }

    @Test
    void document_wholeLife_isSeen() {
        int id = one.documents()
                .create(
                        OneTemplate.builder()
                                .set("NAME", name)
                                .set("BODY", "{\"a\": 1}")
                                .build(),
                        1234);
        cleanup.push(() -> one.documents().delete(id));

        one.documents().chmod(id, Permissions.ofOctal("640"));
        one.documents().update(id, OneTemplate.builder().set("MORE", "b").build(), UpdateMode.MERGE);
        Document read = one.documents().get(id);
        assertThat(read.body()).contains("{\"a\": 1}");
        assertThat(read.attribute("MORE")).contains("b");
        assertThat(read.permissions().octal()).isEqualTo("640");
        assertThat(read.type()).isEqualTo(1234);
        try (Stream<Document> all = one.documents().list(1234)) {
            assertThat(all.map(Document::id)).contains(id);
        }

        one.documents().lock(id, LockLevel.ALL, true);
        assertThat(one.documents().get(id).lock()).isPresent();
        assertThatThrownBy(() -> one.documents().rename(id, name + "-2")).isInstanceOf(ConflictException.class);
        one.documents().unlock(id);
    }

    @Test
    void documents_inPages_areAllSeenOnce() {
        Set<Integer> made = new TreeSet<>();
        for (int i = 0; i < 5; i++) {
            int id = one.documents()
                    .create(OneTemplate.builder().set("NAME", name + "-" + i).build(), 4321);
            made.add(id);
            cleanup.push(() -> one.documents().delete(id));
        }
        Set<Integer> seen = new TreeSet<>();
        int page = 2;
        for (int offset = 0; ; offset += page) {
            try (Stream<Document> part = one.documents().list(PoolFilter.MINE, IdRange.page(offset, page), 4321)) {
                List<Integer> ids = part.map(Document::id).toList();
                assertThat(ids).hasSizeLessThanOrEqualTo(page);
                seen.addAll(ids);
                if (ids.size() < page) {
                    break;
                }
            }
        }
        assertThat(seen).containsAll(made);
        int first = Collections.min(made);
        try (Stream<Document> only = one.documents().list(PoolFilter.ALL, IdRange.ids(first, first), 4321)) {
            assertThat(only.map(Document::id)).containsExactly(first);
        }
    }

    @Test
    void text_thatNoCallCarries_isRefusedBeforeSending() {
        assertThatThrownBy(() -> one.groups().create(name + "\uD83D\uDE00"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("nothing was sent");
    }

    @Test
    void network_wholeLife_isSeen() {
        int id = one.networks()
                .create(
                        OneTemplate.builder()
                                .set("NAME", name)
                                .set("VN_MAD", "802.1Q")
                                .set("PHYDEV", "ens1")
                                .set("AUTOMATIC_VLAN_ID", true)
                                .add(
                                        "AR",
                                        range -> range.set("TYPE", "IP4")
                                                .set("IP", "10.99.0.10")
                                                .set("SIZE", 5))
                                .build(),
                        -1);
        cleanup.push(() -> {
            one.networks().delete(id);
            one.await(one.networks(), id).within(Duration.ofSeconds(20)).untilGone();
        });

        Network ready = one.await(one.networks(), id)
                .every(Duration.ofMillis(200))
                .until("READY", network -> network.state() == NetworkState.READY);
        assertThat(ready.vlanId()).isPresent();
        assertThat(ready.vlanAutomatic()).isTrue();
        assertThat(ready.addressRanges()).singleElement().satisfies(range -> {
            assertThat(range.ip()).contains("10.99.0.10");
            assertThat(range.size()).isEqualTo(5);
        });
    }

    @Test
    void tenant_groupUserQuotaRulesAndToken_areSeen() {
        int group = one.groups().create(name);
        cleanup.push(() -> one.groups().delete(group));
        one.vdcs().removeGroup(0, group);
        one.groups()
                .setQuota(
                        group,
                        QuotaLimits.builder()
                                .vms(vm -> vm.count(2).cpu(4).memoryMb(1024))
                                .build());
        one.groups()
                .setQuota(
                        group,
                        QuotaLimits.keeping(one.groups().get(group).quotas())
                                .vms(vm -> vm.count(3))
                                .build());
        assertThat(one.groups().get(group).quotas().vms()).singleElement().satisfies(quota -> {
            assertThat(quota.limit("VMS")).hasValue(3);
            assertThat(quota.limit("CPU")).hasValue(4);
            assertThat(quota.limit("MEMORY")).hasValue(1024);
            assertThat(quota.used("CPU")).isZero();
        });
        int user = one.users().create(name, "a-secret:word", "core", List.of(group));
        cleanup.push(() -> one.users().delete(user));
        int rule = one.acls()
                .create(AclRule.builder()
                        .user(user)
                        .kinds(AclRule.Kind.TEMPLATE, AclRule.Kind.DOCUMENT)
                        .allow(AclRule.Right.CREATE)
                        .zone(0)
                        .build());
        try (Stream<AclEntry> rules = one.acls().list()) {
            assertThat(rules.filter(r -> r.id() == rule))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.readable()).contains("#" + user));
        }
        String token = one.users().login(name, "", Duration.ofMinutes(5), group);
        OpenNebula tenant = one.as(Credentials.of(name, token));
        assertThat(tenant.users().get(-1).id()).isEqualTo(user);
        assertThat(one.users().get(user).tokens()).hasSize(1);
        assertThat(tenant.toString()).doesNotContain(token);
        assertThatThrownBy(() -> tenant.groups().create(name + "-x")).isInstanceOf(SdkException.class);
        one.acls().delete(rule);
    }

    @ParameterizedTest
    @MethodSource("io.telcofactory.opennebula.Kinds#names")
    void kind_wholeLife_isSeen(String kind) {
        new Kinds(one, name).live(kind);
    }

    @Test
    void app_ofMarketplace_isSeenThere() {
        int market = one.marketplaces()
                .create(OneTemplate.builder()
                        .set("NAME", name)
                        .set("MARKET_MAD", "http")
                        .set("BASE_URL", "http://127.0.0.1:1/")
                        .set("PUBLIC_DIR", "/nowhere")
                        .build());
        cleanup.push(() -> one.marketplaces().delete(market));
        int template =
                one.templates().create(OneTemplate.builder().set("NAME", name).build());
        cleanup.push(() -> one.templates().delete(template));
        int app = one.marketplaceApps()
                .create(
                        OneTemplate.builder()
                                .set("NAME", name)
                                .set("TYPE", "VMTEMPLATE")
                                .set("ORIGIN_ID", template)
                                .build(),
                        market);
        cleanup.push(() -> {
            one.marketplaceApps().delete(app);
            one.await(one.marketplaceApps(), app).within(Duration.ofSeconds(30)).untilGone();
        });

        MarketplaceApp read = one.marketplaceApps().get(app);
        assertThat(read.name()).isEqualTo(name);
        assertThat(read.marketplaceId()).isEqualTo(market);
        assertThat(read.type()).isEqualTo(MarketplaceAppType.VMTEMPLATE);
        assertThat(one.marketplaces().get(market).appIds()).contains(app);
    }

    @Test
    void zone_ofTheServer_isItsOwnAndHasARaftStatus() {
        assertThat(one.zones().get(0).name()).isNotEmpty();
        assertThat(one.zones().raftStatus().state()).isNotEqualTo(RaftState.UNKNOWN);
    }

    @Test
    void vm_holdAndTerminate_isSeenInPools() {
        int id = one.vms()
                .create(
                        OneTemplate.builder()
                                .set("NAME", name)
                                .set("CPU", 0.1)
                                .set("MEMORY", 64)
                                .build(),
                        true);
        cleanup.push(() -> {
            one.vms().action(VmAction.TERMINATE_HARD, id);
            one.await(one.vms(), id).every(Duration.ofMillis(300)).until("DONE", Vm::done);
        });

        assertThat(one.vms().get(id).stateName()).isEqualTo("HOLD");
        try (Stream<Vm> known = one.vms().list(List.of(id, 99_999_999))) {
            assertThat(known.map(Vm::id)).containsExactly(id);
        }
        try (Stream<Vm> all = one.vms().listFull()) {
            assertThat(all.filter(vm -> vm.id() == id))
                    .singleElement()
                    .satisfies(vm -> assertThat(vm.memoryMb()).isEqualTo(64));
        }
    }

    @Test
    void service_wholeLife_isSeen() {
        int vmTemplate = one.templates()
                .create(OneTemplate.builder()
                        .set("NAME", name)
                        .set("CPU", 0.1)
                        .set("MEMORY", 64)
                        .build());
        cleanup.push(() -> one.templates().delete(vmTemplate));
        ServiceTemplate template = flow.templates()
                .create(ServiceTemplateSpec.named(name)
                        .straight(true)
                        .set("SDK_STAMP", "stamp")
                        .role(RoleSpec.vm("front", vmTemplate).bounds(1, 2).cooldown(Duration.ofSeconds(1)))
                        .toNode());
        cleanup.push(() -> flow.templates().delete(template.id()));
        assertThat(template.body().text("SDK_STAMP")).contains("stamp");
        flow.templates().chmod(template.id(), Permissions.ofOctal("640"));
        assertThat(flow.templates().get(template.id()).permissions().octal()).isEqualTo("640");

        Service made = flow.templates()
                .instantiate(
                        template.id(),
                        FlowNode.object()
                                .put("name", name + "-1")
                                .put("OWN", "key")
                                .build());
        cleanup.push(() -> {
            flow.services().recoverDelete(made.id());
            flow.await(made.id()).within(Duration.ofSeconds(60)).untilGone();
        });
        assertThat(made.body().text("OWN")).contains("key");
        Service running = flow.await(made.id())
                .within(Duration.ofSeconds(90))
                .until("RUNNING", service -> service.state() == ServiceState.RUNNING);
        assertThat(running.role("front").orElseThrow().vmIds()).hasSize(1);
        assertThatThrownBy(() -> flow.services().scale(made.id(), "nobody", 2, false))
                .isInstanceOf(SdkException.class);
        assertThat(flow.services().find(99_999_999)).isEmpty();
        assertThatThrownBy(() ->
                        flow.as(Credentials.of("oneadmin", "wrong")).services().list())
                .isInstanceOf(AuthenticationException.class);
    }
}
