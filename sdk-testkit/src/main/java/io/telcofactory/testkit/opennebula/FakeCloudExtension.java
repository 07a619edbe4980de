package io.telcofactory.testkit.opennebula;

import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.testkit.VirtualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Makes one fake for each test and closes it afterwards; see {@link WithFakeCloud}.
 *
 * @since 0.1
 */
public final class FakeCloudExtension implements ParameterResolver {

    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(FakeCloudExtension.class);

    /** What one test has; closed by JUnit with the test's store. */
    private static final class Site implements AutoCloseable {

        private final VirtualTime time = VirtualTime.create();
        private final FakeOpenNebula cloud = FakeOpenNebula.edgeSite(time);

        @Override
        public void close() {
            cloud.close();
        }
    }

    /** Creates the extension; JUnit does it. */
    public FakeCloudExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == FakeOpenNebula.class
                || type == VirtualTime.class
                || type == HttpTransport.class
                || type == FakeOpenNebula.Endpoints.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        Site site = context.getStore(STORE).computeIfAbsent(context.getUniqueId(), unused -> new Site(), Site.class);
        if (type == FakeOpenNebula.class) {
            return site.cloud;
        }
        if (type == VirtualTime.class) {
            return site.time;
        }
        if (type == HttpTransport.class) {
            return site.cloud.transport();
        }
        try {
            return site.cloud.startHttp();
        } catch (IOException noPort) {
            throw new UncheckedIOException("no loopback port for the fake OpenNebula", noPort);
        }
    }
}
