package io.telcofactory.opennebula.backend;

import io.telcofactory.opennebula.ClientSettings;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.flow.OneFlow;
import io.telcofactory.opennebula.transport.OkHttpTransport;
import io.telcofactory.testkit.Faults;
import io.telcofactory.testkit.contract.BackendContract;
import io.telcofactory.testkit.contract.BackendUnderTest;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/**
 * What every backend promises, on the front-end that {@code ONE_XMLRPC}, {@code ONE_AUTH} and {@code ONEFLOW_URL} name. A machine takes
 * some ten seconds to run there, so processes die at one call of each kind of work only.
 */
class RealServerContractTest extends BackendContract {
    private static final OkHttpTransport HTTP = OkHttpTransport.create();

    @BeforeAll
    static void askForAFrontEnd() {
        boolean named = endpoint("ONE_XMLRPC").isPresent();
        if (!named) {
            System.out.println("RealServerContractTest skipped: ONE_XMLRPC names no front-end");
        }
        Assumptions.assumeTrue(named, "ONE_XMLRPC names no front-end");
    }

    @Override
    protected BackendUnderTest subject() {
        return OpenNebulaUnderTest.describe(
                        BackendUnderTest.builder(RealServerContractTest::backend),
                        OpenNebula.connect(
                                endpoint("ONE_XMLRPC").orElseThrow(),
                                Credentials.fromEnvironment(),
                                settings(Faults.create())))
                .lockLease(Duration.ofSeconds(15))
                .deaths(1)
                .build();
    }

    private static OpenNebulaBackend backend(Faults faults) {
        Credentials credentials = Credentials.fromEnvironment();
        return OpenNebulaBackend.builder()
                .client(OpenNebula.connect(endpoint("ONE_XMLRPC").orElseThrow(), credentials, settings(faults)))
                .flow(OneFlow.connect(endpoint("ONEFLOW_URL").orElseThrow(), credentials, settings(faults)))
                .site(Samples.site("default", "system-dummy"))
                .build();
    }

    private static ClientSettings settings(Faults faults) {
        return ClientSettings.builder().transport(faults.on(HTTP)).build();
    }

    private static Optional<URI> endpoint(String variable) {
        return Optional.ofNullable(System.getenv(variable)).map(URI::create);
    }
}
