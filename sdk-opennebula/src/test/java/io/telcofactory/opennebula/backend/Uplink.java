package io.telcofactory.opennebula.backend;

import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.model.NetworkState;
import io.telcofactory.opennebula.model.OneTemplate;
import java.time.Duration;

/** The network {@link Samples#UPLINK} of the provider, for as long as something is done. */
final class Uplink {
    private final OpenNebula client;
    private final int id;

    private Uplink(OpenNebula client, int id) {
        this.client = client;
        this.id = id;
    }

    static Uplink make(OpenNebula client) {
        OneTemplate.Builder template = OneTemplate.builder()
                .set("NAME", Samples.UPLINK)
                .set("VN_MAD", "bridge")
                .set("BRIDGE", "br-uplink");
        return new Uplink(client, makeNetwork(client, template, "192.0.2.10", 8));
    }

    /** Makes a network, and waits until the server's driver is done with it. */
    static int makeNetwork(OpenNebula client, OneTemplate.Builder template, String firstAddress, int size) {
        template.add(
                "AR", range -> range.set("TYPE", "IP4").set("IP", firstAddress).set("SIZE", size));
        int id = client.networks().create(template.build(), -1);
        client.await(client.networks(), id)
                .every(Duration.ofMillis(300))
                .until("READY", network -> network.state() == NetworkState.READY);
        return id;
    }

    /** Deletes it; its name is free when the server's driver is done with it, which is later than the answer. */
    void delete() {
        client.networks().delete(id);
        client.await(client.networks(), id).every(Duration.ofMillis(300)).untilGone();
    }
}
