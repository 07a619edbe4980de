package io.telcofactory.opennebula.backend;

import io.telcofactory.api.spi.Time;
import io.telcofactory.opennebula.OpenNebula;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** All variants on the front-end that the environment names. */
class RealVariantTest extends VariantContract {
    private static RealFrontEnd frontEnd;

    @BeforeAll
    static void connect() {
        frontEnd = RealFrontEnd.connect(RealVariantTest.class);
    }

    @AfterAll
    static void close() {
        if (frontEnd != null) {
            frontEnd.close();
        }
    }

    @Override
    OpenNebula client() {
        return frontEnd.one;
    }

    @Override
    OpenNebulaBackend backend() {
        return frontEnd.backend();
    }

    @Override
    Time time() {
        return Time.system();
    }
}
