package io.telcofactory.opennebula.transport;

import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.api.spi.Time;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * HTTP by OkHttp, within the limits of a front-end: at most so many connections and requests per second for everything that
 * shares this transport. OpenNebula ends each connection after one answer, and an idle one takes one of its 15 slots, so
 * connections are not kept. Redirects are not followed, and no request is repeated.
 *
 * <p>Cancelling: interrupting the calling thread ends the exchange at the socket within some 25 ms. Threads: safe, virtual
 * threads included.
 *
 * @since 0.1
 */
public final class OkHttpTransport implements HttpTransport {
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

    private final OkHttpClient client;
    private final Throttle throttle;
    private final Time time;

    private OkHttpTransport(Builder builder) {
        OkHttpClient.Builder http = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .callTimeout(Duration.ZERO);
        if (builder.proxy != null) {
            http.proxy(builder.proxy);
        }
        if (builder.tls != null) {
            http.sslSocketFactory(builder.tls.context().getSocketFactory(), builder.tls.trustManager());
        }
        this.client = http.build();
        this.time = builder.time;
        this.throttle = new Throttle(builder.maxConnections, builder.requestsPerSecond, time);
    }

    /**
     * Starts a transport of 8 connections and 25 requests a second.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Makes a transport with the defaults.
     *
     * @return 8 connections, 25 requests a second, the machine's trust store, no proxy but the system's
     */
    public static OkHttpTransport create() {
        return builder().build();
    }

    @Override
    public HttpAnswer exchange(HttpCall call) throws IOException {
        Duration left = throttle.enter(call.timeout());
        boolean handedOut = false;
        try {
            HttpAnswer answer = send(call, left);
            handedOut = true;
            return answer;
        } finally {
            if (!handedOut) {
                throttle.leave();
            }
        }
    }

    private HttpAnswer send(HttpCall call, Duration timeout) throws IOException {
        Request request = request(call);
        Duration connect = timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT;
        Call exchange = client.newBuilder()
                .connectTimeout(connect)
                .readTimeout(timeout)
                .writeTimeout(timeout)
                .fastFallback(!isAddress(request.url().host()))
                .build()
                .newCall(request);
        CallWatch.Watch watch = CallWatch.start(exchange::cancel, timeout, time);
        boolean handedOut = false;
        try {
            Response response = exchange.execute();
            watch.headersArrived();
            handedOut = true;
            return new HttpAnswer(
                    response.code(), headers(response.headers()), new WatchedBody(response, watch, throttle::leave));
        } catch (SocketTimeoutException e) {
            throw isConnecting(e) ? beforeSend(e) : e;
        } catch (IOException e) {
            throw watch.explain(e);
        } finally {
            if (!handedOut) {
                watch.end();
            }
        }
    }

    /** An address, other than a name, is the only way to its server: no need to try several at a time in other threads. */
    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    private static boolean isConnecting(SocketTimeoutException e) {
        String message = e.getMessage();
        return message != null && message.toLowerCase(Locale.ROOT).contains("connect");
    }

    private static ConnectException beforeSend(SocketTimeoutException cause) {
        ConnectException exception = new ConnectException(cause.getMessage());
        exception.initCause(cause);
        return exception;
    }

    private static Request request(HttpCall call) {
        Request.Builder request = new Request.Builder().url(call.uri().toString());
        call.headers().forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
        request.header("Connection", "close");
        request.header("Accept-Encoding", "identity");
        boolean bodyless = call.body().length == 0
                && (call.method().equals("GET") || call.method().equals("DELETE"));
        request.method(call.method(), bodyless ? null : RequestBody.create(call.body(), null));
        return request.build();
    }

    private static Map<String, List<String>> headers(Headers sent) {
        Map<String, List<String>> headers = new HashMap<>();
        for (int i = 0; i < sent.size(); i++) {
            headers.computeIfAbsent(sent.name(i).toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
                    .add(sent.value(i));
        }
        return headers;
    }

    @Override
    public void close() {
        Dispatcher dispatcher = client.dispatcher();
        dispatcher.cancelAll();
        dispatcher.executorService().shutdown();
        client.connectionPool().evictAll();
    }

    /**
     * Collects the settings of a transport.
     *
     * @since 0.1
     */
    public static final class Builder {
        private int maxConnections = 8;
        private double requestsPerSecond = 25;
        private Time time = Time.system();
        private @Nullable Proxy proxy;
        private @Nullable TlsSettings tls;

        private Builder() {}

        /**
         * Limits simultaneous connections; a front-end serves 15 for all its clients.
         *
         * @param connections at least 1; default 8
         * @return this
         */
        public Builder maxConnections(int connections) {
            if (connections < 1) {
                throw new IllegalArgumentException("maxConnections must be at least 1, was " + connections);
            }
            this.maxConnections = connections;
            return this;
        }

        /**
         * Limits the rate of requests; a front-end serves about 30 a second.
         *
         * @param rate more than 0; default 25
         * @return this
         */
        public Builder requestsPerSecond(double rate) {
            if (!(rate > 0)) {
                throw new IllegalArgumentException("requestsPerSecond must be more than 0, was " + rate);
            }
            this.requestsPerSecond = rate;
            return this;
        }

        /**
         * Sends everything through a proxy.
         *
         * @param through HTTP or SOCKS, or {@link Proxy#NO_PROXY} to bypass the system's one
         * @return this
         */
        public Builder proxy(Proxy through) {
            this.proxy = through;
            return this;
        }

        /**
         * Sets whom to trust and which certificate to show.
         *
         * @param settings the TLS settings
         * @return this
         */
        public Builder tls(TlsSettings settings) {
            this.tls = settings;
            return this;
        }

        /**
         * Sets the time that the rate of requests and the wait for headers are measured in.
         *
         * @param source default: the machine's
         * @return this
         */
        public Builder time(Time source) {
            this.time = source;
            return this;
        }

        /**
         * Makes the transport.
         *
         * @return a transport to share between clients of the same front-end
         */
        public OkHttpTransport build() {
            return new OkHttpTransport(this);
        }
    }
}
