package io.telcofactory.opennebula.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.opennebula.model.OneTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A JSON value of OneFlow, read or to be sent. Tolerant where OneFlow is sloppy: numbers may be texts, and a list of one may be the
 * one itself. Paths name members, separated by slashes. Immutable; may hold secrets, so it prints names only.
 *
 * @since 0.1
 */
public final class FlowNode {
    private static final JsonMapper JSON = new JsonMapper();
    private static final FlowNode EMPTY = object().build();

    private final JsonNode json;

    private FlowNode(JsonNode json) {
        this.json = json;
    }

    /**
     * Reads JSON.
     *
     * @param text a JSON document
     * @return its root
     */
    public static FlowNode parse(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            if (root == null || root.isMissingNode()) {
                throw new IllegalArgumentException("The JSON document is empty");
            }
            return new FlowNode(root);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a JSON document: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Returns the object without members.
     *
     * @return empty
     */
    public static FlowNode empty() {
        return EMPTY;
    }

    /**
     * Starts an object.
     *
     * @return a builder without members
     */
    public static Builder object() {
        return new Builder(JsonNodeFactory.instance.objectNode());
    }

    /**
     * Returns the first value on a path.
     *
     * @param path for example {@code TEMPLATE/BODY/roles}
     * @return the value; nothing when it is missing or null
     */
    public Optional<FlowNode> find(String path) {
        JsonNode at = json;
        for (String name : path.split("/")) {
            at = at.isArray() ? at.path(0).path(name) : at.path(name);
        }
        return at.isMissingNode() || at.isNull() ? Optional.empty() : Optional.of(new FlowNode(at));
    }

    /**
     * Returns a text, number or truth value as text.
     *
     * @param path the member
     * @return nothing when it is missing, an object or a list
     */
    public Optional<String> text(String path) {
        return find(path).filter(node -> node.json.isValueNode()).map(node -> node.json.asText());
    }

    /**
     * Returns a whole number of 32 bits, also when it comes as text.
     *
     * @param path the member
     * @return nothing when it is missing or no such number
     */
    public OptionalInt integer(String path) {
        OptionalLong value = whole(path);
        return value.isPresent() && value.getAsLong() == (int) value.getAsLong()
                ? OptionalInt.of((int) value.getAsLong())
                : OptionalInt.empty();
    }

    /**
     * Returns a whole number of 64 bits, also when it comes as text.
     *
     * @param path the member
     * @return nothing when it is missing or no number
     */
    public OptionalLong whole(String path) {
        try {
            Optional<String> text = text(path);
            return text.isPresent() ? OptionalLong.of(Long.parseLong(text.get().strip())) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /**
     * Tells whether a member says yes.
     *
     * @param path the member
     * @return true for true, {@code 1} and {@code YES}
     */
    public boolean flag(String path) {
        String text = text(path).orElse("");
        return text.equalsIgnoreCase("true") || text.equals("1") || text.equalsIgnoreCase("yes");
    }

    /**
     * Returns the elements of a list.
     *
     * @param path the member
     * @return its elements; the member itself when it is no list; none when it is missing
     */
    public List<FlowNode> items(String path) {
        return find(path).map(FlowNode::items).orElse(List.of());
    }

    private List<FlowNode> items() {
        if (!json.isArray()) {
            return List.of(this);
        }
        List<FlowNode> items = new ArrayList<>();
        json.forEach(item -> items.add(new FlowNode(item)));
        return items;
    }

    /**
     * Returns a list of texts.
     *
     * @param path the member
     * @return its elements as texts
     */
    public List<String> texts(String path) {
        return items(path).stream().map(item -> item.json.asText()).toList();
    }

    /**
     * Returns the names of the members.
     *
     * @return empty for a list or a text
     */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /**
     * Returns a builder that holds the members of this object.
     *
     * @return to be changed
     */
    public Builder toBuilder() {
        return new Builder(json.isObject() ? json.deepCopy() : JsonNodeFactory.instance.objectNode());
    }

    /**
     * Returns the value as JSON. It may hold secrets: don't log it.
     *
     * @return one line
     */
    public String toJson() {
        return json.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FlowNode that && json.equals(that.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** Returns the names only: the rest may hold secrets. */
    @Override
    public String toString() {
        return "FlowNode" + names();
    }

    private static JsonNode toJson(Object value) {
        if (value instanceof FlowNode node) {
            return node.json;
        } else if (value instanceof OneTemplate template) {
            return ofTemplate(template);
        } else if (value instanceof Iterable<?> items) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            items.forEach(item -> array.add(toJson(item)));
            return array;
        } else if (value instanceof Map<?, ?> members) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            members.forEach((name, member) -> object.set(String.valueOf(name), toJson(member)));
            return object;
        } else if (value instanceof Boolean flag) {
            return JsonNodeFactory.instance.booleanNode(flag);
        } else if (value instanceof Integer number) {
            return JsonNodeFactory.instance.numberNode(number);
        } else if (value instanceof Long number) {
            return JsonNodeFactory.instance.numberNode(number);
        } else if (value instanceof Double number) {
            return JsonNodeFactory.instance.numberNode(number);
        }
        return JsonNodeFactory.instance.textNode(String.valueOf(value));
    }

    /** Vectors become lists even when there is one only: OneFlow merges lists of NICs and disks. */
    private static JsonNode ofTemplate(OneTemplate template) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (String name : template.names()) {
            List<Map<String, String>> vectors = template.vectors(name);
            if (vectors.isEmpty()) {
                object.put(name, template.text(name).orElse(""));
            } else if (vectors.size() == 1 && !isRepeatable(name)) {
                object.set(name, toJson(vectors.get(0)));
            } else {
                object.set(name, toJson(vectors));
            }
        }
        return object;
    }

    private static boolean isRepeatable(String name) {
        return List.of("NIC", "NIC_ALIAS", "DISK", "PCI", "NUMA_NODE", "SCHED_ACTION", "INPUT")
                .contains(name);
    }

    /**
     * Collects the members of an object.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final ObjectNode object;

        private Builder(ObjectNode object) {
            this.object = object;
        }

        /**
         * Sets a member.
         *
         * @param name its name
         * @param value a text, number, truth value, {@link FlowNode}, {@link OneTemplate}, list or map of these
         * @return this
         */
        public Builder put(String name, Object value) {
            object.set(name, toJson(value));
            return this;
        }

        /**
         * Removes a member.
         *
         * @param name its name
         * @return this
         */
        public Builder remove(String name) {
            object.remove(name);
            return this;
        }

        /**
         * Makes the object.
         *
         * @return what was collected
         */
        public FlowNode build() {
            return new FlowNode(object.deepCopy());
        }
    }
}
