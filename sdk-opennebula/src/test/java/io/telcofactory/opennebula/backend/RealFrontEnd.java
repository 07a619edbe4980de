package io.telcofactory.opennebula.backend;

import io.telcofactory.api.site.Site;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.flow.OneFlow;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The front-end that {@code ONE_XMLRPC}, {@code ONE_AUTH} and {@code ONEFLOW_URL} name; without one the test is skipped. */
final class RealFrontEnd implements AutoCloseable {
    final OpenNebula one;
    final OneFlow flow;

    private RealFrontEnd(OpenNebula one, OneFlow flow) {
        this.one = one;
        this.flow = flow;
    }

    static RealFrontEnd connect(Class<?> test) {
        String endpoint = Optional.ofNullable(System.getenv("ONE_XMLRPC")).orElse("");
        if (endpoint.isEmpty()) {
            System.out.println(test.getSimpleName() + " skipped: ONE_XMLRPC names no front-end");
        }
        Assumptions.assumeFalse(endpoint.isEmpty(), "ONE_XMLRPC names no front-end");
        return new RealFrontEnd(
                OpenNebula.connect(endpoint, Credentials.fromEnvironment()),
                OneFlow.connect(System.getenv("ONEFLOW_URL"), Credentials.fromEnvironment()));
    }

    Site site() {
        return Samples.site("default", "system-dummy");
    }

    OpenNebulaBackend backend() {
        return OpenNebulaBackend.builder().client(one).flow(flow).site(site()).build();
    }

    @Override
    public void close() {
        one.close();
        flow.close();
    }
}
