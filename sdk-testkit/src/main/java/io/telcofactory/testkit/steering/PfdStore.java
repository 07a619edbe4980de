package io.telcofactory.testkit.steering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The PFD management resources of a fake NEF, TS 29.122. Guarded by the lock of its server. */
final class PfdStore {
    static final String BASE = "/3gpp-pfd-management/v1";

    boolean withoutBody;
    final Map<String, String> refused = new TreeMap<>();
    private final Map<String, Map<String, ObjectNode>> byServer = new TreeMap<>();
    private int lastId;

    /** Returns the flow descriptions by which an application is detected. */
    List<String> flowsOf(String appId) {
        List<String> flows = new ArrayList<>();
        byServer.values().stream()
                .flatMap(transactions -> transactions.values().stream())
                .map(transaction -> transaction.path("pfdDatas").path(appId).path("pfds"))
                .flatMap(pfds -> pfds.properties().stream())
                .forEach(pfd -> pfd.getValue().path("flowDescriptions").forEach(text -> flows.add(text.asText())));
        return flows;
    }

    /** Returns all applications of all transactions. */
    List<String> applications() {
        List<String> ids = new ArrayList<>();
        byServer.values().stream()
                .flatMap(transactions -> transactions.values().stream())
                .forEach(
                        transaction -> transaction.path("pfdDatas").fieldNames().forEachRemaining(ids::add));
        return ids;
    }

    FakeReply answer(FakeRequest request, List<String> path) {
        if (path.size() < 2 || !path.get(1).equals("transactions") || path.size() == 4 || path.size() > 5) {
            return FakeReply.problem(404, "RESOURCE_URI_STRUCTURE_NOT_FOUND", "no such resource");
        }
        Map<String, ObjectNode> all = byServer.computeIfAbsent(path.get(0), s -> new LinkedHashMap<>());
        if (path.size() == 2) {
            return collection(request, all);
        }
        ObjectNode transaction = all.get(path.get(2));
        if (transaction == null) {
            return FakeReply.problem(404, "RESOURCE_NOT_FOUND", "transaction " + path.get(2) + " does not exist");
        }
        if (path.size() == 3) {
            return transaction(request, all, path.get(2), transaction);
        }
        return path.get(3).equals("applications")
                ? application(request, transaction, path.get(4))
                : FakeReply.problem(404, "RESOURCE_URI_STRUCTURE_NOT_FOUND", "no such resource");
    }

    private FakeReply collection(FakeRequest request, Map<String, ObjectNode> all) {
        if (request.method().equals("GET")) {
            ArrayNode list = FakeReply.JSON.createArrayNode();
            all.values().forEach(list::add);
            return FakeReply.json(200, list);
        }
        if (!request.method().equals("POST")) {
            return request.notAllowed();
        }
        ObjectNode body = checked(request.object("application/json"));
        String id = Integer.toString(++lastId);
        body.put("self", request.uri() + "/" + id);
        report(body);
        if (body.path("pfdDatas").isEmpty()) {
            ArrayNode reports = FakeReply.JSON.createArrayNode();
            body.path("pfdReports").forEach(reports::add);
            return FakeReply.json(500, reports);
        }
        all.put(id, body);
        return FakeReply.json(201, body).with("location", body.path("self").asText());
    }

    private FakeReply transaction(FakeRequest request, Map<String, ObjectNode> all, String id, ObjectNode current) {
        switch (request.method()) {
            case "GET" -> {
                return FakeReply.json(200, current);
            }
            case "PUT" -> {
                ObjectNode body = checked(request.object("application/json"));
                body.set("self", current.get("self"));
                report(body);
                all.put(id, body);
                return done(body);
            }
            case "PATCH" -> {
                ObjectNode patch = request.object("application/merge-patch+json");
                patch.path("pfdDatas")
                        .properties()
                        .forEach(app -> current.withObject("/pfdDatas").set(app.getKey(), app.getValue()));
                current.remove("pfdReports");
                report(current);
                return done(current);
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

    private FakeReply application(FakeRequest request, ObjectNode transaction, String appId) {
        ObjectNode apps = transaction.withObject("/pfdDatas");
        if (!apps.has(appId)) {
            return FakeReply.problem(404, "RESOURCE_NOT_FOUND", "application '" + appId + "' does not exist");
        }
        switch (request.method()) {
            case "GET" -> {
                return FakeReply.json(200, apps.get(appId));
            }
            case "PUT", "PATCH" -> {
                boolean put = request.method().equals("PUT");
                ObjectNode body = request.object(put ? "application/json" : "application/merge-patch+json");
                if (refused.containsKey(appId)) {
                    return FakeReply.json(409, failure(appId));
                }
                apps.set(appId, body);
                return done(body);
            }
            case "DELETE" -> {
                apps.remove(appId);
                return FakeReply.empty(204);
            }
            default -> {
                return request.notAllowed();
            }
        }
    }

    private FakeReply done(ObjectNode body) {
        return withoutBody ? FakeReply.empty(204) : FakeReply.json(200, body);
    }

    private static ObjectNode checked(ObjectNode body) {
        if (body.path("pfdDatas").isEmpty()) {
            throw new Refused(FakeReply.problem(
                    400, "MANDATORY_IE_MISSING", "there is no application", "/pfdDatas", "must hold at least one"));
        }
        for (Map.Entry<String, JsonNode> app : body.path("pfdDatas").properties()) {
            boolean complete = app.getValue().path("externalAppId").asText().equals(app.getKey())
                    && app.getValue().path("pfds").isObject();
            if (!complete) {
                throw new Refused(FakeReply.problem(
                        400,
                        "MANDATORY_IE_INCORRECT",
                        "an application is incomplete",
                        "/pfdDatas/" + app.getKey(),
                        "needs externalAppId equal to its key, and pfds"));
            }
        }
        return body;
    }

    /** Moves applications that the network does not take from the data to the reports. */
    private void report(ObjectNode transaction) {
        ObjectNode apps = transaction.withObject("/pfdDatas");
        refused.keySet().stream().filter(apps::has).toList().forEach(appId -> {
            apps.remove(appId);
            ObjectNode reports = transaction.withObject("/pfdReports");
            String code = refused.get(appId);
            if (reports.has(code)) {
                ((ObjectNode) reports.get(code)).withArray("externalAppIds").add(appId);
            } else {
                reports.set(code, failure(appId));
            }
        });
    }

    private ObjectNode failure(String appId) {
        ObjectNode report = FakeReply.JSON.createObjectNode().put("failureCode", refused.get(appId));
        report.withArray("externalAppIds").add(appId);
        return report;
    }
}
