package io.telcofactory.opennebula.backend;

import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Time;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.testkit.Faults;

/** The backend on the fake, in memory. */
class FakeServerBackendTest extends BackendContract {
    private final FakeSite fake = new FakeSite();

    @Override
    OpenNebula client() {
        return fake.client(fake.cloud.transport());
    }

    @Override
    OpenNebula client(Credentials user) {
        return fake.client(user);
    }

    @Override
    OpenNebulaBackend backend() {
        return fake.backend(Faults.create());
    }

    @Override
    Site site() {
        return fake.site;
    }

    @Override
    Time time() {
        return fake.time;
    }
}
