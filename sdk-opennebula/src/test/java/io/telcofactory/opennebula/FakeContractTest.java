package io.telcofactory.opennebula;

import io.telcofactory.opennebula.flow.OneFlow;
import io.telcofactory.testkit.VirtualTime;
import io.telcofactory.testkit.opennebula.FakeOpenNebula;
import org.junit.jupiter.api.AfterEach;

/** On the fake in memory, in virtual time. */
class FakeContractTest extends ClientContract {
    private final FakeOpenNebula fake = FakeOpenNebula.edgeSite(VirtualTime.create());

    @Override
    OpenNebula openNebula() {
        return OpenNebula.builder()
                .endpoint(fake.endpoint())
                .credentials(Credentials.parse(fake.adminCredentials()))
                .http(fake.transport())
                .time(fake.time())
                .build();
    }

    @Override
    OneFlow oneFlow() {
        return OneFlow.builder()
                .endpoint(fake.flowEndpoint())
                .credentials(Credentials.parse(fake.adminCredentials()))
                .http(fake.transport())
                .time(fake.time())
                .build();
    }

    @AfterEach
    void closeTheFake() {
        fake.close();
    }
}
