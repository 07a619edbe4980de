package io.telcofactory.testkit.opennebula.internal.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.testkit.opennebula.internal.access.Permissions;
import io.telcofactory.testkit.opennebula.internal.oned.Document;
import java.util.Iterator;
import java.util.Map;

/** JSON as OneFlow reads and writes it: two blanks of indent, and empty containers over several lines. */
public final class FlowJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private FlowJson() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** Reads a request body; what is wrong with it is refused with the given status. */
    public static JsonNode read(String text, int status) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node == null || node.isMissingNode()) {
                throw unexpected(text, status);
            }
            return node;
        } catch (JsonProcessingException broken) {
            throw unexpected(text, status);
        }
    }

    private static FlowError unexpected(String text, int status) {
        String message = "unexpected token at '" + text + "'";
        return status == 500 ? FlowError.uncaught(message) : new FlowError(status, message);
    }

    static ObjectNode body(Document document) {
        JsonNode body = read(document.template().text("BODY"), 500);
        return body instanceof ObjectNode object ? object : object();
    }

    public static void store(Document document, ObjectNode body) {
        document.template().set("BODY", body.toString());
    }

    /** The document of an object as OneFlow shows it: all ids as texts. */
    static ObjectNode document(Document document) {
        ObjectNode node = object();
        node.put("ID", Integer.toString(document.id()));
        node.put("UID", Integer.toString(document.ownerId()));
        node.put("GID", Integer.toString(document.groupId()));
        node.put("UNAME", document.ownerName())
                .put("GNAME", document.groupName())
                .put("NAME", document.name());
        node.put("TYPE", Integer.toString(document.type()));
        ObjectNode permissions = node.putObject("PERMISSIONS");
        for (int i = 0; i < 9; i++) {
            permissions.put(Permissions.name(i), document.permissions().bit(i));
        }
        node.putObject("TEMPLATE").set("BODY", body(document));
        return node;
    }

    static String pretty(JsonNode node) {
        StringBuilder out = new StringBuilder();
        write(node, "", out);
        return out.toString();
    }

    private static void write(JsonNode node, String indent, StringBuilder out) {
        if (node instanceof ObjectNode object) {
            writeObject(object, indent, out);
        } else if (node instanceof ArrayNode array) {
            writeArray(array, indent, out);
        } else {
            out.append(node);
        }
    }

    private static void writeObject(ObjectNode object, String indent, StringBuilder out) {
        out.append("{\n");
        Iterator<Map.Entry<String, JsonNode>> fields = object.properties().iterator();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            out.append(indent).append("  \"").append(field.getKey()).append("\": ");
            write(field.getValue(), indent + "  ", out);
            out.append(fields.hasNext() ? ",\n" : "\n");
        }
        out.append(indent).append('}');
    }

    private static void writeArray(ArrayNode array, String indent, StringBuilder out) {
        out.append("[\n");
        for (int i = 0; i < array.size(); i++) {
            out.append(indent).append("  ");
            write(array.get(i), indent + "  ", out);
            out.append(i + 1 < array.size() ? ",\n" : "");
        }
        out.append('\n').append(indent).append(']');
    }
}
