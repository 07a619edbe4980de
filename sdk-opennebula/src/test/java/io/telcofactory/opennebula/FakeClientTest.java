package io.telcofactory.opennebula;

import io.telcofactory.opennebula.flow.OneFlow;
import io.telcofactory.testkit.VirtualTime;
import io.telcofactory.testkit.opennebula.FakeOpenNebula;
import org.junit.jupiter.api.AfterEach;

/** The client on the fake, in memory, on virtual time. */
class FakeClientTest extends ClientContract {
    private final FakeOpenNebula fake = FakeOpenNebula.edgeSite(VirtualTime.create());
    private final Credentials administrator = Credentials.parse(fake.adminCredentials());
    private final ClientSettings settings = ClientSettings.builder()
            .transport(fake.transport())
            .time(fake.time())
            .build();

    @Override
    OpenNebula openNebula() {
        return OpenNebula.connect(fake.endpoint(), administrator, settings);
    }

    @Override
    OneFlow oneFlow() {
        return OneFlow.connect(fake.flowEndpoint(), administrator, settings);
    }

    @AfterEach
    void closeTheFake() {
        fake.close();
    }
}
