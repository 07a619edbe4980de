package io.telcofactory.opennebula.backend;

import io.telcofactory.opennebula.NeedsEnvironment;
import io.telcofactory.testkit.contract.BackendContract;
import io.telcofactory.testkit.contract.BackendUnderTest;
import java.time.Duration;

/**
 * What every backend promises, on the front-end that the environment names. A machine takes some ten seconds to run there, so
 * processes die at one call of each kind of work only.
 */
@NeedsEnvironment({"ONE_XMLRPC", "ONE_AUTH", "ONEFLOW_URL"})
class RealBackendTest extends BackendContract {

    @Override
    protected BackendUnderTest subject() {
        return OpenNebulaUnderTest.describe(new RealFrontEnd())
                .lockLease(Duration.ofSeconds(15))
                .deaths(1)
                .build();
    }
}
