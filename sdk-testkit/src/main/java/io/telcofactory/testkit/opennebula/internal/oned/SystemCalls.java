package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.ServerConfiguration;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;

/** The calls about the server itself. */
final class SystemCalls {

    static final String VERSION = "7.4.0";

    private SystemCalls() {}

    static void register(MethodTable table, Cloud cloud) {
        table.add("one.system.version", "", (session, args) -> VERSION);
        table.add("one.system.config", "", (session, args) -> ServerConfiguration.xml(cloud.oneGateEndpoint()));
    }
}
