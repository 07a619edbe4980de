package io.telcofactory.opennebula.backend;

import io.telcofactory.testkit.contract.BackendContract;
import io.telcofactory.testkit.contract.BackendUnderTest;
import java.time.Duration;

/** What every backend promises, on the fake, in memory. */
class FakeBackendTest extends BackendContract {

    /** The fake that is asked. */
    FakeSite open() {
        return new FakeSite();
    }

    @Override
    protected BackendUnderTest subject() {
        FakeSite fake = open();
        return OpenNebulaUnderTest.describe(fake)
                .snapshot(() -> snapshot(fake))
                .deaths(4)
                .build();
    }

    /** The end, when services rest no more after their scaling; the bodies of their documents hold numbers of templates. */
    private static String snapshot(FakeSite fake) {
        fake.time.advance(Duration.ofMinutes(1));
        return fake.cloud.snapshot(false).replaceAll("\"template_id\":\\d+", "");
    }
}
