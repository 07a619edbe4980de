package io.telcofactory.testkit.steering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.api.spi.Time;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The application support interface of an ETSI MEC platform: traffic and DNS rules that can be read and changed, with
 * entity tags.
 *
 * <p><b>Threads:</b> safe for concurrent use.
 *
 * @since 0.1
 */
public final class FakeMec extends SteeringFake<FakeMec> {
    private static final String BASE = "/mec_app_support/v1/applications";
    private static final String TRAFFIC_RULES = "traffic_rules";
    private static final Map<String, String> IDS = Map.of(TRAFFIC_RULES, "trafficRuleId", "dns_rules", "dnsRuleId");

    private final Map<String, Map<String, Versioned>> collections = new TreeMap<>();

    private FakeMec(Time time) {
        super("mec.fake", ErrorForm.PROBLEM_DETAILS, time);
    }

    /**
     * Starts a platform without applications.
     *
     * @return the fake
     */
    public static FakeMec start() {
        return new FakeMec(Time.system());
    }

    /**
     * Adds a rule, as the platform does when an application is started.
     *
     * @param appInstanceId the application
     * @param kind {@code traffic_rules} or {@code dns_rules}
     * @param json the rule
     * @return this fake
     */
    public FakeMec rule(String appInstanceId, String kind, String json) {
        try {
            ObjectNode rule = (ObjectNode) FakeReply.JSON.readTree(json);
            String id = rule.path(IDS.getOrDefault(kind, "")).asText();
            locked(() -> collections
                    .computeIfAbsent(appInstanceId + "/" + kind, k -> new LinkedHashMap<>())
                    .put(id, new Versioned(rule, 1)));
            return this;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("json = '" + json + "' is no JSON", e);
        }
    }

    /**
     * Sends a packet of a UE through the platform.
     *
     * @param packet the packet
     * @return what its rules do with it, and why
     */
    public MecVerdict send(Packet packet) {
        return locked(() -> MecPaths.route(trafficRules(), packet));
    }

    private Map<String, JsonNode> trafficRules() {
        Map<String, JsonNode> rules = new LinkedHashMap<>();
        collections.forEach((collection, byId) -> {
            if (collection.endsWith("/" + TRAFFIC_RULES)) {
                String application = collection.substring(0, collection.length() - TRAFFIC_RULES.length());
                byId.forEach((id, rule) -> rules.put(application + id, rule.content));
            }
        });
        return rules;
    }

    @Override
    FakeMec self() {
        return this;
    }

    @Override
    FakeReply answer(FakeRequest request) {
        List<String> path = request.below(BASE).orElse(List.of());
        if (path.size() < 2 || path.size() > 3 || !IDS.containsKey(path.get(1))) {
            return FakeReply.problem(404, "NOT_FOUND", "no such resource");
        }
        Map<String, Versioned> rules = collections.get(path.get(0) + "/" + path.get(1));
        if (rules == null) {
            return FakeReply.problem(404, "NOT_FOUND", "application " + path.get(0) + " has no such rules");
        }
        if (path.size() == 2) {
            ArrayNode all = FakeReply.JSON.createArrayNode();
            rules.values().forEach(rule -> all.add(rule.content));
            return FakeReply.json(200, all);
        }
        Versioned rule = rules.get(path.get(2));
        if (rule == null) {
            return FakeReply.problem(404, "NOT_FOUND", "rule " + path.get(2) + " does not exist");
        }
        return switch (request.method()) {
            case "GET" -> rule.reply();
            case "PUT" -> put(request, rules, path, rule);
            default -> request.notAllowed();
        };
    }

    private static FakeReply put(FakeRequest request, Map<String, Versioned> rules, List<String> path, Versioned old) {
        Optional<String> expected = request.header("if-match");
        if (expected.isPresent() && !expected.get().equals(old.etag())) {
            return FakeReply.problem(412, "PRECONDITION_FAILED", "the rule was changed since");
        }
        ObjectNode body = request.object("application/json");
        if (!body.path(IDS.get(path.get(1))).asText().equals(path.get(2)) || !body.has("state")) {
            return FakeReply.problem(400, "BAD_REQUEST", "id or state do not fit");
        }
        Versioned changed = new Versioned(body, old.version + 1);
        rules.put(path.get(2), changed);
        return changed.reply();
    }

    private record Versioned(ObjectNode content, int version) {
        String etag() {
            return "\"" + version + "\"";
        }

        FakeReply reply() {
            return FakeReply.json(200, content).with("etag", etag());
        }
    }
}
