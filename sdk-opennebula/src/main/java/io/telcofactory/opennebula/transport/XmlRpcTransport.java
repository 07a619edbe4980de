package io.telcofactory.opennebula.transport;

import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.opennebula.internal.ErrorMeaning;
import io.telcofactory.opennebula.internal.Excerpt;
import io.telcofactory.opennebula.model.RaftState;
import io.telcofactory.opennebula.xml.XmlLimits;
import io.telcofactory.opennebula.xml.XmlReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Calls OpenNebula by XML-RPC over HTTP.
 *
 * <p>Source: the XML-RPC interface of OpenNebula 6.10 to 7.4.
 *
 * @since 0.1
 */
public final class XmlRpcTransport implements RpcTransport {
    private static final Map<String, List<String>> HEADERS = Map.of("Content-Type", List.of("text/xml; charset=utf-8"));

    /** For the answer of one server of a zone about itself. */
    private static final Duration LONGEST_SEARCH = Duration.ofSeconds(2);

    private final LeaderSearch servers;
    private final HttpTransport http;

    /**
     * Makes a transport.
     *
     * @param endpoints of one zone's servers, for example {@code http://frontend:2633/RPC2}; of several the leader is asked, if
     *     the credentials of the call let it be found, and the next one after a failed attempt
     * @param http carries the exchanges; never closed by this transport
     */
    public XmlRpcTransport(List<URI> endpoints, HttpTransport http) {
        this.servers = new LeaderSearch(endpoints);
        this.http = http;
    }

    @Override
    public RpcAnswer call(RpcRequest request) throws IOException {
        URI endpoint = servers.server(server -> part(server, request));
        boolean answered = false;
        try {
            RpcAnswer answer = call(endpoint, request);
            answered = !knowsNoLeader(answer);
            return answer;
        } finally {
            if (!answered) {
                servers.leave(endpoint);
            }
        }
    }

    private RaftState part(URI server, RpcRequest request) throws IOException {
        Duration timeout = request.timeout().compareTo(LONGEST_SEARCH) < 0 ? request.timeout() : LONGEST_SEARCH;
        RpcRequest question = new RpcRequest("one.zone.raftstatus", request.credentials(), List.of(), timeout);
        try (RpcAnswer answer = call(server, question)) {
            return answer instanceof RpcAnswer.Text status
                    ? RaftState.of(new XmlReader(status.utf8(), XmlLimits.DEFAULT)
                            .document()
                            .integer("STATE", -1))
                    : RaftState.UNKNOWN;
        }
    }

    private RpcAnswer call(URI endpoint, RpcRequest request) throws IOException {
        HttpAnswer answer =
                http.exchange(new HttpCall("POST", endpoint, HEADERS, XmlRpcWriter.write(request), request.timeout()));
        boolean handedOut = false;
        try {
            if (answer.status() != 200) {
                throw new HttpStatusException(answer.status(), excerpt(answer));
            }
            RpcAnswer read = new XmlRpcReader(answer.body()).read();
            if (read instanceof RpcAnswer.Text text) {
                handedOut = true;
                return new RpcAnswer.Text(closing(text.utf8(), answer));
            }
            return read;
        } finally {
            if (!handedOut) {
                answer.close();
            }
        }
    }

    private static boolean knowsNoLeader(RpcAnswer answer) {
        if (answer instanceof RpcAnswer.Failure failure) {
            ErrorMeaning meaning = ErrorMeaning.of(failure.code(), failure.message());
            return meaning == ErrorMeaning.UNAVAILABLE || meaning == ErrorMeaning.UNSURE;
        }
        return false;
    }

    private static InputStream closing(InputStream body, HttpAnswer answer) {
        return new FilterInputStream(body) {
            @Override
            public void close() throws IOException {
                answer.close();
            }
        };
    }

    private static String excerpt(HttpAnswer answer) throws IOException {
        return Excerpt.of(answer.body().readNBytes(Excerpt.LONGEST));
    }
}
