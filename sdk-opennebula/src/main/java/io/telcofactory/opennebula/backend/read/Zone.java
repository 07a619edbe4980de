package io.telcofactory.opennebula.backend.read;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.OptionalInt;

/** The zone of a front-end, which never changes: learned from the first configuration that is read. Threads: safe. */
public final class Zone {
    private volatile OptionalInt number = OptionalInt.empty();

    OptionalInt number() {
        return number;
    }

    int learn(XmlNode configuration) {
        int told = configuration.integer("FEDERATION/ZONE_ID", 0);
        number = OptionalInt.of(told);
        return told;
    }
}
