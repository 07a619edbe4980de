package io.telcofactory.upf.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.telcofactory.testkit.steering.Exchange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One official OpenAPI document, against which exchanges and bodies are held. */
public final class OpenApi {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String file;
    private final JsonNode document;
    private final String spoken;
    private final SpecVersion.VersionFlag dialect;
    private final Map<JsonNode, JsonSchema> validators = new ConcurrentHashMap<>();

    private OpenApi(String file, JsonNode document, String spoken) {
        this.file = file;
        this.spoken = spoken;
        this.document = document;
        this.dialect = document.path("openapi").asText().startsWith("3.0")
                ? SpecVersion.VersionFlag.V4
                : SpecVersion.VersionFlag.V202012;
    }

    /** Reads a document, bundled or with references to files beside it; versions that begin so are those the SDK speaks. */
    static OpenApi read(Path file, String spoken) {
        return new OpenApi(file.getFileName().toString(), OpenApiFile.read(file), spoken);
    }

    /** Whether the document is of an earlier version than the SDK speaks, which may lack operations, ways to say yes, and schemas. */
    private boolean isEarlier() {
        return numbers(version()) < numbers(spoken);
    }

    private String version() {
        return document.at("/info/version").asText();
    }

    private static int numbers(String version) {
        String[] parts = version.split("\\D+");
        return Integer.parseInt(parts[0]) * 1000 + (parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
    }

    /** Returns what is wrong with a body, by the schema of this name. */
    public List<String> violations(String schema, String body) {
        if (isEarlier() && document.at("/components/schemas/" + schema).isMissingNode()) {
            return List.of();
        }
        ObjectNode reference = JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema);
        return violations(reference, body);
    }

    /** Returns what is wrong with an exchange below a base path: path, method, media types, status, bodies. */
    public List<String> violations(String base, Exchange exchange) {
        List<String> found = new ArrayList<>();
        Optional<JsonNode> operation = operation(base, exchange);
        if (operation.isEmpty()) {
            return isEarlier() ? List.of() : List.of(file + " has no operation for " + exchange);
        }
        if (!exchange.requestBody().isEmpty()) {
            JsonNode content = resolve(operation.get().path("requestBody")).path("content");
            found.addAll(bodyViolations("request", content, exchange.requestType(), exchange.requestBody()));
        }
        if (exchange.status() != 0) {
            JsonNode responses = operation.get().path("responses");
            JsonNode response = resolve(responses.path(Integer.toString(exchange.status())));
            if (response.isMissingNode() && isEarlier() && exchange.status() < 300) {
                return found;
            }
            if (response.isMissingNode()) {
                found.add("status " + exchange.status() + " is not declared for " + exchange);
            } else if (!exchange.answerBody().isEmpty()) {
                found.addAll(bodyViolations(
                        "answer", response.path("content"), exchange.answerType(), exchange.answerBody()));
            }
            response.path("headers").properties().stream()
                    .filter(header ->
                            resolve(header.getValue()).path("required").asBoolean())
                    .filter(header -> !exchange.answerHeaders()
                            .containsKey(header.getKey().toLowerCase(Locale.ROOT)))
                    .forEach(header -> found.add("mandatory header " + header.getKey() + " is missing"));
        }
        return found;
    }

    /** Returns every refusal that the document declares, each once: its status, and its code where it lists codes. */
    public Set<Refused> declaredRefusals() {
        Set<Refused> all = new TreeSet<>();
        for (JsonNode item : document.path("paths")) {
            for (JsonNode operation : item) {
                operation.path("responses").properties().stream()
                        .filter(response -> response.getKey().matches("[45][0-9]{2}"))
                        .forEach(response -> all.addAll(refusals(response.getKey(), resolve(response.getValue()))));
            }
        }
        return all;
    }

    private static List<Refused> refusals(String status, JsonNode response) {
        List<Refused> all = new ArrayList<>();
        for (JsonNode part : response.at("/content/application~1json/schema/allOf")) {
            part.at("/properties/code/enum")
                    .forEach(code -> all.add(new Refused(Integer.parseInt(status), code.asText())));
        }
        return all.isEmpty() ? List.of(new Refused(Integer.parseInt(status), "")) : all;
    }

    /** A refusal: a status, and a code or an empty text. */
    public record Refused(int status, String code) implements Comparable<Refused> {
        @Override
        public int compareTo(Refused other) {
            return Comparator.comparingInt(Refused::status)
                    .thenComparing(Refused::code)
                    .compare(this, other);
        }
    }

    private List<String> bodyViolations(String what, JsonNode content, Optional<String> type, String body) {
        JsonNode media = content.path(type.orElse(""));
        if (media.isMissingNode()) {
            return List.of(what + " has media type " + type + ", declared are " + names(content));
        }
        return violations(media.path("schema"), body).stream()
                .map(text -> what + " " + text)
                .toList();
    }

    private List<String> violations(JsonNode schema, String body) {
        try {
            return validators.computeIfAbsent(schema, this::validator).validate(JSON.readTree(body)).stream()
                    .map(message -> message.getMessage())
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of("is no JSON: " + body);
        }
    }

    private JsonSchema validator(JsonNode schema) {
        ObjectNode root = schema.deepCopy();
        root.set("components", document.path("components"));
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().nullableKeywordEnabled(true).build();
        return JsonSchemaFactory.getInstance(dialect).getSchema(root, config);
    }

    /**
     * Returns the attributes that the schema of this name has, at any depth, and none of these bodies says: a value that says
     * all it can shows thereby what its type lacks. Other versions than that which the SDK speaks may have more.
     */
    public Set<String> unsaid(String schema, JsonNode... bodies) {
        Set<String> unsaid = new TreeSet<>();
        if (!version().startsWith(spoken)) {
            return unsaid;
        }
        unsaid(document.at("/components/schemas/" + schema), List.of(bodies), "", unsaid);
        return unsaid;
    }

    private void unsaid(JsonNode schema, List<JsonNode> bodies, String path, Set<String> unsaid) {
        JsonNode known = resolve(schema);
        for (String parts : List.of("allOf", "anyOf", "oneOf")) {
            known.path(parts).forEach(part -> unsaid(part, bodies, path, unsaid));
        }
        known.path("properties").properties().forEach(property -> {
            String name = path + "/" + property.getKey();
            List<JsonNode> said = below(bodies, body -> Stream.of(body.path(property.getKey())));
            if (said.isEmpty()) {
                unsaid.add(name);
            } else {
                unsaid(property.getValue(), said, name, unsaid);
            }
        });
        if (known.has("items")) {
            unsaid(known.path("items"), below(bodies, OpenApi::children), path, unsaid);
        }
        if (known.path("additionalProperties").isObject()) {
            unsaid(known.path("additionalProperties"), below(bodies, OpenApi::children), path, unsaid);
        }
    }

    private static List<JsonNode> below(List<JsonNode> bodies, Function<JsonNode, Stream<JsonNode>> step) {
        return bodies.stream()
                .flatMap(step)
                .filter(node -> !node.isMissingNode())
                .toList();
    }

    private static Stream<JsonNode> children(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private Optional<JsonNode> operation(String base, Exchange exchange) {
        String path = exchange.path().replaceFirst("\\?.*", "");
        if (!path.startsWith(base)) {
            return Optional.empty();
        }
        String rest = path.substring(base.length());
        return document.path("paths").properties().stream()
                .filter(entry -> template(entry.getKey()).matcher(rest).matches())
                .map(Map.Entry::getValue)
                .map(item -> item.path(exchange.method().toLowerCase(Locale.ROOT)))
                .filter(operation -> !operation.isMissingNode())
                .findFirst();
    }

    private static Pattern template(String path) {
        return Pattern.compile(Pattern.quote(path).replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q"));
    }

    private JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.isEmpty() ? node : resolve(document.at(reference.substring(1)));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
