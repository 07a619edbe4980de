package io.telcofactory.testkit.opennebula;

import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.api.spi.HttpTransport;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.util.Map;

/** Sockets by the JDK's oldest client: enough for a test. */
final class HttpClientTransport implements HttpTransport {

    @Override
    public HttpAnswer exchange(HttpCall call) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) call.uri().toURL().openConnection();
        connection.setRequestMethod(call.method());
        call.headers().forEach((name, values) -> values.forEach(value -> connection.addRequestProperty(name, value)));
        if (call.body().length > 0) {
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(call.body().length);
            connection.getOutputStream().write(call.body());
        }
        int status = connection.getResponseCode();
        InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream();
        return new HttpAnswer(status, Map.of(), body == null ? InputStream.nullInputStream() : body);
    }
}
