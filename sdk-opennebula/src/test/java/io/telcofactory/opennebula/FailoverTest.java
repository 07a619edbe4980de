package io.telcofactory.opennebula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.OutcomeUnknownException;
import io.telcofactory.api.error.UnavailableException;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.opennebula.flow.OneFlow;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.RaftState;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A front-end of three servers, some of which are down or know no leader. */
class FailoverTest {
    private static final List<URI> SERVERS = List.of(
            URI.create("http://one-1:2633/RPC2"),
            URI.create("http://one-2:2633/RPC2"),
            URI.create("http://one-3:2633/RPC2"));
    private static final String NO_LEADER =
            CannedHttp.refused(8192, "[one.vm.allocate] Cannot process request, no leader found");

    /** As a real 7.4.0 says it between the leader's death and the election. */
    private static final String FOLLOWER_OF_THE_DEAD =
            refused("libcurl failed to execute the HTTP POST transaction, explaining:  Failed to connect to 127.0.0.1 "
                    + "port 49959 after 0 ms: Couldn't connect to server");

    private final ManualTime time = new ManualTime();
    private final Map<String, CannedHttp> servers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> searched = new ArrayList<>();

    /** What the servers say of themselves; nothing: they are down, or tell it to nobody. */
    private final Map<String, RaftState> parts = new HashMap<>();

    @Test
    void get_firstServerDown_isAnsweredByTheLeaderWhichIsAskedFromThenOn() {
        parts.put("one-2", RaftState.FOLLOWER);
        parts.put("one-3", RaftState.LEADER);
        server("one-3").answer(vm());

        OpenNebula one = openNebula();
        assertThat(one.vms().get(4).id()).isEqualTo(4);
        assertThat(one.vms().get(4).id()).isEqualTo(4);
        assertThat(asked).containsExactly("one-3", "one-3");
        assertThat(searched).containsExactly("one-1", "one-2", "one-3");
    }

    @Test
    void get_leaderDies_isAnsweredByTheNewOne() {
        parts.putAll(Map.of("one-1", RaftState.LEADER, "one-2", RaftState.FOLLOWER, "one-3", RaftState.FOLLOWER));
        server("one-1").answer(vm()).fail(new ConnectException("refused"));
        server("one-3").answer(vm());

        OpenNebula one = openNebula();
        one.vms().get(4);
        parts.remove("one-1");
        parts.put("one-3", RaftState.LEADER);
        one.vms().get(4);
        assertThat(asked).containsExactly("one-1", "one-1", "one-3");
    }

    @Test
    void get_byAUserWhomNobodyTellsTheLeader_isAskedOfOneServerAndSearchedForOnce() {
        server("one-1").answer(vm());

        OpenNebula one = openNebula();
        one.vms().get(4);
        one.vms().get(4);
        assertThat(asked).containsExactly("one-1", "one-1");
        assertThat(searched).containsExactly("one-1", "one-2", "one-3");
    }

    @Test
    void get_ofOneServer_searchesForNobody() {
        server("one-1").answer(vm());
        OpenNebula.connect(SERVERS.subList(0, 1), Credentials.of("oneadmin", Clients.SECRET), settings())
                .vms()
                .get(4);
        assertThat(searched).isEmpty();
    }

    @Test
    void get_firstServerDown_isAnsweredByTheNextWhichIsAskedFromThenOn() {
        server("one-1").fail(new ConnectException("refused"));
        server("one-2").answer(vm());

        OpenNebula one = openNebula();
        assertThat(one.vms().get(4).id()).isEqualTo(4);
        assertThat(one.vms().get(4).id()).isEqualTo(4);
        assertThat(asked).containsExactly("one-1", "one-2", "one-2");
    }

    @Test
    void create_duringAnElection_isMadeByTheFirstServerThatKnowsTheNewLeader() {
        SERVERS.forEach(server -> parts.put(server.getHost(), RaftState.CANDIDATE));
        for (int round = 0; round < 2; round++) {
            server("one-1").answer(NO_LEADER);
            server("one-2").answer(refused("oned cluster in election mode"));
            server("one-3").answer(FOLLOWER_OF_THE_DEAD);
        }
        server("one-1").answer(CannedHttp.accepted(9));

        assertThat(openNebula().vms().create(OneTemplate.empty(), false)).isEqualTo(9);
        assertThat(asked).containsExactly("one-1", "one-2", "one-3", "one-1", "one-2", "one-3", "one-1");
        assertThat(time.sleeps())
                .hasSize(6)
                .allSatisfy(pause -> assertThat(pause).isGreaterThanOrEqualTo(Duration.ofSeconds(2)));
    }

    @Test
    void create_noLeaderUntilTheDeadline_isUnavailable() {
        HttpTransport leaderless = call -> new CannedHttp().answer(NO_LEADER).exchange(call);
        OpenNebula one = OpenNebula.connect(
                SERVERS,
                Credentials.of("oneadmin", Clients.SECRET),
                settings().toBuilder().transport(leaderless).build());

        assertThatThrownBy(() -> one.vms().create(OneTemplate.empty(), false))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("no leader found");
        assertThat(time.nanoTime()).isLessThanOrEqualTo(Duration.ofSeconds(30).toNanos());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "RPC call timed out and aborted", "libcurl failed to execute the HTTP POST: Empty reply"})
    void create_leaderDiedWithTheCall_isOutcomeUnknownAndReadingIsRepeatedElsewhere(String words) {
        server("one-1").answer(refused(words));
        OpenNebula one = openNebula();
        assertThatThrownBy(() -> one.vms().create(OneTemplate.empty(), false))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("look before repeating");

        server("one-2").answer(refused(words));
        server("one-3").answer(vm());
        assertThat(one.vms().get(4).id()).isEqualTo(4);
        assertThat(asked).containsExactly("one-1", "one-2", "one-3");
    }

    @Test
    void create_answerLost_isNotRepeatedButTheNextCallAsksTheNextServer() {
        server("one-1").fail(new IOException("reset"));
        server("one-2").answer(vm());

        OpenNebula one = openNebula();
        assertThatThrownBy(() -> one.vms().create(OneTemplate.empty(), false))
                .isInstanceOf(OutcomeUnknownException.class);
        one.vms().get(4);
        assertThat(asked).containsExactly("one-1", "one-2");
    }

    @Test
    void get_allServersDown_isUnavailableAfterEachWasAsked() {
        SERVERS.forEach(server -> server(server.getHost()).fail(new ConnectException("refused")));
        assertThatThrownBy(() -> openNebula().vms().get(4)).isInstanceOf(UnavailableException.class);
        assertThat(asked).containsExactly("one-1", "one-2", "one-3");
    }

    @Test
    void flow_firstServerDown_isAnsweredByTheNext() {
        server("one-1").fail(new ConnectException("refused"));
        server("one-2").answer("{\"DOCUMENT_POOL\": {}}");
        OneFlow flow = OneFlow.connect(SERVERS, Credentials.of("oneadmin", Clients.SECRET), settings());
        assertThat(flow.services().list()).isEmpty();
        assertThat(asked).containsExactly("one-1", "one-2");
    }

    @Test
    void connect_withoutEndpoint_isRefused() {
        assertThatThrownBy(() -> OpenNebula.connect(List.of(), Credentials.of("a", "b"), settings()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private OpenNebula openNebula() {
        return OpenNebula.connect(SERVERS, Credentials.of("oneadmin", Clients.SECRET), settings());
    }

    private ClientSettings settings() {
        HttpTransport byHost = call -> {
            String host = call.uri().getHost();
            if (new String(call.body(), StandardCharsets.UTF_8).contains("one.zone.raftstatus")) {
                searched.add(host);
                return new CannedHttp().answer(status(host)).exchange(call);
            }
            asked.add(host);
            return server(host).exchange(call);
        };
        return ClientSettings.builder()
                .transport(byHost)
                .time(time)
                .random(new Random(1))
                .build();
    }

    private CannedHttp server(String host) {
        return servers.computeIfAbsent(host, name -> new CannedHttp());
    }

    private String status(String host) throws ConnectException {
        RaftState part = parts.get(host);
        if (part == null) {
            throw new ConnectException("refused");
        }
        return CannedHttp.accepted("<RAFT><STATE>" + part.code() + "</STATE></RAFT>");
    }

    private static String refused(String words) {
        return CannedHttp.refused(8192, "[one.vm.allocate] " + words);
    }

    private static String vm() {
        return CannedHttp.accepted("<VM><ID>4</ID></VM>");
    }
}
