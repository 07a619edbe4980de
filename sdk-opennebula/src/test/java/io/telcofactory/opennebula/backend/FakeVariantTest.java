package io.telcofactory.opennebula.backend;

import io.telcofactory.api.spi.Time;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.testkit.Faults;

/** All variants on the fake, in memory. */
class FakeVariantTest extends VariantContract {
    private final FakeSite fake = new FakeSite();

    @Override
    OpenNebula client() {
        return fake.client(fake.cloud.transport());
    }

    @Override
    OpenNebulaBackend backend() {
        return fake.backend(Faults.create());
    }

    @Override
    Time time() {
        return fake.time;
    }
}
