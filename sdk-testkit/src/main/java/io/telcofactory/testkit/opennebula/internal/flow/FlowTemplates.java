package io.telcofactory.testkit.opennebula.internal.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.oned.Cloud;
import io.telcofactory.testkit.opennebula.internal.oned.Document;
import io.telcofactory.testkit.opennebula.internal.server.HttpReply;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Service templates, and services made from them. */
final class FlowTemplates {

    /** Without these the real server says 200 with an empty body and does nothing. */
    private static final Map<String, String> PARAMETERS =
            Map.of("chown", "owner_id", "chgrp", "group_id", "chmod", "octet");

    private static final int LONGEST_NAME = 119;

    private static final HttpReply EMPTY = HttpReply.of(200, "text/html;charset=utf-8", "");

    private final Cloud cloud;
    private final FlowEngine engine;
    private final FlowDocuments documents;

    FlowTemplates(Cloud cloud, FlowEngine engine) {
        this.cloud = cloud;
        this.engine = engine;
        this.documents = new FlowDocuments(cloud);
    }

    Document create(Session session, String text) {
        ObjectNode body = read(text);
        FlowOldFormat.convert(body);
        FlowSchema.check(body);
        body.put("registration_time", cloud.events().epochSecond());
        Document document = documents.create(session, body.path("name").asText(), FlowServer.TEMPLATE);
        FlowJson.store(document, body);
        return document;
    }

    private static ObjectNode read(String text) {
        JsonNode node = FlowJson.read(text, 400);
        if (node instanceof ObjectNode object) {
            return object;
        }
        String type = node.isNull() ? "NilClass" : node.isArray() ? "Array" : node.isTextual() ? "String" : "Integer";
        String value = node.isNull() ? "nil" : text.replaceAll(",\\s*", ", ");
        throw FlowError.missingKey("key?", value + ":" + type);
    }

    /** Replaces the whole content. The real server keeps the name and takes any roles. */
    Document replace(Session session, Document document, String text) {
        ObjectNode body = read(text);
        ObjectNode old = FlowJson.body(document);
        if (body.has("registration_time") && !body.path("registration_time").equals(old.path("registration_time"))) {
            throw new FlowError(500, "Immutable value: `service_template/registration_time` can not be changed");
        }
        body.set("registration_time", old.path("registration_time"));
        FlowSchema.check(body);
        documents.require(session, document, Right.MANAGE, "update");
        document.template().clear();
        FlowJson.store(document, body);
        return document;
    }

    void delete(Session session, Document document, String text) {
        String type = deleteType(text);
        if (!type.equals("none")) {
            Set<Integer> templates = new LinkedHashSet<>();
            FlowJson.body(document)
                    .path("roles")
                    .forEach(role -> templates.add(role.path("template_id").asInt()));
            templates.forEach(template -> FlowDocuments.call(
                    "one.template.delete",
                    () -> cloud.methods().call(session, "one.template.delete", template, type.equals("all"))));
        }
        documents.require(session, document, Right.MANAGE, "delete");
        cloud.documents().pool.remove(document.id());
    }

    /** What goes with a template; a body that is no JSON counts as none. */
    private static String deleteType(String text) {
        try {
            return FlowJson.read(text, 400).path("delete_type").asText("none");
        } catch (FlowError noJson) {
            return "none";
        }
    }

    HttpReply act(Session session, Document document, String text) {
        JsonNode action = FlowServer.action(text);
        String perform = action.path("perform").asText();
        JsonNode params = action.path("params");
        String parameter = PARAMETERS.get(perform);
        if (parameter != null && !params.has(parameter)) {
            return EMPTY;
        }
        switch (perform) {
            case "chown", "chgrp", "chmod", "rename" -> {
                inSilence(() -> documents.act(session, document, perform, params));
                return FlowServer.nothing();
            }
            case "instantiate" -> {
                return FlowServer.json(201, instantiate(session, document, params.path("merge_template")));
            }
            case "clone" -> {
                return FlowServer.json(201, copy(session, document, params));
            }
            case "update" -> {
                inSilence(() -> update(session, document, params));
                return FlowServer.nothing();
            }
            default -> {
                // The real server says 200 with an empty body to an action that it does not know.
                return EMPTY;
            }
        }
    }

    /** OneFlow throws away what oned says to the changes of a template; only a body that does not validate shows. */
    private static void inSilence(Runnable change) {
        try {
            change.run();
        } catch (FlowError refused) {
            if (refused.status() == 400) {
                throw refused;
            }
        }
    }

    /** Copies a template, unless it asks for none also the VM templates of its roles, and their images for all. */
    private Document copy(Session session, Document document, JsonNode params) {
        if (!params.has("name")) {
            throw new FlowError(500, "Wrong type NilClass. Not allowed!");
        }
        String name = params.path("name").asText();
        String recursive = params.path("recursive").asText("");
        Document clone = documents.create(session, name, FlowServer.TEMPLATE);
        ObjectNode body = FlowJson.body(document);
        body.put("registration_time", cloud.events().epochSecond());
        if (!recursive.equals("none")) {
            copyMachines(session, body, name, recursive.equals("all"));
        }
        FlowJson.store(clone, body);
        return clone;
    }

    private void copyMachines(Session session, ObjectNode body, String name, boolean images) {
        Map<Integer, Integer> copies = new HashMap<>();
        for (JsonNode role : body.path("roles")) {
            int template = role.path("template_id").asInt();
            if (!copies.containsKey(template)) {
                FlowDocuments.call(
                        "one.template.clone",
                        () -> copies.put(template, (Integer) cloud.methods()
                                .call(session, "one.template.clone", template, copyName(template, name), images)));
            }
            ((ObjectNode) role).put("template_id", copies.get(template));
        }
    }

    private String copyName(int template, String name) {
        String own = cloud.templates().get(template).name();
        String whole = own + "-" + name;
        return whole.length() > LONGEST_NAME
                ? own.substring(0, Math.max(1, LONGEST_NAME + 1 - name.length())) + "-" + name
                : whole;
    }

    private void update(Session session, Document document, JsonNode params) {
        JsonNode change = FlowJson.read(params.path("template_json").asText(), 400);
        documents.require(session, document, Right.MANAGE, "update");
        ObjectNode body = params.path("append").asBoolean() ? FlowJson.body(document) : FlowJson.object();
        merge(body, change);
        FlowSchema.check(body);
        FlowJson.store(document, body);
    }

    private Document instantiate(Session session, Document template, JsonNode change) {
        ObjectNode body = FlowInstantiation.of(FlowJson.body(template), change);
        try {
            FlowSchema.check(body);
        } catch (FlowError malformed) {
            throw new FlowError(500, malformed.text());
        }
        for (JsonNode role : body.path("roles")) {
            ((ObjectNode) role).put("state", FlowState.PENDING.number());
        }
        body.put("state", FlowState.PENDING.number());
        body.put("start_time", cloud.events().epochSecond());
        Document service = documents.create(session, body.path("name").asText(), FlowServer.SERVICE);
        FlowJson.store(service, body);
        engine.start(service);
        return service;
    }

    /** Merges objects into objects; everything else is replaced. */
    static void merge(ObjectNode target, JsonNode change) {
        for (Map.Entry<String, JsonNode> field : change.properties()) {
            JsonNode old = target.path(field.getKey());
            if (old instanceof ObjectNode object && field.getValue().isObject()) {
                merge(object, field.getValue());
            } else {
                target.set(field.getKey(), field.getValue().deepCopy());
            }
        }
    }
}
