package io.telcofactory.testkit.opennebula;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives every test of a class its own {@link FakeOpenNebula#edgeSite edge site} on its own virtual clock. Test methods and
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
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FakeCloudExtension.class)
public @interface WithFakeCloud {}
