package io.telcofactory.benchmarks.client;

import io.telcofactory.opennebula.ClientSettings;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.transport.OkHttpTransport;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** One {@code one.vm.info} on loopback: through the typed client, and as a bare exchange of the same bytes. */
public final class OneCall implements AutoCloseable {
    private static final byte[] BODY =
            ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<methodCall><methodName>one.vm.info"
                            + "</methodName><params><param><value><string>nobody:secret</string></value></param><param><value><int>1</int>"
                            + "</value></param><param><value><boolean>0</boolean></value></param></params></methodCall>")
                    .getBytes(StandardCharsets.UTF_8);

    private final OpenNebula one;
    private final OkHttpClient bare;
    private final Request request;

    /**
     * Makes both clients.
     *
     * @param endpoint where a VM is answered
     */
    public OneCall(URI endpoint) {
        ClientSettings unthrottled = ClientSettings.builder()
                .transport(OkHttpTransport.builder().requestsPerSecond(1e6).build())
                .build();
        one = OpenNebula.connect(endpoint, Credentials.of("nobody", "secret"), unthrottled);
        bare = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .build();
        request = new Request.Builder()
                .url(endpoint.toString())
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("Connection", "close")
                .header("Accept-Encoding", "identity")
                .post(RequestBody.create(BODY, null))
                .build();
    }

    /**
     * Calls through the typed client.
     *
     * @param times how often
     * @return a checksum
     */
    public long typed(int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += PoolReading.checksum(one.vms().get(1));
        }
        return sum;
    }

    /**
     * Posts and drains.
     *
     * @param times how often
     * @return how many bytes came
     * @throws IOException if an exchange fails
     */
    public long bare(int times) throws IOException {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            try (Response response = bare.newCall(request).execute()) {
                sum += response.body().byteStream().readAllBytes().length;
            }
        }
        return sum;
    }

    @Override
    public void close() {
        one.close();
        bare.dispatcher().executorService().shutdown();
    }
}
