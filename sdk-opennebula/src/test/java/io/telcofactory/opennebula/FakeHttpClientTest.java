package io.telcofactory.opennebula;

import io.telcofactory.opennebula.flow.OneFlow;
import io.telcofactory.testkit.VirtualTime;
import io.telcofactory.testkit.opennebula.FakeOpenNebula;
import java.io.IOException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The client on the fake, over HTTP, on virtual time. */
class FakeHttpClientTest extends ClientContract {
    private final FakeOpenNebula fake = FakeOpenNebula.edgeSite(VirtualTime.create());
    private final Credentials administrator = Credentials.parse(fake.adminCredentials());
    private final ClientSettings settings =
            ClientSettings.builder().time(fake.time()).build();
    private final FakeOpenNebula.Endpoints endpoints;
    /** After what the suite itself cleans up. */
    @RegisterExtension
    final AfterEachCallback closing = context -> fake.close();

    FakeHttpClientTest() throws IOException {
        endpoints = fake.startHttp();
    }

    @Override
    OpenNebula openNebula() {
        return OpenNebula.connect(endpoints.oned(), administrator, settings);
    }

    @Override
    OneFlow oneFlow() {
        return OneFlow.connect(endpoints.oneflow(), administrator, settings);
    }
}
