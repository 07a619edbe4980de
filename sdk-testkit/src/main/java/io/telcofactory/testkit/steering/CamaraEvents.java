package io.telcofactory.testkit.steering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.api.spi.Time;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The events that a fake CAMARA gateway has to deliver, as CloudEvents. Guarded by the lock of its server. */
final class CamaraEvents {
    private static final String MEDIA_TYPE = "application/cloudevents+json";

    final List<Notification> all = new ArrayList<>();
    private final Time time;

    CamaraEvents(Time time) {
        this.time = time;
    }

    /** Queues an event for a sink, with the token that its subscriber gave. */
    void tell(JsonNode sink, JsonNode credential, String type, String source, ObjectNode data) {
        if (!sink.isTextual()) {
            return;
        }
        ObjectNode event = FakeReply.JSON.createObjectNode();
        event.put("id", new UUID(2, all.size() + 1L).toString())
                .put("source", source)
                .put("type", type)
                .put("specversion", "1.0")
                .put("datacontenttype", "application/json")
                .put("time", time.now().toString());
        event.set("data", data);
        URI destination = URI.create(sink.asText());
        all.add(
                credential.has("accessToken")
                        ? Notification.signed(
                                destination,
                                MEDIA_TYPE,
                                credential.path("accessToken").asText(),
                                event.toString())
                        : Notification.of(destination, MEDIA_TYPE, event.toString()));
    }
}
