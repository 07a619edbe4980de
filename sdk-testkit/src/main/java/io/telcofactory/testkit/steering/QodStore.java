package io.telcofactory.testkit.steering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.api.spi.Time;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The resources of CAMARA Quality On Demand 1.1. Guarded by the lock of its server. */
final class QodStore {
    static final String BASE = "/quality-on-demand/v1";
    private static final String CHANGE = "org.camaraproject.quality-on-demand.v1.qos-status-changed";
    private static final String STATUS = "qosStatus";
    private static final String EXPIRES = "expiresAt";
    private static final String DURATION = "duration";

    private record Entry(String id, ObjectNode content, String device) {
        boolean available() {
            return content.path(STATUS).asText().equals("AVAILABLE");
        }
    }

    boolean holding;
    final Set<String> inactiveProfiles = new TreeSet<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final CamaraDevices devices;
    private final CamaraEvents events;
    private final Time time;
    private int lastId;

    QodStore(CamaraDevices devices, CamaraEvents events, Time time) {
        this.devices = devices;
        this.events = events;
        this.time = time;
    }

    FakeReply answer(FakeRequest request, List<String> path) {
        expire();
        boolean post = request.method().equals("POST");
        if (path.equals(List.of("sessions"))) {
            return post ? create(request) : request.notAllowed();
        }
        if (path.equals(List.of("retrieve-sessions"))) {
            return post ? search(request) : request.notAllowed();
        }
        Entry entry = path.size() < 2 || !path.get(0).equals("sessions") ? null : entries.get(path.get(1));
        if (entry == null) {
            return request.errors().of(404, "the specified resource is not found");
        }
        if (path.size() == 3 && path.get(2).equals("extend")) {
            return post ? extend(request, entry) : request.notAllowed();
        }
        return switch (request.method()) {
            case "GET" -> FakeReply.json(200, shown(entry));
            case "DELETE" -> {
                entries.remove(entry.id);
                end(entry, "DELETE_REQUESTED");
                yield FakeReply.empty(204);
            }
            default -> request.notAllowed();
        };
    }

    private FakeReply create(FakeRequest request) {
        ObjectNode content = request.object("application/json");
        boolean complete = content.path("qosProfile").isTextual()
                && !content.path("applicationServer").isEmpty()
                && content.path(DURATION).asInt() >= 1;
        if (!complete) {
            return request.errors().of(400, "needs applicationServer, qosProfile and duration");
        }
        if (inactiveProfiles.contains(content.path("qosProfile").asText())) {
            return ErrorForm.error(
                    422,
                    "QUALITY_ON_DEMAND.QOS_PROFILE_NOT_APPLICABLE",
                    "the requested profile is currently not available");
        }
        String device = devices.subject(request, content).address();
        boolean taken = entries.values().stream()
                .anyMatch(other -> other.device.equals(device)
                        && other.content.path("applicationServer").equals(content.path("applicationServer")));
        if (taken) {
            return ErrorForm.error(409, "CONFLICT", "conflict with an existing session for the same device");
        }
        Entry entry = new Entry(new UUID(3, ++lastId).toString(), content, device);
        content.put("sessionId", entry.id).put(STATUS, "REQUESTED");
        entries.put(entry.id, entry);
        grant(entry);
        return FakeReply.json(201, shown(entry));
    }

    private void grant(Entry entry) {
        if (holding || !entry.content.path(STATUS).asText().equals("REQUESTED")) {
            return;
        }
        Instant now = time.now();
        entry.content
                .put(STATUS, "AVAILABLE")
                .put("startedAt", now.toString())
                .put(
                        EXPIRES,
                        now.plusSeconds(entry.content.path(DURATION).asInt()).toString());
        tell(entry);
    }

    void grantAll() {
        entries.values().forEach(this::grant);
    }

    /** Ends all sessions of a device, as the network may. */
    void terminate(String device) {
        entries.values().stream().filter(entry -> entry.device.equals(device)).forEach(entry -> {
            end(entry, "NETWORK_TERMINATED");
        });
    }

    private void expire() {
        entries.values().stream()
                .filter(Entry::available)
                .filter(entry -> !time.now()
                        .isBefore(Instant.parse(entry.content.path(EXPIRES).asText())))
                .forEach(entry -> end(entry, "DURATION_EXPIRED"));
    }

    private void end(Entry entry, String reason) {
        if (entry.available()) {
            entry.content.put(STATUS, "UNAVAILABLE").put("statusInfo", reason);
            tell(entry);
        }
    }

    private FakeReply extend(FakeRequest request, Entry entry) {
        int more = request.object("application/json")
                .path("requestedAdditionalDuration")
                .asInt();
        if (more < 1) {
            return request.errors().of(400, "requestedAdditionalDuration must be at least 1");
        }
        if (!entry.available()) {
            return ErrorForm.error(
                    409, "QUALITY_ON_DEMAND.SESSION_EXTENSION_NOT_ALLOWED", "the session must be AVAILABLE");
        }
        Instant end = Instant.parse(entry.content.path(EXPIRES).asText()).plusSeconds(more);
        entry.content.put(DURATION, entry.content.path(DURATION).asInt() + more).put(EXPIRES, end.toString());
        return FakeReply.json(200, shown(entry));
    }

    private FakeReply search(FakeRequest request) {
        String device =
                devices.subject(request, request.object("application/json")).address();
        ArrayNode found = FakeReply.JSON.createArrayNode();
        entries.values().stream()
                .filter(entry -> entry.device.equals(device))
                .forEach(entry -> found.add(shown(entry)));
        return FakeReply.json(200, found);
    }

    private void tell(Entry entry) {
        JsonNode content = entry.content;
        ObjectNode data = FakeReply.JSON.createObjectNode().put("sessionId", entry.id);
        data.set(STATUS, content.path(STATUS));
        if (content.has("statusInfo")) {
            data.set("statusInfo", content.path("statusInfo"));
        }
        events.tell(content.path("sink"), content.path("sinkCredential"), CHANGE, BASE + "/sessions/" + entry.id, data);
    }

    /** Returns what clients are shown: no credential, and the device by one name. */
    private static ObjectNode shown(Entry entry) {
        ObjectNode copy = entry.content.deepCopy();
        copy.remove("sinkCredential");
        if (copy.path("device") instanceof ObjectNode device) {
            device.retain(device.fieldNames().next());
        }
        return copy;
    }
}
