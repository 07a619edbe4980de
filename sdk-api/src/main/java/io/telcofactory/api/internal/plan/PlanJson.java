package io.telcofactory.api.internal.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.api.Change;
import io.telcofactory.api.CheckResult;
import io.telcofactory.api.Disruption;
import io.telcofactory.api.FieldChange;
import io.telcofactory.api.Finding;
import io.telcofactory.api.Plan;
import io.telcofactory.api.Ref;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.internal.document.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes plans as JSON and reads them back. */
public final class PlanJson {
    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private PlanJson() {}

    /**
     * Writes a plan.
     *
     * @param plan any plan
     * @return an indented JSON document
     */
    public static String write(Plan plan) {
        ObjectNode root = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("factory", plan.factory())
                .put("blueprint", plan.blueprint())
                .put("destroy", plan.destroy());
        ArrayNode changes = root.putArray("changes");
        plan.changes().forEach(change -> write(change, changes.addObject()));
        ArrayNode checks = root.putArray("checks");
        for (CheckResult check : plan.checks()) {
            ArrayNode findings = checks.addObject().put("title", check.title()).putArray("findings");
            check.findings().forEach(finding -> write(finding, findings.addObject()));
        }
        return root.toPrettyString();
    }

    private static void write(Change change, ObjectNode node) {
        node.put("ref", change.ref().toString())
                .put("action", change.action().name())
                .put("disruption", change.disruption().name());
        change.adopts().ifPresent(id -> node.put("adopts", id));
        ArrayNode fields = node.putArray("fields");
        for (FieldChange field : change.fields()) {
            ObjectNode entry = fields.addObject().put("path", field.path());
            field.from().ifPresent(value -> entry.put("from", value));
            field.to().ifPresent(value -> entry.put("to", value));
        }
        change.steps().forEach(node.putArray("steps")::add);
        ArrayNode uses = node.putArray("uses");
        change.uses().stream().sorted().forEach(ref -> uses.add(ref.toString()));
        change.desired().ifPresent(resource -> node.set("desired", parse(Documents.toJson(resource))));
    }

    private static void write(Finding finding, ObjectNode node) {
        node.put("code", finding.code()).put("severity", finding.severity().name());
        finding.ref().ifPresent(ref -> node.put("ref", ref.toString()));
        node.put("message", finding.message()).put("remedy", finding.remedy());
    }

    /**
     * Reads a plan.
     *
     * @param json what {@link #write} wrote
     * @return an equal plan
     * @throws InvalidRequestException if the text is not such a document
     */
    public static Plan read(String json) {
        try {
            JsonNode root = parse(json);
            if (root.path("format").asInt() != FORMAT) {
                throw invalid(
                        "its format is '" + root.path("format").asText() + "', this release reads " + FORMAT, null);
            }
            return Plan.builder()
                    .factory(text(root, "factory"))
                    .blueprint(text(root, "blueprint"))
                    .destroy(root.path("destroy").asBoolean())
                    .changes(list(root, "changes", PlanJson::change))
                    .checks(list(
                            root,
                            "checks",
                            node -> new CheckResult(text(node, "title"), list(node, "findings", PlanJson::finding))))
                    .build();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw invalid(String.valueOf(e.getMessage()), e);
        }
    }

    private static Change change(JsonNode node) {
        return Change.builder()
                .ref(Ref.parse(text(node, "ref")))
                .action(Change.Action.valueOf(text(node, "action")))
                .disruption(Disruption.valueOf(text(node, "disruption")))
                .adopts(find(node, "adopts"))
                .fields(list(
                        node,
                        "fields",
                        field -> new FieldChange(text(field, "path"), find(field, "from"), find(field, "to"))))
                .steps(list(node, "steps", JsonNode::asText))
                .uses(list(node, "uses", ref -> Ref.parse(ref.asText())))
                .desired(Optional.ofNullable(node.get("desired")).map(value -> Documents.resource(value.toString())))
                .build();
    }

    private static Finding finding(JsonNode node) {
        return new Finding(
                text(node, "code"),
                Finding.Severity.valueOf(text(node, "severity")),
                find(node, "ref").map(Ref::parse),
                text(node, "message"),
                text(node, "remedy"));
    }

    private static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> element) {
        List<T> list = new ArrayList<>();
        node.path(field).forEach(child -> list.add(element.apply(child)));
        return list;
    }

    private static String text(JsonNode node, String field) {
        return find(node, field).orElseThrow(() -> invalid("it has no text '" + field + "' where one must be", null));
    }

    private static Optional<String> find(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw invalid("it is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static InvalidRequestException invalid(String why, @Nullable Exception cause) {
        return new InvalidRequestException(
                ErrorContext.of("factory", "read plan", ""),
                "This is not a plan that can be applied: " + why + ". Make it again with plan(...).toJson().",
                cause);
    }
}
