package io.telcofactory.opennebula.backend;

import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.api.spi.Time;
import io.telcofactory.opennebula.ClientSettings;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.flow.OneFlow;
import io.telcofactory.testkit.Faults;
import io.telcofactory.testkit.VirtualTime;
import io.telcofactory.testkit.opennebula.FakeOpenNebula;

/** An edge site in memory, on virtual time. */
final class FakeSite implements FrontEnd {
    final VirtualTime time = VirtualTime.create();
    final FakeOpenNebula cloud = FakeOpenNebula.edgeSite(time);

    OpenNebula client(HttpTransport transport) {
        return OpenNebula.connect(cloud.endpoint(), administrator(), settings(transport));
    }

    @Override
    public OpenNebula client() {
        return client(administrator());
    }

    @Override
    public OpenNebula client(Credentials user) {
        return OpenNebula.connect(cloud.endpoint(), user, settings(cloud.transport()));
    }

    @Override
    public Time time() {
        return time;
    }

    /** What the administrator sees. */
    Pools pools() {
        OneFlow flow = OneFlow.connect(cloud.flowEndpoint(), administrator(), settings(cloud.transport()));
        return new Pools(new Snapshot(client(), flow, Samples.SCOPE, new Zone()));
    }

    private Credentials administrator() {
        return Credentials.parse(cloud.adminCredentials());
    }

    private ClientSettings settings(HttpTransport transport) {
        return ClientSettings.builder().transport(transport).time(time).build();
    }

    OneFlow flow(HttpTransport transport) {
        return OneFlow.connect(cloud.flowEndpoint(), administrator(), settings(transport));
    }

    @Override
    public OpenNebulaBackend backend(Faults faults) {
        return backend(faults, Samples.SITE);
    }

    OpenNebulaBackend backend(Faults faults, Site described) {
        HttpTransport transport = faults.on(cloud.transport());
        return OpenNebulaBackend.builder()
                .client(client(transport))
                .flow(flow(transport))
                .site(described)
                .random(() -> 7L)
                .build();
    }
}
