package io.telcofactory.opennebula.backend;

import io.telcofactory.api.spi.Time;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.testkit.Faults;

/** What contracts run on: a fake, or a real server. */
interface FrontEnd {

    /** A client of the administrator. */
    OpenNebula client();

    /** A client of another user. */
    OpenNebula client(Credentials user);

    /** A backend of a new process, whose calls go through a plan of faults. */
    OpenNebulaBackend backend(Faults faults);

    /** What passes there. */
    Time time();
}
