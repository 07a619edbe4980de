package io.telcofactory.opennebula.backend;

import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Time;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.flow.OneFlow;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** The backend on the front-end that {@code ONE_XMLRPC}, {@code ONE_AUTH} and {@code ONEFLOW_URL} name. */
class RealServerBackendTest extends BackendContract {
    private static OpenNebula one;
    private static OneFlow flow;

    @BeforeAll
    static void connect() {
        String endpoint = Optional.ofNullable(System.getenv("ONE_XMLRPC")).orElse("");
        if (endpoint.isEmpty()) {
            System.out.println("RealServerBackendTest skipped: ONE_XMLRPC names no front-end");
        }
        Assumptions.assumeFalse(endpoint.isEmpty(), "ONE_XMLRPC names no front-end");
        one = OpenNebula.connect(endpoint, Credentials.fromEnvironment());
        flow = OneFlow.connect(System.getenv("ONEFLOW_URL"), Credentials.fromEnvironment());
    }

    @AfterAll
    static void close() {
        if (one != null) {
            one.close();
            flow.close();
        }
    }

    @Override
    OpenNebula client() {
        return one;
    }

    @Override
    OpenNebula client(Credentials user) {
        return OpenNebula.connect(System.getenv("ONE_XMLRPC"), user);
    }

    @Override
    OpenNebulaBackend backend() {
        return OpenNebulaBackend.builder().client(one).flow(flow).site(site()).build();
    }

    @Override
    Site site() {
        return Samples.site("default", "system-dummy");
    }

    @Override
    Time time() {
        return Time.system();
    }
}
