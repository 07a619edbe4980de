package io.telcofactory.opennebula.transport;

import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.api.spi.HttpTransport;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
    private static final int EXCERPT = 1024;

    private final URI endpoint;
    private final HttpTransport http;

    /**
     * Makes a transport.
     *
     * @param endpoint for example {@code http://frontend:2633/RPC2}
     * @param http carries the exchanges; closed with this transport
     */
    public XmlRpcTransport(URI endpoint, HttpTransport http) {
        this.endpoint = endpoint;
        this.http = http;
    }

    @Override
    public RpcAnswer call(RpcRequest request) throws IOException {
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

    private static InputStream closing(InputStream body, HttpAnswer answer) {
        return new FilterInputStream(body) {
            @Override
            public void close() throws IOException {
                answer.close();
            }
        };
    }

    private static String excerpt(HttpAnswer answer) throws IOException {
        return new String(answer.body().readNBytes(EXCERPT), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
