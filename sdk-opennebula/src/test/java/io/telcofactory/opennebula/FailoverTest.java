package io.telcofactory.opennebula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.OutcomeUnknownException;
import io.telcofactory.api.error.UnavailableException;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.opennebula.flow.OneFlow;
import io.telcofactory.opennebula.model.OneTemplate;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A front-end of three servers, some of which are down or know no leader. */
class FailoverTest {
    private static final List<URI> SERVERS = List.of(
            URI.create("http://one-1:2633/RPC2"),
            URI.create("http://one-2:2633/RPC2"),
            URI.create("http://one-3:2633/RPC2"));
    private static final String NO_LEADER =
            CannedHttp.refused(8192, "[one.vm.allocate] Cannot process request, no leader found");

    private final ManualTime time = new ManualTime();
    private final Map<String, CannedHttp> servers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

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
    void create_serverWithoutLeader_isMadeByTheNextAfterAnElection() {
        server("one-1").answer(NO_LEADER);
        server("one-2").answer(CannedHttp.accepted(9));

        assertThat(openNebula().vms().create(OneTemplate.empty(), false)).isEqualTo(9);
        assertThat(asked).containsExactly("one-1", "one-2");
        assertThat(time.sleeps())
                .singleElement()
                .satisfies(pause -> assertThat(pause).isGreaterThanOrEqualTo(Duration.ofSeconds(5)));
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
            asked.add(call.uri().getHost());
            return server(call.uri().getHost()).exchange(call);
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

    private static String vm() {
        return CannedHttp.accepted("<VM><ID>4</ID></VM>");
    }
}
