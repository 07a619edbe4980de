/** Fakes that speak the wire protocols, faults, virtual time, and contract suites for backends. */
module io.telcofactory.testkit {
    requires transitive io.telcofactory.api;
    requires static org.immutables.value;
    requires static org.jspecify;
    requires static org.assertj.core; // JUnit and AssertJ only for those who use its extension and assertions
    requires static org.junit.jupiter.api;
    requires static org.zeromq.jeromq; // only for those who start its event stream
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires java.xml;
    requires jdk.httpserver;

    exports io.telcofactory.testkit;
    exports io.telcofactory.testkit.contract;
    exports io.telcofactory.testkit.opennebula;
    exports io.telcofactory.testkit.steering;

    opens io.telcofactory.testkit.contract to
            org.junit.platform.commons; // its tests are package-private, as tests are
}
