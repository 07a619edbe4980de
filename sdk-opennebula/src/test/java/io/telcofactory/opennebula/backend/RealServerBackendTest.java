package io.telcofactory.opennebula.backend;

import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Time;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.OpenNebula;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The backend on the front-end that the environment names. */
class RealServerBackendTest extends BackendContract {
    private static RealFrontEnd frontEnd;

    @BeforeAll
    static void connect() {
        frontEnd = RealFrontEnd.connect(RealServerBackendTest.class);
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
    OpenNebula client(Credentials user) {
        return OpenNebula.connect(System.getenv("ONE_XMLRPC"), user);
    }

    @Override
    OpenNebulaBackend backend() {
        return frontEnd.backend();
    }

    @Override
    Site site() {
        return frontEnd.site();
    }

    @Override
    Time time() {
        return Time.system();
    }
}
