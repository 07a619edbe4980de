package io.telcofactory.upf.internal.http;

import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.upf.connection.TlsSettings;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The transport that is used when the embedding program brings none. */
public final class OkHttpTransport implements HttpTransport {
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final OkHttpClient client;

    /**
     * Makes a transport with a connection pool of its own.
     *
     * @param tls whom to trust and how to prove itself
     */
    public OkHttpTransport(TlsSettings tls) {
        // Repeating and redirecting is the business of the layer above, which knows what may be repeated.
        this.client = new OkHttpClient.Builder()
                .sslSocketFactory(tls.socketFactory(), tls.trustManager())
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .build();
    }

    @Override
    public HttpAnswer exchange(HttpCall call) throws IOException {
        OkHttpClient timed = client.newBuilder()
                .connectTimeout(call.timeout())
                .readTimeout(call.timeout())
                .writeTimeout(call.timeout())
                .callTimeout(call.timeout())
                .build();
        try {
            Response response = timed.newCall(request(call)).execute();
            return new HttpAnswer(
                    response.code(),
                    headers(response.headers()),
                    response.body().byteStream());
        } catch (InterruptedIOException e) {
            throw timeout(e);
        }
    }

    /** OkHttp reports its call time-out like an interrupt. */
    private static IOException timeout(InterruptedIOException e) {
        if (e instanceof SocketTimeoutException || Thread.currentThread().isInterrupted()) {
            return e;
        }
        SocketTimeoutException timeout = new SocketTimeoutException(e.getMessage());
        timeout.initCause(e);
        return timeout;
    }

    private static Request request(HttpCall call) throws IOException {
        RequestBody body = call.body().length > 0 || WITH_BODY.contains(call.method())
                ? RequestBody.create(call.body(), null)
                : null;
        Request.Builder request = new Request.Builder().url(call.uri().toURL()).method(call.method(), body);
        call.headers().forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
        return request.build();
    }

    private static Map<String, List<String>> headers(Headers headers) {
        Map<String, List<String>> copy = new TreeMap<>();
        headers.toMultimap().forEach((name, values) -> copy.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return copy;
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
