package io.telcofactory.opennebula.backend;

import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.api.spi.Time;
import io.telcofactory.opennebula.ClientSettings;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.flow.OneFlow;
import io.telcofactory.opennebula.transport.OkHttpTransport;
import io.telcofactory.testkit.Faults;
import java.net.URI;

/** The front-end that {@code ONE_XMLRPC}, {@code ONE_AUTH} and {@code ONEFLOW_URL} name. */
final class RealFrontEnd implements FrontEnd {
    private static final HttpTransport HTTP = OkHttpTransport.create();

    private final URI endpoint = URI.create(System.getenv("ONE_XMLRPC"));
    private final URI flowEndpoint = URI.create(System.getenv("ONEFLOW_URL"));
    private final Credentials administrator = Credentials.fromEnvironment();

    @Override
    public OpenNebula client() {
        return client(administrator);
    }

    @Override
    public OpenNebula client(Credentials user) {
        return OpenNebula.connect(endpoint, user, settings(HTTP));
    }

    @Override
    public OpenNebulaBackend backend(Faults faults) {
        ClientSettings disturbed = settings(faults.on(HTTP));
        return OpenNebulaBackend.builder()
                .client(OpenNebula.connect(endpoint, administrator, disturbed))
                .flow(OneFlow.connect(flowEndpoint, administrator, disturbed))
                .site(Samples.SITE)
                .build();
    }

    @Override
    public Time time() {
        return Time.system();
    }

    private static ClientSettings settings(HttpTransport http) {
        return ClientSettings.builder().transport(http).build();
    }
}
