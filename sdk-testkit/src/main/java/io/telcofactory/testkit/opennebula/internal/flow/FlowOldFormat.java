package io.telcofactory.testkit.opennebula.internal.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;

/** Service templates as OpenNebula 6 wrote them; 7.4 still takes them and turns them into its own form. */
final class FlowOldFormat {

    private FlowOldFormat() {}

    static void convert(ObjectNode body) {
        if (!isOld(body)) {
            return;
        }
        for (JsonNode each : body.path("roles")) {
            ObjectNode role = (ObjectNode) each;
            role.put("template_id", Numbers.integer(role.path("vm_template").asText(), 0));
            role.put("type", "vm");
            rename(role, "custom_attrs", "user_inputs");
            JsonNode contents = role.remove("vm_template_contents");
            if (contents != null && !contents.isNull()) {
                role.set("template_contents", contents(contents.asText()));
            }
            role.remove("vm_template");
            role.remove("custom_attrs_values");
        }
        rename(body, "custom_attrs", "user_inputs");
        rename(body, "custom_attrs_values", "user_inputs_values");
    }

    private static boolean isOld(ObjectNode body) {
        boolean old = body.path("roles").isArray();
        for (JsonNode role : body.path("roles")) {
            old &= role.isObject() && (role.has("vm_template") || role.has("vm_template_contents"));
        }
        return old && !body.path("roles").isEmpty();
    }

    private static void rename(ObjectNode node, String from, String to) {
        JsonNode value = node.remove(from);
        if (value != null) {
            node.set(to, value);
        }
    }

    /** Lines of {@code KEY = value} and {@code KEY = [ A = b ]}; what comes again makes a list. */
    private static ObjectNode contents(String text) {
        ObjectNode contents = FlowJson.object();
        for (String line : text.split("\\n(?![^\\[]*])")) {
            String[] pair = line.split("=", 2);
            if (pair.length == 2) {
                add(contents, pair[0].strip(), pair[1].strip().replace("\"", ""));
            }
        }
        return contents;
    }

    private static void add(ObjectNode contents, String key, String value) {
        boolean vector = value.startsWith("[") && value.endsWith("]");
        JsonNode old = contents.path(key);
        if (!vector) {
            if (old instanceof ArrayNode list) {
                list.add(value);
            } else if (old.isMissingNode()) {
                contents.put(key, value);
            } else {
                contents.putArray(key).add(old).add(value);
            }
            return;
        }
        ArrayNode list = old instanceof ArrayNode existing ? existing : contents.putArray(key);
        ObjectNode entry = list.addObject();
        for (String element : value.substring(1, value.length() - 1).split("\\s*,\\s*")) {
            String[] pair = element.split("=", 2);
            if (pair.length == 2) {
                entry.put(pair[0].strip(), pair[1].strip());
            }
        }
    }
}
