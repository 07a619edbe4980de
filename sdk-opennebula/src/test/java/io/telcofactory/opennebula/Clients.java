package io.telcofactory.opennebula;

import io.telcofactory.api.spi.HttpTransport;
import java.net.URI;
import java.util.Random;

/** Clients for tests: no socket, no waiting. */
public final class Clients {
    static final String SECRET = "opennebula";
    private static final URI ENDPOINT = URI.create("http://frontend:2633/RPC2");

    private Clients() {}

    public static OpenNebula on(HttpTransport http) {
        return of(settings(http).build());
    }

    /** A client that repeats nothing. */
    public static OpenNebula once(HttpTransport http) {
        return of(settings(http).maxAttempts(1).build());
    }

    public static OpenNebula of(ClientSettings settings) {
        return OpenNebula.connect(ENDPOINT, Credentials.of("oneadmin", SECRET), settings);
    }

    public static ClientSettings.Builder settings(HttpTransport http) {
        return ClientSettings.builder().transport(http).time(new ManualTime()).random(new Random(1));
    }
}
