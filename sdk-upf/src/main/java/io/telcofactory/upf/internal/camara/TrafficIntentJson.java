package io.telcofactory.upf.internal.camara;

import static io.telcofactory.upf.internal.camara.CamaraJson.CREDENTIAL;
import static io.telcofactory.upf.internal.camara.CamaraJson.DEVICE;
import static io.telcofactory.upf.internal.json.JsonType.BOOLEAN;
import static io.telcofactory.upf.internal.json.JsonType.ID;
import static io.telcofactory.upf.internal.json.JsonType.INTEGER;
import static io.telcofactory.upf.internal.json.JsonType.LINK;
import static io.telcofactory.upf.internal.json.JsonType.TEXT;
import static io.telcofactory.upf.internal.json.JsonType.TIME;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.upf.camara.EventType;
import io.telcofactory.upf.camara.IntentState;
import io.telcofactory.upf.camara.SubscriptionProtocol;
import io.telcofactory.upf.camara.SubscriptionRequest;
import io.telcofactory.upf.camara.TrafficIntent;
import io.telcofactory.upf.camara.TrafficIntentChange;
import io.telcofactory.upf.internal.json.JsonObject;
import io.telcofactory.upf.internal.json.JsonType;

/** Forms of CAMARA Traffic Influence 0.10. */
public final class TrafficIntentJson {
    private static final JsonType<IntentState> STATE = TEXT.as(IntentState::new, IntentState::value);

    private static final JsonType<SubscriptionRequest> SUBSCRIPTION_PARTS = JsonObject.of(
                    SubscriptionRequest.class, SubscriptionRequest::builder, SubscriptionRequest.Builder::build)
            .required(
                    "protocol",
                    TEXT.as(SubscriptionProtocol::new, SubscriptionProtocol::value),
                    SubscriptionRequest::protocol,
                    SubscriptionRequest.Builder::protocol)
            .required("sink", LINK, SubscriptionRequest::sink, SubscriptionRequest.Builder::sink)
            .optional(
                    "sinkCredential",
                    CREDENTIAL,
                    SubscriptionRequest::sinkCredential,
                    SubscriptionRequest.Builder::sinkCredential)
            .list(
                    "types",
                    TEXT.as(EventType::new, EventType::value),
                    SubscriptionRequest::types,
                    SubscriptionRequest.Builder::types)
            .nested("config", config());

    /** The mandatory detail of a subscription has no attributes yet. */
    private static final JsonType<SubscriptionRequest> SUBSCRIPTION = JsonType.of(
            request -> {
                JsonNode node = SUBSCRIPTION_PARTS.write(request);
                ((ObjectNode) node).withObject("/config").putObject("subscriptionDetail");
                return node;
            },
            SUBSCRIPTION_PARTS::read);

    /** A traffic intent. */
    public static final JsonType<TrafficIntent> INTENT = JsonObject.of(
                    TrafficIntent.class, TrafficIntent::builder, TrafficIntent.Builder::build)
            .optional(
                    "trafficInfluenceID",
                    TEXT,
                    TrafficIntent::trafficInfluenceID,
                    TrafficIntent.Builder::trafficInfluenceID)
            .required("apiConsumerId", TEXT, TrafficIntent::apiConsumerId, TrafficIntent.Builder::apiConsumerId)
            .required("appId", ID, TrafficIntent::appId, TrafficIntent.Builder::appId)
            .optional("appInstanceId", ID, TrafficIntent::appInstanceId, TrafficIntent.Builder::appInstanceId)
            .optional("edgeCloudRegion", TEXT, TrafficIntent::edgeCloudRegion, TrafficIntent.Builder::edgeCloudRegion)
            .optional("edgeCloudZoneId", ID, TrafficIntent::edgeCloudZoneId, TrafficIntent.Builder::edgeCloudZoneId)
            .optional("state", STATE, TrafficIntent::state, TrafficIntent.Builder::state)
            .nested(
                    "sourceTrafficFilters",
                    part().optional(
                                    "sourcePort",
                                    INTEGER,
                                    TrafficIntent::sourcePort,
                                    TrafficIntent.Builder::sourcePort))
            .nested(
                    "destinationTrafficFilters",
                    part().optional(
                                    "destinationPort",
                                    INTEGER,
                                    TrafficIntent::destinationPort,
                                    TrafficIntent.Builder::destinationPort)
                            .optional(
                                    "destinationProtocol",
                                    TEXT,
                                    TrafficIntent::destinationProtocol,
                                    TrafficIntent.Builder::destinationProtocol))
            .optional("device", DEVICE, TrafficIntent::device, TrafficIntent.Builder::device)
            .optional(
                    "subscriptionRequest",
                    SUBSCRIPTION,
                    TrafficIntent::subscriptionRequest,
                    TrafficIntent.Builder::subscriptionRequest);

    /** What an event says of a traffic intent. */
    static final JsonType<TrafficIntentChange> CHANGE = JsonObject.of(
                    TrafficIntentChange.class, TrafficIntentChange::builder, TrafficIntentChange.Builder::build)
            .optional(
                    "trafficInfluenceID",
                    TEXT,
                    TrafficIntentChange::trafficInfluenceID,
                    TrafficIntentChange.Builder::trafficInfluenceID)
            .optional("appId", ID, TrafficIntentChange::appId, TrafficIntentChange.Builder::appId)
            .optional("state", STATE, TrafficIntentChange::state, TrafficIntentChange.Builder::state)
            .list(
                    "selected_appInstanceId",
                    ID,
                    TrafficIntentChange::selectedAppInstanceId,
                    TrafficIntentChange.Builder::selectedAppInstanceId)
            .optional(
                    "deviceResponse",
                    DEVICE,
                    TrafficIntentChange::deviceResponse,
                    TrafficIntentChange.Builder::deviceResponse);

    private TrafficIntentJson() {}

    private static JsonObject<TrafficIntent, TrafficIntent.Builder> part() {
        return JsonObject.of(TrafficIntent.class, TrafficIntent::builder, TrafficIntent.Builder::build);
    }

    private static JsonObject<SubscriptionRequest, SubscriptionRequest.Builder> config() {
        return JsonObject.of(
                        SubscriptionRequest.class, SubscriptionRequest::builder, SubscriptionRequest.Builder::build)
                .optional(
                        "subscriptionExpireTime",
                        TIME,
                        SubscriptionRequest::subscriptionExpireTime,
                        SubscriptionRequest.Builder::subscriptionExpireTime)
                .optional(
                        "subscriptionMaxEvents",
                        INTEGER,
                        SubscriptionRequest::subscriptionMaxEvents,
                        SubscriptionRequest.Builder::subscriptionMaxEvents)
                .optional(
                        "initialEvent",
                        BOOLEAN,
                        SubscriptionRequest::initialEvent,
                        SubscriptionRequest.Builder::initialEvent);
    }
}
