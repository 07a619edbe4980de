package io.telcofactory.testkit.steering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The TrafficInfluence resources of a fake NEF. Guarded by the lock of its server. */
final class SubscriptionStore {
    static final String BASE = "/3gpp-traffic-influence/v1";

    /**
     * A subscription with what the network makes of it: {@code active} is the content that is in force, {@code
     * unacknowledged} tells that the network waits for the application before it puts the new content in force.
     */
    static final class Entry {
        final String id;
        ObjectNode content;

        @Nullable ObjectNode active;

        boolean unacknowledged;

        Entry(String id, ObjectNode content) {
            this.id = id;
            this.content = content;
        }
    }

    boolean strict = true;
    boolean withoutBody;
    boolean holding;
    final List<String> acknowledgements = new ArrayList<>();
    private final Map<String, Map<String, Entry>> byFunction = new TreeMap<>();
    private int lastId;

    List<Entry> all() {
        return byFunction.values().stream().flatMap(m -> m.values().stream()).toList();
    }

    FakeReply answer(FakeRequest request, List<String> path) {
        if (path.size() < 2 || path.size() > 4 || !path.get(1).equals("subscriptions")) {
            return FakeReply.problem(404, "RESOURCE_URI_STRUCTURE_NOT_FOUND", "no such resource");
        }
        Map<String, Entry> entries = byFunction.computeIfAbsent(path.get(0), af -> new LinkedHashMap<>());
        if (path.size() == 2) {
            return collection(request, entries);
        }
        Entry entry = entries.get(path.get(2));
        if (entry == null) {
            return FakeReply.problem(404, "SUBSCRIPTION_NOT_FOUND", "subscription " + path.get(2) + " does not exist");
        }
        if (path.size() == 4) {
            return acknowledge(request, path.get(3), entry);
        }
        return individual(request, entries, entry);
    }

    private FakeReply collection(FakeRequest request, Map<String, Entry> entries) {
        switch (request.method()) {
            case "GET" -> {
                ArrayNode all = FakeReply.JSON.createArrayNode();
                entries.values().forEach(entry -> all.add(entry.content));
                return FakeReply.json(200, all);
            }
            case "POST" -> {
                ObjectNode content = request.object("application/json");
                SubscriptionCheck.check(content, strict);
                Entry entry = add(entries, content, request.uri());
                return FakeReply.json(201, entry.content)
                        .with("location", entry.content.path("self").asText());
            }
            default -> {
                return request.notAllowed();
            }
        }
    }

    private Entry add(Map<String, Entry> entries, ObjectNode content, URI collection) {
        Entry entry = new Entry(Integer.toString(++lastId), content);
        content.put("self", collection + "/" + entry.id);
        entries.put(entry.id, entry);
        settle(entry);
        return entry;
    }

    private FakeReply individual(FakeRequest request, Map<String, Entry> entries, Entry entry) {
        switch (request.method()) {
            case "GET" -> {
                return FakeReply.json(200, entry.content);
            }
            case "PUT" -> {
                ObjectNode content = request.object("application/json");
                SubscriptionCheck.check(content, strict);
                content.set("self", entry.content.get("self"));
                return changed(entry, content);
            }
            case "PATCH" -> {
                ObjectNode patch = request.object("application/merge-patch+json");
                SubscriptionCheck.checkPatch(patch);
                ObjectNode merged = MergePatch.apply(entry.content.deepCopy(), patch);
                SubscriptionCheck.check(merged, strict);
                return changed(entry, merged);
            }
            case "DELETE" -> {
                entries.remove(entry.id);
                return FakeReply.empty(204);
            }
            default -> {
                return request.notAllowed();
            }
        }
    }

    private FakeReply changed(Entry entry, ObjectNode content) {
        entry.content = content;
        settle(entry);
        return withoutBody ? FakeReply.empty(204) : FakeReply.json(200, content);
    }

    private FakeReply acknowledge(FakeRequest request, String resource, Entry entry) {
        if (!request.method().equals("POST") || !resource.equals("ack")) {
            return FakeReply.problem(404, "RESOURCE_URI_STRUCTURE_NOT_FOUND", "no such resource");
        }
        String result = request.object("application/json")
                .path("ackResult")
                .path("afStatus")
                .asText();
        acknowledgements.add(request.text());
        if (result.equals("SUCCESS") && entry.unacknowledged) {
            entry.unacknowledged = false;
            entry.active = entry.content;
        }
        return FakeReply.empty(204);
    }

    private void settle(Entry entry) {
        if (holding) {
            return;
        }
        if (entry.content.path("afAckInd").asBoolean() && !entry.content.equals(entry.active)) {
            entry.unacknowledged = true;
        } else {
            entry.active = entry.content;
        }
    }

    void activateAll() {
        all().forEach(this::settle);
    }

    Map<String, String> texts(String afId) {
        Map<String, String> texts = new LinkedHashMap<>();
        byFunction.getOrDefault(afId, Map.of()).forEach((id, entry) -> texts.put(id, entry.content.toString()));
        return texts;
    }

    String seed(String afId, String json, URI root) {
        try {
            ObjectNode content = (ObjectNode) FakeReply.JSON.readTree(json);
            URI collection = URI.create(root + BASE + "/" + afId + "/subscriptions");
            return add(byFunction.computeIfAbsent(afId, af -> new LinkedHashMap<>()), content, collection).id;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("json = '" + json + "' is no JSON", e);
        }
    }

    boolean drop(String afId, String id) {
        return byFunction.getOrDefault(afId, new LinkedHashMap<>()).remove(id) != null;
    }
}
