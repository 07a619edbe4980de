package io.telcofactory.testkit.steering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The resources of CAMARA Traffic Influence 0.10. Guarded by the lock of its server. */
final class IntentStore {
    static final String BASE = "/traffic-influence/v0.10";
    static final String COLLECTION = "traffic-influences";
    private static final String CHANGE = "org.camaraproject.traffic-influence.v1.traffic-influence-change";
    private static final String DEVICES = "traffic-influence-devices";
    private static final String ID = "trafficInfluenceID";
    private static final String STATE = "state";
    private static final String SUBSCRIPTION = "subscriptionRequest";
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** An intent with the address of the device that it is for; what clients are shown does not name the device. */
    record Entry(String id, ObjectNode content, Optional<String> device) {
        String state() {
            return content.path(STATE).asText();
        }
    }

    boolean holding;
    final List<EdgeInstance> instances = new ArrayList<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final CamaraDevices devices;
    private final CamaraEvents events;
    private int lastId;

    IntentStore(CamaraDevices devices, CamaraEvents events) {
        this.devices = devices;
        this.events = events;
    }

    List<Entry> all() {
        return List.copyOf(entries.values());
    }

    FakeReply answer(FakeRequest request, List<String> path) {
        boolean collection = path.size() == 1;
        if (collection && path.get(0).equals(DEVICES)) {
            return request.method().equals("POST") ? create(request, true) : request.notAllowed();
        }
        if (!path.get(0).equals(COLLECTION) || path.size() > 2) {
            return request.errors().of(404, "no such resource");
        }
        if (!collection) {
            return individual(request, path.get(1));
        }
        return switch (request.method()) {
            case "GET" -> list(request);
            case "POST" -> create(request, false);
            default -> request.notAllowed();
        };
    }

    private FakeReply list(FakeRequest request) {
        String query = Optional.ofNullable(request.uri().getRawQuery()).orElse("");
        String appId = query.startsWith("appId=") ? query.substring("appId=".length()) : "";
        ArrayNode all = FakeReply.JSON.createArrayNode();
        entries.values().stream()
                .filter(entry ->
                        appId.isEmpty() || entry.content.path("appId").asText().equalsIgnoreCase(appId))
                .forEach(entry -> all.add(shown(entry)));
        return FakeReply.json(200, all);
    }

    private FakeReply create(FakeRequest request, boolean forDevice) {
        ObjectNode content = checked(request, request.object("application/json"));
        if (!forDevice && content.has("device")) {
            return request.errors().of(400, "device belongs to " + DEVICES);
        }
        Optional<String> device =
                forDevice ? Optional.of(devices.subject(request, content).address()) : Optional.empty();
        String id = new UUID(1, ++lastId).toString();
        Entry entry = new Entry(id, content, device);
        content.put(ID, id).put(STATE, "ordered");
        entries.put(id, entry);
        FakeReply reply = FakeReply.json(201, shown(entry)).with("location", location(request.uri(), id));
        move(entry, "created");
        settle(entry);
        return reply;
    }

    private static String location(URI uri, String id) {
        return uri.resolve(BASE + "/" + COLLECTION + "/" + id).toString();
    }

    private FakeReply individual(FakeRequest request, String id) {
        Entry entry = entries.get(id);
        if (entry == null) {
            return request.errors().of(404, "the specified resource is not found");
        }
        return switch (request.method()) {
            case "GET" -> FakeReply.json(200, shown(entry));
            case "PATCH" -> change(request, entry);
            case "DELETE" -> {
                move(entry, "deletion in progress");
                settle(entry);
                yield FakeReply.empty(202);
            }
            default -> request.notAllowed();
        };
    }

    private FakeReply change(FakeRequest request, Entry entry) {
        ObjectNode changes = checked(request, request.object("application/json"));
        if (!entry.state().equals("active")) {
            return ErrorForm.error(409, "DENIED_WAIT", "it is still under provisioning, its state is " + entry.state());
        }
        changes.remove(List.of(ID, STATE, "device"));
        entry.content.setAll(changes);
        move(entry, "created");
        settle(entry);
        return FakeReply.json(200, shown(entry)).with("location", location(request.uri(), entry.id));
    }

    /** What the operator works on takes effect, unless it is held. */
    private void settle(Entry entry) {
        if (holding) {
            return;
        }
        if (entry.state().equals("deletion in progress")) {
            entries.remove(entry.id);
            move(entry, "deleted");
        } else if (!entry.state().equals("active")) {
            move(entry, chosen(entry).findAny().isPresent() ? "active" : "error");
        }
    }

    void settleAll() {
        all().forEach(this::settle);
    }

    /** Returns the instances to which an intent brings traffic. */
    Stream<EdgeInstance> chosen(Entry entry) {
        return instances.stream()
                .filter(instance -> same(entry, "appId", instance.appId())
                        && same(entry, "appInstanceId", instance.appInstanceId())
                        && same(entry, "edgeCloudZoneId", instance.zone())
                        && same(entry, "edgeCloudRegion", instance.region()));
    }

    private static boolean same(Entry entry, String name, String value) {
        return !entry.content.has(name) || entry.content.path(name).asText().equalsIgnoreCase(value);
    }

    private void move(Entry entry, String state) {
        entry.content.put(STATE, state);
        JsonNode subscription = entry.content.path(SUBSCRIPTION);
        ObjectNode data = shown(entry);
        data.remove(SUBSCRIPTION);
        if (state.equals("active")) {
            chosen(entry).forEach(i -> data.withArray("selected_appInstanceId").add(i.appInstanceId()));
        }
        entry.device
                .flatMap(devices::at)
                .flatMap(UeSession::gpsi)
                .filter(gpsi -> gpsi.startsWith("msisdn-"))
                .ifPresent(gpsi ->
                        data.putObject("deviceResponse").put("phoneNumber", "+" + gpsi.substring("msisdn-".length())));
        String source = BASE + "/" + COLLECTION + "/" + entry.id;
        events.tell(subscription.path("sink"), subscription.path("sinkCredential"), CHANGE, source, data);
    }

    /** Returns what clients are shown: no device, no credential. */
    private static ObjectNode shown(Entry entry) {
        ObjectNode copy = entry.content.deepCopy();
        copy.remove("device");
        if (copy.path(SUBSCRIPTION) instanceof ObjectNode subscription) {
            subscription.remove("sinkCredential");
        }
        return copy;
    }

    private static ObjectNode checked(FakeRequest request, ObjectNode body) {
        boolean complete = body.path("apiConsumerId").isTextual()
                && UUID_FORM.matcher(body.path("appId").asText()).matches();
        boolean sink = !body.has(SUBSCRIPTION)
                || body.path(SUBSCRIPTION).path("sink").asText().startsWith("https://");
        if (!complete || !sink) {
            throw new Refused(request.errors().of(400, "needs apiConsumerId, appId as a UUID, and https sinks"));
        }
        return body;
    }
}
