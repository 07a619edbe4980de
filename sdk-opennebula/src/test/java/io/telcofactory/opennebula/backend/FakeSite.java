package io.telcofactory.opennebula.backend;

import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.api.spi.Time;
import io.telcofactory.opennebula.ClientSettings;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.backend.read.Snapshot;
import io.telcofactory.opennebula.backend.read.Zone;
import io.telcofactory.opennebula.flow.OneFlow;
import io.telcofactory.opennebula.transport.OkHttpTransport;
import io.telcofactory.testkit.Faults;
import io.telcofactory.testkit.VirtualTime;
import io.telcofactory.testkit.opennebula.FakeOpenNebula;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.function.Function;

/** An edge site on virtual time, in memory or behind loopback ports. */
final class FakeSite implements FrontEnd, AutoCloseable {
    final VirtualTime time = VirtualTime.create();
    final FakeOpenNebula cloud;
    private final HttpTransport transport;
    private final URI oned;
    private final URI oneflow;

    /** A site in memory. */
    FakeSite() {
        this(FakeOpenNebula::edgeSite);
    }

    /** Another site in memory. */
    FakeSite(Function<Time, FakeOpenNebula> site) {
        cloud = site.apply(time);
        transport = cloud.transport();
        oned = cloud.endpoint();
        oneflow = cloud.flowEndpoint();
    }

    private FakeSite(OkHttpTransport.Builder http) {
        cloud = FakeOpenNebula.edgeSite(time);
        FakeOpenNebula.Endpoints endpoints = listen(cloud);
        // Its throttle lets as many calls pass in a second of virtual time as in one on a real site.
        transport = http.time(time).build();
        oned = endpoints.oned();
        oneflow = endpoints.oneflow();
    }

    private static FakeOpenNebula.Endpoints listen(FakeOpenNebula cloud) {
        try {
            return cloud.startHttp();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** A site that is reached through sockets, as by any other client. */
    static FakeSite overHttp() {
        return new FakeSite(OkHttpTransport.builder());
    }

    OpenNebula client(HttpTransport way) {
        return OpenNebula.connect(oned, administrator(), settings(way));
    }

    @Override
    public OpenNebula client() {
        return client(administrator());
    }

    @Override
    public OpenNebula client(Credentials user) {
        return OpenNebula.connect(oned, user, settings(transport));
    }

    @Override
    public Time time() {
        return time;
    }

    /** What the administrator sees. */
    Pools pools() {
        OneFlow flow = flow(transport);
        return new Pools(new Snapshot(client(), flow, Samples.SCOPE, new Zone()));
    }

    private Credentials administrator() {
        return Credentials.parse(cloud.adminCredentials());
    }

    private ClientSettings settings(HttpTransport way) {
        return ClientSettings.builder().transport(way).time(time).build();
    }

    OneFlow flow(HttpTransport way) {
        return OneFlow.connect(oneflow, administrator(), settings(way));
    }

    @Override
    public OpenNebulaBackend backend(Faults faults) {
        return backend(faults, Samples.SITE);
    }

    OpenNebulaBackend backend(Faults faults, Site described) {
        HttpTransport struck = faults.on(transport);
        return OpenNebulaBackend.builder()
                .client(client(struck))
                .flow(flow(struck))
                .site(described)
                .random(() -> 7L)
                .build();
    }

    @Override
    public void close() {
        cloud.close();
        if (transport instanceof OkHttpTransport http) {
            http.close();
        }
    }
}
