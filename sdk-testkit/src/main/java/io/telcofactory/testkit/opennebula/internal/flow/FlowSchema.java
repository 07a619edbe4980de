package io.telcofactory.testkit.opennebula.internal.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The shape of service templates, with the texts of the real validator; keys that it does not name are allowed. */
final class FlowSchema {

    /** What a value must be; {@code check} returns the value as it is kept. */
    private sealed interface Type {

        String label();

        JsonNode check(String key, JsonNode value);
    }

    private record Text(List<String> oneOf, @Nullable Pattern pattern) implements Type {

        @Override
        public String label() {
            return "string";
        }

        @Override
        public JsonNode check(String key, JsonNode value) {
            require(value.isTextual(), key, "must be a String");
            require(
                    oneOf.isEmpty() || oneOf.contains(value.asText()),
                    key,
                    "must be one of " + String.join(", ", oneOf));
            require(
                    pattern == null || pattern.matcher(value.asText()).find(),
                    key,
                    "must match regexp /" + pattern + "/");
            return value;
        }
    }

    private record Whole(int minimum) implements Type {

        @Override
        public String label() {
            return "integer";
        }

        @Override
        public JsonNode check(String key, JsonNode value) {
            boolean number = value.isNumber()
                    || (value.isTextual() && value.asText().strip().matches("[-+]?\\d+"));
            require(number, key, "must be an Integer");
            int whole = value.isNumber()
                    ? value.intValue()
                    : Numbers.integer(value.asText().strip(), 0);
            require(whole >= minimum, key, "must be greater than or equal to " + minimum);
            return IntNode.valueOf(whole);
        }
    }

    private record Flag() implements Type {

        @Override
        public String label() {
            return "boolean";
        }

        @Override
        public JsonNode check(String key, JsonNode value) {
            require(value.isBoolean(), key, "is not allowed in {:type=>:boolean, :required=>false}");
            return value;
        }
    }

    private record Listing(@Nullable Type items) implements Type {

        @Override
        public String label() {
            return "array";
        }

        @Override
        public JsonNode check(String key, JsonNode value) {
            require(value.isArray(), key, "must be an Array");
            Type each = items;
            if (each != null) {
                value.forEach(item -> each.check(key, item));
            }
            return value;
        }
    }

    private record Fields(List<Field> fields) implements Type {

        @Override
        public String label() {
            return "object";
        }

        @Override
        public JsonNode check(String key, JsonNode value) {
            if (!(value instanceof ObjectNode object)) {
                throw new FlowError(400, "KEY: '" + key + "' must be an Object;");
            }
            fields.forEach(field -> field.check(object));
            return object;
        }
    }

    private record Field(
            String name,
            Type type,
            boolean required,
            @Nullable JsonNode otherwise) {

        void check(ObjectNode object) {
            JsonNode value = object.path(name);
            // The real validator takes a false for a missing value.
            boolean given = !value.isMissingNode() && !value.isNull() && !(value.isBoolean() && !value.asBoolean());
            if (given) {
                object.set(name, type.check(name, value));
            } else if (required) {
                throw new FlowError(
                        400, "Mandatory document key '" + name + " (" + type.label() + ")' is missing from " + object);
            } else if (otherwise != null) {
                object.set(name, otherwise);
            }
        }
    }

    private static final Type ANY_TEXT = new Text(List.of(), null);
    private static final Type FLAG = new Flag();
    private static final Type ANY_OBJECT = new Fields(List.of());
    private static final Type INTEGER = new Whole(Integer.MIN_VALUE);
    private static final Type COUNT = new Whole(0);
    private static final Type NAME = new Text(List.of(), Pattern.compile("^\\w+$", Pattern.MULTILINE));
    private static final Type SHUTDOWN = oneOf("terminate", "terminate-hard", "shutdown", "shutdown-hard");
    private static final Type CHANGE = oneOf("CHANGE", "CARDINALITY", "PERCENTAGE_CHANGE");
    private static final List<String> ROLE_TYPES = List.of("vm", "vr");

    private static final Type ELASTICITY = new Fields(List.of(
            required("type", CHANGE),
            required("adjust", INTEGER),
            optional("min_adjust_step", new Whole(1)),
            optional("period_number", COUNT),
            optional("period", COUNT),
            required("expression", ANY_TEXT),
            optional("cooldown", COUNT)));

    private static final Type SCHEDULE = new Fields(List.of(
            required("type", CHANGE),
            required("adjust", INTEGER),
            optional("min_adjust_step", new Whole(1)),
            optional("start_time", ANY_TEXT),
            optional("recurrence", ANY_TEXT)));

    private static final Type MACHINES = new Fields(List.of(
            required("name", NAME),
            required("type", oneOf("vm")),
            new Field("cardinality", COUNT, false, IntNode.valueOf(0)),
            required("template_id", INTEGER),
            optional("template_contents", ANY_OBJECT),
            optional("user_inputs", ANY_OBJECT),
            optional("user_inputs_values", ANY_OBJECT),
            optional("parents", new Listing(ANY_TEXT)),
            optional("shutdown_action", SHUTDOWN),
            optional("min_vms", COUNT),
            optional("max_vms", COUNT),
            optional("cooldown", COUNT),
            optional("on_hold", FLAG),
            optional("elasticity_policies", new Listing(ELASTICITY)),
            optional("scheduled_policies", new Listing(SCHEDULE))));

    private static final Type ROUTER = new Fields(List.of(
            required("name", NAME),
            required("type", oneOf("vr")),
            required("template_id", INTEGER),
            new Field("cardinality", COUNT, false, IntNode.valueOf(0)),
            optional("template_contents", ANY_OBJECT),
            optional("user_inputs", ANY_OBJECT),
            optional("user_inputs_values", ANY_OBJECT),
            optional("on_hold", FLAG),
            optional("parents", new Listing(ANY_TEXT))));

    private static final Type SERVICE = new Fields(List.of(
            required("name", ANY_TEXT),
            new Field("deployment", oneOf("none", "straight"), false, TextNode.valueOf("none")),
            new Field("description", ANY_TEXT, false, TextNode.valueOf("")),
            optional("shutdown_action", SHUTDOWN),
            required("roles", new Listing(null)),
            optional("user_inputs", ANY_OBJECT),
            optional("user_inputs_values", ANY_OBJECT),
            optional("ready_status_gate", FLAG),
            optional("automatic_deletion", FLAG),
            optional("networks", ANY_OBJECT),
            optional("networks_values", new Listing(ANY_OBJECT)),
            optional("on_hold", FLAG)));

    private FlowSchema() {}

    /** Checks a template and adds its defaults; refuses with 400. */
    static void check(ObjectNode body) {
        if (body.path("roles").isTextual() || body.path("roles").isNumber()) {
            // The real server looks for the form of releases before 7.0 first, and stumbles.
            String type = body.path("roles").isTextual() ? "String" : "Integer";
            throw FlowError.missingKey("all?", body.path("roles") + ":" + type);
        }
        SERVICE.check("", body);
        JsonNode roles = body.path("roles");
        roles.forEach(FlowSchema::checkRole);
        IntStream.range(0, roles.size()).forEach(i -> {
            String name = roles.get(i).path("name").asText();
            if (IntStream.range(i + 1, roles.size())
                    .anyMatch(j -> roles.get(j).path("name").asText().equals(name))) {
                throw new FlowError(400, "Role name '" + name + "' is repeated");
            }
            FlowRoleRules.check(roles.get(i));
        });
    }

    /** Checks the shape of a single role. */
    static void checkRole(JsonNode role) {
        String type = role.path("type").asText("vm");
        if (!ROLE_TYPES.contains(type)) {
            throw new FlowError(400, "Unsupported role type \"" + type + "\"");
        }
        (type.equals("vr") ? ROUTER : MACHINES).check("", role);
    }

    private static Type oneOf(String... texts) {
        return new Text(List.of(texts), null);
    }

    private static Field required(String name, Type type) {
        return new Field(name, type, true, null);
    }

    private static Field optional(String name, Type type) {
        return new Field(name, type, false, null);
    }

    private static void require(boolean fulfilled, String key, String rule) {
        if (!fulfilled) {
            throw new FlowError(400, "KEY: '" + key + "' " + rule + ";");
        }
    }
}
