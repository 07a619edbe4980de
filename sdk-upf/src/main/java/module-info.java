/** 3GPP NEF, ETSI MEC 011 and CAMARA clients, and the steering backend on them. */
module io.telcofactory.upf {
    requires transitive io.telcofactory.api;
    requires static org.immutables.value;
    requires static org.jspecify;
    requires static jdk.httpserver; // only for those who mount a receiver in the JDK's server
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires okhttp3;

    exports io.telcofactory.upf;
    exports io.telcofactory.upf.camara;
    exports io.telcofactory.upf.connection;
    exports io.telcofactory.upf.flow;
    exports io.telcofactory.upf.mec;
    exports io.telcofactory.upf.nef;
    exports io.telcofactory.upf.notify;
    exports io.telcofactory.upf.steering;
}
