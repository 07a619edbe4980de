package io.telcofactory.upf.internal.camara;

import static io.telcofactory.upf.internal.json.JsonType.LINK;
import static io.telcofactory.upf.internal.json.JsonType.TEXT;
import static io.telcofactory.upf.internal.json.JsonType.TIME;

import com.fasterxml.jackson.databind.JsonNode;
import io.telcofactory.upf.camara.CloudEvent;
import io.telcofactory.upf.camara.EventType;
import io.telcofactory.upf.internal.json.JsonMismatchException;
import io.telcofactory.upf.internal.json.JsonObject;
import io.telcofactory.upf.internal.json.JsonType;

/** The form of events: CloudEvents 1.0 in structured mode, with the payloads of Traffic Influence and Quality On Demand. */
public final class CloudEventJson {
    private static final String DATA = "data";

    private CloudEventJson() {}

    /**
     * Reads an event.
     *
     * @param node its text
     * @return the event
     * @throws JsonMismatchException if it is none
     */
    public static CloudEvent read(JsonNode node) {
        if (!node.path("specversion").asText().equals("1.0")) {
            throw JsonMismatchException.at("specversion", "must be '1.0'");
        }
        return form(node.path("type").asText()).read(node);
    }

    /** The type says what the payload is. */
    private static JsonType<CloudEvent> form(String type) {
        JsonObject<CloudEvent, CloudEvent.Builder> form = envelope();
        if (type.equals(EventType.TRAFFIC_INFLUENCE_CHANGE.value())) {
            form.optional(
                    DATA,
                    TrafficIntentJson.CHANGE,
                    CloudEvent::trafficIntentChange,
                    CloudEvent.Builder::trafficIntentChange);
        } else if (type.equals(EventType.QOS_STATUS_CHANGED.value())) {
            form.optional(DATA, QodJson.CHANGE, CloudEvent::qosStatusChange, CloudEvent.Builder::qosStatusChange);
        }
        return form;
    }

    private static JsonObject<CloudEvent, CloudEvent.Builder> envelope() {
        return JsonObject.of(CloudEvent.class, CloudEvent::builder, CloudEvent.Builder::build)
                .required("id", TEXT, CloudEvent::id, CloudEvent.Builder::id)
                .required("source", LINK, CloudEvent::source, CloudEvent.Builder::source)
                .required("type", TEXT.as(EventType::new, EventType::value), CloudEvent::type, CloudEvent.Builder::type)
                .required("time", TIME, CloudEvent::time, CloudEvent.Builder::time);
    }
}
