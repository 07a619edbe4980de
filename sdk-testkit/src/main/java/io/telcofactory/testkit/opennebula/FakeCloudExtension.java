package io.telcofactory.testkit.opennebula;

import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.testkit.VirtualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
        private final FakeOpenNebula cloud;

        private Site(Function<VirtualTime, FakeOpenNebula> maker) {
            this.cloud = maker.apply(time);
        }

        @Override
        public void close() {
            cloud.close();
        }
    }

    private final Optional<Function<VirtualTime, FakeOpenNebula>> own;

    /** Creates the extension for the site that {@link WithFakeCloud} names; JUnit does it. */
    public FakeCloudExtension() {
        this.own = Optional.empty();
    }

    private FakeCloudExtension(Function<VirtualTime, FakeOpenNebula> own) {
        this.own = Optional.of(own);
    }

    /**
     * Creates an extension for a site of your own.
     *
     * <pre>{@code
     * @RegisterExtension
     * static final FakeCloudExtension FAKE = FakeCloudExtension.of(time ->
     *         FakeOpenNebula.builder().time(time).host("gpu-1", host -> host.numaNode(56, 2, 1_048_576)).build());
     * }</pre>
     *
     * @param maker makes the fake of one test on its clock
     * @return the extension, for {@code @RegisterExtension}
     */
    public static FakeCloudExtension of(Function<VirtualTime, FakeOpenNebula> maker) {
        return new FakeCloudExtension(maker);
    }

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
        Site site = context.getStore(STORE)
                .computeIfAbsent(context.getUniqueId(), unused -> new Site(maker(context)), Site.class);
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

    private Function<VirtualTime, FakeOpenNebula> maker(ExtensionContext context) {
        return own.orElseGet(() -> named(context.getTestClass().orElse(null)).maker());
    }

    /** The site that a class names, or else the class around it. */
    private static WithFakeCloud.Site named(@Nullable Class<?> type) {
        if (type == null) {
            return WithFakeCloud.Site.EDGE;
        }
        WithFakeCloud annotation = type.getAnnotation(WithFakeCloud.class);
        return annotation == null ? named(type.getEnclosingClass()) : annotation.value();
    }
}
