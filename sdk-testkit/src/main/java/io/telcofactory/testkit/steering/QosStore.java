package io.telcofactory.testkit.steering;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The AsSessionWithQoS resources of a fake NEF, TS 29.122. Guarded by the lock of its server. */
final class QosStore {
    static final String BASE = "/3gpp-as-session-with-qos/v1";

    boolean withoutBody;
    private final Map<String, Map<String, ObjectNode>> byServer = new TreeMap<>();
    private int lastId;

    FakeReply answer(FakeRequest request, List<String> path) {
        if (path.size() < 2 || path.size() > 3 || !path.get(1).equals("subscriptions")) {
            return FakeReply.problem(404, "RESOURCE_URI_STRUCTURE_NOT_FOUND", "no such resource");
        }
        Map<String, ObjectNode> all = byServer.computeIfAbsent(path.get(0), s -> new LinkedHashMap<>());
        if (path.size() == 2) {
            return collection(request, all);
        }
        ObjectNode session = all.get(path.get(2));
        return session == null
                ? FakeReply.problem(404, "SUBSCRIPTION_NOT_FOUND", "session " + path.get(2) + " does not exist")
                : individual(request, all, path.get(2), session);
    }

    private FakeReply collection(FakeRequest request, Map<String, ObjectNode> all) {
        switch (request.method()) {
            case "GET" -> {
                ArrayNode list = FakeReply.JSON.createArrayNode();
                all.values().forEach(list::add);
                return FakeReply.json(200, list);
            }
            case "POST" -> {
                ObjectNode body = checked(request.object("application/json"));
                String id = Integer.toString(++lastId);
                body.put("self", request.uri() + "/" + id);
                all.put(id, body);
                return FakeReply.json(201, body)
                        .with("location", body.path("self").asText());
            }
            default -> {
                return request.notAllowed();
            }
        }
    }

    private FakeReply individual(FakeRequest request, Map<String, ObjectNode> all, String id, ObjectNode session) {
        switch (request.method()) {
            case "GET" -> {
                return FakeReply.json(200, session);
            }
            case "PUT" -> {
                ObjectNode body = checked(request.object("application/json"));
                body.set("self", session.get("self"));
                return changed(all, id, body);
            }
            case "PATCH" -> {
                ObjectNode patch = request.object("application/merge-patch+json");
                return changed(all, id, checked(MergePatch.apply(session.deepCopy(), patch)));
            }
            case "DELETE" -> {
                all.remove(id);
                return FakeReply.empty(204);
            }
            default -> {
                return request.notAllowed();
            }
        }
    }

    private FakeReply changed(Map<String, ObjectNode> all, String id, ObjectNode body) {
        all.put(id, body);
        return withoutBody ? FakeReply.empty(204) : FakeReply.json(200, body);
    }

    private static ObjectNode checked(ObjectNode body) {
        if (!body.has("notificationDestination")) {
            throw new Refused(FakeReply.problem(
                    400, "MANDATORY_IE_MISSING", "it is incomplete", "/notificationDestination", "is mandatory"));
        }
        return body;
    }
}
