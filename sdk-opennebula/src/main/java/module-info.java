/** OpenNebula client and the infrastructure backend on it. */
module io.telcofactory.opennebula {
    requires transitive io.telcofactory.api;
    requires static org.immutables.value;
    requires static org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires java.xml;
    requires okhttp3;

    exports io.telcofactory.opennebula;
    exports io.telcofactory.opennebula.backend;
    exports io.telcofactory.opennebula.flow;
    exports io.telcofactory.opennebula.model;
    exports io.telcofactory.opennebula.transport;
    exports io.telcofactory.opennebula.xml;
}
