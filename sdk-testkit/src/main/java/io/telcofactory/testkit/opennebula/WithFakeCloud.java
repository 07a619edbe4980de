package io.telcofactory.testkit.opennebula;

import io.telcofactory.testkit.VirtualTime;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives every test of a class its own fake, an {@link FakeOpenNebula#edgeSite edge site} unless told otherwise, on its own virtual clock; for
 * a site of your own see {@link FakeCloudExtension#of}. Test methods and
 * constructors may ask for a {@link FakeOpenNebula}, a {@link io.telcofactory.testkit.VirtualTime}, an {@link
 * io.telcofactory.api.spi.HttpTransport} into the fake, or {@link FakeOpenNebula.Endpoints} on free loopback ports.
 *
 * <pre>{@code
 * @WithFakeCloud
 * class MyTest {
 *     @Test
 *     void vm_allocated_runs(FakeOpenNebula cloud, VirtualTime time) { ... }
 * }
 * }</pre>
 *
 * @since 0.1
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FakeCloudExtension.class)
public @interface WithFakeCloud {

    /**
     * Returns which of the ready-made sites each test gets.
     *
     * @return the edge site by default
     */
    Site value() default Site.EDGE;

    /** The ready-made sites. */
    enum Site {
        /** Of {@link FakeOpenNebula#edgeSite}. */
        EDGE(FakeOpenNebula::edgeSite),
        /** Of {@link FakeOpenNebula#gpuSite}. */
        GPU(FakeOpenNebula::gpuSite),
        /** Of {@link FakeOpenNebula#ranSite}. */
        RAN(FakeOpenNebula::ranSite);

        private final Function<VirtualTime, FakeOpenNebula> maker;

        Site(Function<VirtualTime, FakeOpenNebula> maker) {
            this.maker = maker;
        }

        Function<VirtualTime, FakeOpenNebula> maker() {
            return maker;
        }
    }
}
