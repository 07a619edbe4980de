package io.telcofactory.testkit.opennebula.internal.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.oned.Auth;
import io.telcofactory.testkit.opennebula.internal.oned.Cloud;
import io.telcofactory.testkit.opennebula.internal.oned.Document;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.rpc.Unsupported;
import io.telcofactory.testkit.opennebula.internal.server.CallLog;
import io.telcofactory.testkit.opennebula.internal.server.HttpReply;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The REST face of OneFlow. */
public final class FlowServer {

    public static final int SERVICE = 100;
    static final int TEMPLATE = 101;

    private static final String HTML = "text/html;charset=utf-8";

    private final Cloud cloud;
    private final CallLog log;
    private final FlowTemplates templates;
    private final FlowServices services;
    private final FlowEngine engine;

    public FlowServer(Cloud cloud, CallLog log) {
        this.cloud = cloud;
        this.log = log;
        this.engine = new FlowEngine(cloud);
        this.templates = new FlowTemplates(cloud, engine);
        this.services = new FlowServices(cloud, engine);
    }

    public FlowEngine engine() {
        return engine;
    }

    public HttpReply answer(HttpCall call) {
        String name = call.method() + " " + call.uri().getPath();
        String body = new String(call.body(), StandardCharsets.UTF_8);
        List<Object> arguments = body.isEmpty() ? List.of() : List.of(body);
        String credentials = credentials(call);
        String user = credentials == null ? "" : credentials.substring(0, Math.max(0, credentials.indexOf(':')));
        try {
            HttpReply reply = route(call, authenticate(credentials), body);
            log.add(name, user, arguments, reply.status() < 300 ? "ok" : "status " + reply.status());
            return reply;
        } catch (FlowError refused) {
            log.add(name, user, arguments, "status " + refused.status() + ": " + refused.text());
            return HttpReply.of(refused.status(), HTML, refused.text());
        } catch (OneError refused) {
            log.add(name, user, arguments, "status 500: " + refused.text());
            return HttpReply.of(500, HTML, refused.text());
        } catch (Unsupported unsupported) {
            log.add(name, user, arguments, "unsupported");
            return HttpReply.of(501, HTML, unsupported.text());
        }
    }

    private static @Nullable String credentials(HttpCall call) {
        for (Map.Entry<String, List<String>> header : call.headers().entrySet()) {
            String value = header.getValue().isEmpty() ? "" : header.getValue().get(0);
            if (header.getKey().equalsIgnoreCase("authorization")
                    && value.toLowerCase(Locale.ROOT).startsWith("basic ")) {
                try {
                    byte[] decoded =
                            Base64.getDecoder().decode(value.substring(6).strip());
                    return new String(decoded, StandardCharsets.UTF_8);
                } catch (IllegalArgumentException notBase64) {
                    return null;
                }
            }
        }
        return null;
    }

    private Session authenticate(@Nullable String credentials) {
        if (credentials == null || !credentials.contains(":")) {
            throw new FlowError(401, "A username and password must be provided");
        }
        Session session = cloud.users().authenticate(credentials);
        if (session == null) {
            throw new FlowError(401, "Invalid credentials");
        }
        return session;
    }

    private HttpReply route(HttpCall call, Session session, String body) {
        String[] path = call.uri().getPath().replaceFirst("^/", "").split("/");
        String route = call.method() + " " + shape(path);
        int id = path.length > 1 ? Numbers.integer(path[1], 0) : -1;
        switch (route) {
            case "GET service_template" -> {
                return pool(session, TEMPLATE);
            }
            case "POST service_template" -> {
                return json(201, templates.create(session, body));
            }
            case "GET service_template/:id" -> {
                return json(200, find(session, id, TEMPLATE));
            }
            case "PUT service_template/:id" -> {
                return json(200, templates.replace(session, find(session, id, TEMPLATE), body));
            }
            case "DELETE service_template/:id" -> {
                templates.delete(session, find(session, id, TEMPLATE), body);
                return nothing();
            }
            case "POST service_template/:id/action" -> {
                return templates.act(session, find(session, id, TEMPLATE), body);
            }
            case "GET service" -> {
                return pool(session, SERVICE);
            }
            case "GET service/:id" -> {
                return json(200, find(session, id, SERVICE));
            }
            case "PUT service/:id" -> services.update(session, find(session, id, SERVICE), body);
            case "DELETE service/:id" -> services.delete(session, find(session, id, SERVICE));
            case "POST service/:id/action" -> services.act(session, find(session, id, SERVICE), body);
            case "DELETE service/:id/sched_action/:action" ->
                services.deleteScheduled(find(session, id, SERVICE), null, path[3]);
            case "DELETE service/:id/role/:role/sched_action/:action" ->
                services.deleteScheduled(find(session, id, SERVICE), path[3], path[5]);
            case "POST service/:id/scale" -> services.scale(session, find(session, id, SERVICE), body);
            case "POST service/:id/role_action" -> services.changeRoles(find(session, id, SERVICE), body);
            case "POST service/:id/role/:role/action" ->
                services.actOnRole(session, find(session, id, SERVICE), path[3], body);
            case "POST service_pool/purge_done" -> {}
            default ->
                throw new FlowError(
                        404, "<!DOCTYPE html><html><body><h2>Sinatra doesn’t know this ditty.</h2></body></html>");
        }
        return nothing();
    }

    private static String shape(String[] path) {
        StringBuilder shape = new StringBuilder(path[0]);
        for (int i = 1; i < path.length; i++) {
            boolean id = i == 1 && !path[0].equals("service_pool");
            boolean role = i == 3 && path[2].equals("role");
            boolean planned = path[i - 1].equals("sched_action");
            shape.append('/').append(id ? ":id" : role ? ":role" : planned ? ":action" : path[i]);
        }
        return shape.toString();
    }

    /** Reads a document as its user does. */
    private Document find(Session session, int id, int type) {
        Document document = cloud.documents().pool.find(id);
        if (document == null) {
            throw FlowError.of("one.document.info", OneError.missing(Kind.DOCUMENT, id));
        }
        if (!Auth.of(cloud, session).allowed(Right.USE, document)) {
            throw FlowError.of(
                    "one.document.info", Auth.refused(session, "Not authorized to perform USE DOCUMENT [" + id + "]."));
        }
        if (document.type() != type) {
            throw new FlowError(500, "[DocumentInfo] Error getting document [" + id + "].");
        }
        return document;
    }

    private HttpReply pool(Session session, int type) {
        Auth auth = Auth.of(cloud, session);
        ArrayNode documents = FlowJson.array();
        for (Document document : cloud.documents().pool.newestFirst().values()) {
            if (document.type() == type && auth.allowed(Right.USE, document)) {
                documents.add(FlowJson.document(document));
            }
        }
        ObjectNode pool = FlowJson.object();
        ObjectNode inner = pool.putObject("DOCUMENT_POOL");
        if (!documents.isEmpty()) {
            inner.set("DOCUMENT", documents);
        }
        return HttpReply.of(200, HTML, FlowJson.pretty(pool));
    }

    static HttpReply json(int status, Document document) {
        ObjectNode node = FlowJson.object();
        node.set("DOCUMENT", FlowJson.document(document));
        return HttpReply.of(status, HTML, FlowJson.pretty(node));
    }

    static HttpReply nothing() {
        return new HttpReply(204, Map.of(), new byte[0]);
    }

    /** Reads the action of a body; its parameters are an empty object when left out. */
    static JsonNode action(String body) {
        JsonNode action = FlowJson.read(body, 500).path("action");
        if (!action.isObject()) {
            throw FlowError.missingKey("[]", "nil:NilClass");
        }
        return action;
    }
}
