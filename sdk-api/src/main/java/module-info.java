/** Values, blueprint documents, planner, applier and the SPIs for backends. */
@SuppressWarnings("module") // the modules that the qualified exports name are compiled after this one
module io.telcofactory.api {
    requires static org.immutables.value;
    requires static org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires org.slf4j;

    exports io.telcofactory.api;
    exports io.telcofactory.api.compute;
    exports io.telcofactory.api.error;
    exports io.telcofactory.api.gpu;
    exports io.telcofactory.api.network;
    exports io.telcofactory.api.nf;
    exports io.telcofactory.api.service;
    exports io.telcofactory.api.site;
    exports io.telcofactory.api.spi;
    exports io.telcofactory.api.tenant;
    exports io.telcofactory.api.internal to
            io.telcofactory.opennebula,
            io.telcofactory.upf,
            io.telcofactory.gpu,
            io.telcofactory.testkit;
    exports io.telcofactory.api.internal.call to
            io.telcofactory.opennebula,
            io.telcofactory.upf;
}
