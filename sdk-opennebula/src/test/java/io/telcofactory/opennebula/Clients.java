package io.telcofactory.opennebula;

import io.telcofactory.api.spi.HttpTransport;
import java.net.URI;
import java.util.Random;

/** Clients for tests: no socket, no waiting. */
public final class Clients {
    static final String SECRET = "opennebula";

    private Clients() {}

    public static OpenNebula on(HttpTransport http) {
        return builder(http).build();
    }

    public static OpenNebula.Builder builder(HttpTransport http) {
        return OpenNebula.builder()
                .endpoint(URI.create("http://frontend:2633/RPC2"))
                .credentials(Credentials.of("oneadmin", SECRET))
                .http(http)
                .time(new ManualTime())
                .random(new Random(1));
    }
}
