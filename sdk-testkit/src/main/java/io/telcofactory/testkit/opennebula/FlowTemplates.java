package io.telcofactory.testkit.opennebula;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Service templates, and services made from them. */
final class FlowTemplates {

    /** Without these the real server says 200 with an empty body and does nothing. */
    private static final Map<String, String> PARAMETERS =
            Map.of("chown", "owner_id", "chgrp", "group_id", "chmod", "octet");

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
        throw FlowError.missingKey("key?", text.replaceAll(",\\s*", ", ") + ":Array");
    }

    /** Replaces the whole content. The real server keeps the name and takes any roles. */
    Document replace(Session session, Document document, String text) {
        ObjectNode body = read(text);
        FlowSchema.check(body);
        documents.require(session, document, Right.MANAGE, "update");
        ObjectNode old = FlowJson.body(document);
        if (body.has("registration_time") && !body.path("registration_time").equals(old.path("registration_time"))) {
            throw new FlowError(500, "Immutable value: `service_template/registration_time` can not be changed");
        }
        body.set("registration_time", old.path("registration_time"));
        document.template().clear();
        FlowJson.store(document, body);
        return document;
    }

    void delete(Session session, Document document, String text) {
        String type = text.isBlank()
                ? "none"
                : FlowJson.read(text, 400).path("delete_type").asText("none");
        if (!type.equals("none") && !type.isEmpty()) {
            throw new Unsupported("DELETE /service_template with delete_type " + type);
        }
        documents.require(session, document, Right.MANAGE, "delete");
        cloud.documents().pool.remove(document.id());
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

    private Document copy(Session session, Document document, JsonNode params) {
        if (!params.path("recursive").asText("none").equals("none")) {
            throw new Unsupported("clone of a service template with its VM templates");
        }
        Document clone = documents.create(session, params.path("name").asText(), FlowServer.TEMPLATE);
        ObjectNode body = FlowJson.body(document);
        body.put("name", clone.name());
        FlowJson.store(clone, body);
        return clone;
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
        ObjectNode body = FlowJson.body(template);
        chooseNetworks(body, change);
        mergeInto(body, change);
        checkInputs(body);
        FlowSchema.check(body);
        FlowNetworks.check(body);
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

    private static void mergeInto(ObjectNode body, JsonNode change) {
        for (Map.Entry<String, JsonNode> field : change.properties()) {
            if (field.getKey().equals("roles")) {
                mergeRoles(body, field.getValue());
            } else {
                body.set(field.getKey(), field.getValue().deepCopy());
            }
        }
    }

    private static void mergeRoles(ObjectNode body, JsonNode roles) {
        for (JsonNode change : roles) {
            for (JsonNode role : body.path("roles")) {
                if (role.path("name").equals(change.path("name"))) {
                    merge((ObjectNode) role, change);
                }
            }
        }
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

    private static void checkInputs(ObjectNode body) {
        if (!body.path("user_inputs").isEmpty()
                && body.path("user_inputs_values").isEmpty()) {
            throw new FlowError(400, "The Service template specifies User Inputs but no values have been found");
        }
    }

    /** Takes the networks that the caller names, or those that the template names as defaults. */
    private static void chooseNetworks(ObjectNode body, JsonNode change) {
        if (change.has("networks_values")) {
            body.set("networks_values", change.path("networks_values"));
        }
        if (body.path("networks").isEmpty() || !body.path("networks_values").isEmpty()) {
            return;
        }
        var values = FlowJson.array();
        for (Map.Entry<String, JsonNode> network : body.path("networks").properties()) {
            String[] parts = network.getValue().asText().split("\\|", -1);
            String fallback = parts.length > 4 ? parts[4] : "";
            int colon = fallback.indexOf(':');
            if (colon < 0 || colon == fallback.length() - 1) {
                throw new FlowError(400, "Wrong networks format");
            }
            values.addObject()
                    .putObject(network.getKey())
                    .put(fallback.substring(0, colon), fallback.substring(colon + 1));
        }
        body.set("networks_values", values);
    }
}
