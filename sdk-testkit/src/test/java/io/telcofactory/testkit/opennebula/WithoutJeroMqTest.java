package io.telcofactory.testkit.opennebula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.spi.Time;
import io.telcofactory.testkit.VirtualTime;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Users who want no event stream need no JeroMQ. */
class WithoutJeroMqTest {

    /** Loads the fake anew and does not find JeroMQ. */
    private static final class Poorer extends ClassLoader {
        private final ClassLoader richer = WithoutJeroMqTest.class.getClassLoader();

        Poorer() {
            super(WithoutJeroMqTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.zeromq.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith(FakeOpenNebula.class.getPackageName() + ".")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = richer.getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] code = Objects.requireNonNull(in, name).readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }

    @Test
    void fake_withoutJeroMq_worksAndSaysWhatTheEventStreamNeeds() throws Exception {
        Class<?> type = new Poorer().loadClass(FakeOpenNebula.class.getName());
        assertThat(type).isNotSameAs(FakeOpenNebula.class);
        Object fake = type.getMethod("edgeSite", Time.class).invoke(null, VirtualTime.create());

        assertThatThrownBy(() -> type.getMethod("startEvents").invoke(fake))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("org.zeromq:jeromq");
        assertThat((Iterable<?>) type.getMethod("names").invoke(fake)).isNotEmpty();
        type.getMethod("close").invoke(fake);
    }
}
