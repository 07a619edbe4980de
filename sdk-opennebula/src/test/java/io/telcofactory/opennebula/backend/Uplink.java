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
        int id = client.networks()
                .create(
                        OneTemplate.builder()
                                .set("NAME", Samples.UPLINK)
                                .set("VN_MAD", "bridge")
                                .set("BRIDGE", "br-uplink")
                                .add(
                                        "AR",
                                        range -> range.set("TYPE", "IP4")
                                                .set("IP", "192.0.2.10")
                                                .set("SIZE", 8))
                                .build(),
                        -1);
        client.await(client.networks(), id)
                .every(Duration.ofMillis(300))
                .until("READY", network -> network.state() == NetworkState.READY);
        return new Uplink(client, id);
    }

    /** Deletes it; its name is free when the server's driver is done with it, which is later than the answer. */
    void delete() {
        client.networks().delete(id);
        client.await(client.networks(), id).every(Duration.ofMillis(300)).untilGone();
    }
}
