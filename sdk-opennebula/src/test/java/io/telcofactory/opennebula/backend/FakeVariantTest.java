package io.telcofactory.opennebula.backend;

import io.telcofactory.api.spi.Time;
import io.telcofactory.testkit.Faults;

/** All variants on the fake, in memory. */
class FakeVariantTest extends VariantContract {
    private final FakeSite fake = new FakeSite();

    @Override
    OpenNebulaBackend backend() {
        return fake.backend(Faults.create());
    }

    @Override
    Time time() {
        return fake.time;
    }
}
