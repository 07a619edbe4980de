package io.telcofactory.opennebula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.AuthenticationException;
import io.telcofactory.api.error.CapacityException;
import io.telcofactory.api.error.DeadlineExceededException;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.error.OutcomeUnknownException;
import io.telcofactory.api.error.ProtocolException;
import io.telcofactory.api.error.UnavailableException;
import io.telcofactory.api.error.UnsupportedFeatureException;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.Vm;
import io.telcofactory.opennebula.transport.OcaTransport;
import io.telcofactory.opennebula.transport.OcaTransport.OcaReply;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenNebulaTest {

    @Test
    void get_recordedVm_isTyped() {
        Recording recording = Recording.accepted("one.vm.info").get(0);
        Vm vm = Clients.on(new CannedHttp().answer(recording.response())).vms().get(0);
        assertThat(vm.name()).isNotEmpty();
        assertThat(vm.memoryMb()).isPositive();
    }

    @Test
    void create_lostAnswer_isOutcomeUnknownAndSentOnce() {
        CannedHttp http = new CannedHttp().fail(new IOException("reset"));
        assertThatThrownBy(() -> Clients.on(http).vms().create(OneTemplate.empty(), false))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(http.calls()).hasSize(1);
    }

    @Test
    void create_tornAnswer_isOutcomeUnknown() {
        String whole = CannedHttp.accepted(7);
        CannedHttp http = new CannedHttp().answer(whole.substring(0, whole.length() / 2));
        assertThatThrownBy(() -> Clients.on(http).vms().create(OneTemplate.empty(), false))
                .isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void create_refusedConnection_isSentAgain() {
        CannedHttp http = new CannedHttp().fail(new ConnectException("refused")).answer(CannedHttp.accepted(7));
        assertThat(Clients.on(http).vms().create(OneTemplate.empty(), false)).isEqualTo(7);
        assertThat(http.calls()).hasSize(2);
    }

    @Test
    void get_tornAnswer_isReadAgainThenProtocol() {
        String whole = CannedHttp.accepted("<VM><ID>1</ID></VM>");
        String torn = whole.substring(0, whole.length() - 60);
        assertThat(Clients.on(new CannedHttp().answer(torn).answer(whole))
                        .vms()
                        .get(1)
                        .id())
                .isEqualTo(1);
        CannedHttp always = new CannedHttp().answer(torn);
        assertThatThrownBy(() -> Clients.on(always).vms().get(1))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("cut short");
        assertThat(always.calls()).hasSize(3);
    }

    @Test
    void get_noLeader_isTriedAgain() {
        CannedHttp http = new CannedHttp()
                .answer(CannedHttp.refused(8192, "[one.vm.allocate] Cannot process request, no leader found"))
                .answer(CannedHttp.accepted(9));
        assertThat(Clients.on(http).vms().create(OneTemplate.empty(), false)).isEqualTo(9);
    }

    @Test
    void instantiate_overQuota_namesOwnerMetricAndLimit() {
        CannedHttp http = new CannedHttp()
                .answer(
                        CannedHttp.refused(
                                512,
                                "[one.template.instantiate] User [2] : group [100] limit of 1 reached for PCI_DEV quota in VM."));
        assertThatThrownBy(() -> Clients.on(http).templates().instantiate(5, "x", false, OneTemplate.empty(), false))
                .isInstanceOf(CapacityException.class)
                .hasMessageContaining("group 100 allows 1 PCI_DEV")
                .hasMessageContaining("template 5");
    }

    @Test
    void call_newerThanServer_namesTheRelease() {
        String fault =
                "<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>-506</int></value>"
                        + "</member><member><name>faultString</name><value><string>Method 'one.vm.vmgroupdel' not defined</string>"
                        + "</value></member></struct></value></fault></methodResponse>";
        assertThatThrownBy(
                        () -> Clients.on(new CannedHttp().answer(fault)).vms().leaveVmGroup(3))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("OpenNebula 7.4");
    }

    @Test
    void call_notOpenNebula_saysSo() {
        String html = "<!DOCTYPE html><html>Sunstone</html>";
        assertThatThrownBy(() -> Clients.on(new CannedHttp().answer(html)).vms().get(1))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("it begins: <!DOCTYPE html><html>Sunstone</html>");
        assertThatThrownBy(() ->
                        Clients.on(new CannedHttp().answer(404, html)).vms().get(1))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("RPC2");
        assertThatThrownBy(
                        () -> Clients.on(new CannedHttp().answer(401, "")).vms().get(1))
                .isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(
                        () -> Clients.on(new CannedHttp().answer(502, "")).vms().create(OneTemplate.empty(), false))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThatThrownBy(
                        () -> Clients.on(new CannedHttp().answer(503, "")).vms().get(1))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void call_unreadableAnswer_isShownWithoutItsSecrets() {
        String user = CannedHttp.accepted("<USER><PASSWORD>geheim</PASSWORD><NAME>alice</NAME></USERS>");
        assertThatThrownBy(
                        () -> Clients.on(new CannedHttp().answer(user)).users().get(1))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("<NAME>alice</NAME>")
                .hasMessageNotContaining("geheim");
        String login = CannedHttp.accepted("geheim");
        String torn = login.substring(0, login.indexOf("geheim") + 6);
        assertThatThrownBy(() ->
                        Clients.on(new CannedHttp().answer(torn)).users().login("alice", "", Duration.ofHours(1), -1))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("it begins: <?xml")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void errors_neverShowTheSecret() {
        for (CannedHttp http : List.of(
                new CannedHttp().fail(new IOException("reset")),
                new CannedHttp().answer(CannedHttp.refused(256, "[one.vm.info] User couldn't be authenticated")),
                new CannedHttp().answer("rubbish"))) {
            OpenNebula one = Clients.on(http).as(Credentials.of("oneadmin", "geheim"));
            assertThatThrownBy(() -> one.vms().get(1)).hasMessageNotContaining("geheim");
            assertThat(one.toString() + one.vms()).doesNotContain("geheim");
        }
    }

    @Test
    void list_closedEarly_closesTheConnection() {
        CannedHttp http = new CannedHttp()
                .answer(CannedHttp.accepted(
                        "<VM_POOL><VM><ID>1</ID></VM><VM><ID>2</ID></VM><VM><ID>3</ID></VM></VM_POOL>"));
        try (Stream<Vm> vms = Clients.on(http).vms().list()) {
            assertThat(vms.findFirst().orElseThrow().id()).isEqualTo(1);
            assertThat(http.closedBodies()).isZero();
        }
        assertThat(http.closedBodies()).isEqualTo(1);
    }

    @Test
    void list_tornInTheMiddle_isProtocolAfterWhatCame() {
        String whole =
                CannedHttp.accepted("<VM_POOL><VM><ID>1</ID></VM><VM><ID>2</ID></VM><VM><ID>3</ID></VM></VM_POOL>");
        CannedHttp http = new CannedHttp().answer(whole.substring(0, whole.indexOf("3&lt;")));
        List<Integer> seen = new ArrayList<>();
        try (Stream<Vm> vms = Clients.on(http).vms().list()) {
            assertThatThrownBy(() -> vms.forEach(vm -> seen.add(vm.id()))).isInstanceOf(ProtocolException.class);
        }
        assertThat(seen).containsExactly(1, 2);
        assertThat(http.closedBodies()).isEqualTo(1);
    }

    @Test
    void find_missing_isEmpty() {
        CannedHttp http =
                new CannedHttp().answer(CannedHttp.refused(1024, "[one.vm.info] Error getting virtual machine [1]."));
        assertThat(Clients.on(http).vms().find(1)).isEmpty();
        assertThatThrownBy(() -> Clients.on(http).vms().get(1)).isInstanceOfSatisfying(NotFoundException.class, e -> {
            assertThat(e.context().operation()).isEqualTo("one.vm.info");
            assertThat(e.context().target()).isEqualTo("vm 1");
            assertThat(e.context().nativeCode()).contains("1024");
        });
    }

    @Test
    void as_otherUser_sendsHisToken() {
        CannedHttp http = new CannedHttp().answer(CannedHttp.accepted("7.4.0"));
        OpenNebula tenant = Clients.on(http).as(Credentials.of("alice", "token"));
        assertThat(tenant.frontEnd().version()).isEqualTo("7.4.0");
        assertThat(http.sent()).contains("<string>alice:token</string>");
    }

    @Test
    void call_untyped_sends64Bits() {
        String wide = CannedHttp.accepted("").replace("<string></string>", "<i8>8589934592</i8>");
        CannedHttp http = new CannedHttp().answer(wide);
        assertThat(Clients.on(http).call("one.zone.fedreplicate", 5L, -1L, "sql"))
                .isEqualTo("8589934592");
        assertThat(http.sent()).contains("<i8>5</i8>", "<i8>-1</i8>");
    }

    @Test
    void bodies_thatTrickle_endAtTheDeadline() {
        ManualTime time = new ManualTime();
        CannedHttp http = new CannedHttp().reply(() -> {
            time.advance(Duration.ofSeconds(31));
            throw new SocketTimeoutException("timeout");
        });
        assertThatThrownBy(() -> Clients.of(Clients.settings(http).time(time).build())
                        .vms()
                        .get(1))
                .isInstanceOf(DeadlineExceededException.class);
    }

    @Test
    void oca_ofTheProgram_carriesCallsAndErrorsByText() {
        List<String> called = new ArrayList<>();
        OcaTransport oca = new OcaTransport((method, arguments) -> {
            called.add(method + List.of(arguments));
            return switch (method) {
                case "one.vm.info" -> OcaReply.accepted("<VM><ID>4</ID><NAME>x</NAME></VM>");
                case "one.group.allocate" -> OcaReply.accepted("104");
                default -> OcaReply.refused("[one.host.info] Error getting host [9].");
            };
        });
        OpenNebula one = OpenNebula.over(oca, Credentials.of("unused", "unused"), ClientSettings.defaults());
        assertThat(one.vms().get(4).name()).isEqualTo("x");
        assertThat(one.groups().create("acme")).isEqualTo(104);
        assertThatThrownBy(() -> one.hosts().get(9)).isInstanceOf(NotFoundException.class);
        assertThat(called)
                .containsExactly("one.vm.info[4, false]", "one.group.allocate[acme]", "one.host.info[9, false]");
    }
}
