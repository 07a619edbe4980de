package io.telcofactory.testkit.opennebula.internal.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.oned.Auth;
import io.telcofactory.testkit.opennebula.internal.oned.Cloud;
import io.telcofactory.testkit.opennebula.internal.oned.Document;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import java.util.ArrayList;
import java.util.List;

/** The document calls that OneFlow makes for its user. */
final class FlowDocuments {

    private final Cloud cloud;

    FlowDocuments(Cloud cloud) {
        this.cloud = cloud;
    }

    Document create(Session session, String name, int type) {
        call(
                "one.document.allocate",
                () -> Auth.of(cloud, session).create(Kind.DOCUMENT).check());
        String flaw = cloud.documents().creationFlaw(name, session.uid());
        if (flaw != null) {
            throw new FlowError(500, "[one.document.allocate] " + flaw);
        }
        return cloud.documents().create(session, name, type);
    }

    void require(Session session, Document document, Right right, String verb) {
        call(
                "one.document." + verb,
                () -> Auth.of(cloud, session).need(right, document).check());
    }

    /** Performs chown, chgrp, chmod and rename, which services and templates share; false for anything else. */
    boolean act(Session session, Document document, String action, JsonNode params) {
        switch (action) {
            case "chown" -> chown(session, document, number(params, "owner_id"), number(params, "group_id"));
            case "chgrp" -> chown(session, document, -1, number(params, "group_id"));
            case "chmod" -> chmod(session, document, params.path("octet").asText());
            case "rename" -> {
                require(session, document, Right.MANAGE, "rename");
                String name = params.path("name").asText();
                if (!name.isEmpty()) {
                    document.name(name);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static int number(JsonNode params, String key) {
        return params.has(key) ? Numbers.integer(params.path(key).asText(), -1) : -1;
    }

    private void chown(Session session, Document document, int uid, int gid) {
        List<Object> arguments = new ArrayList<>(List.of(document.id(), uid, gid));
        call("one.document.chown", () -> cloud.documents().chown(session, new Args(arguments)));
    }

    private void chmod(Session session, Document document, String octet) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(document.id());
        for (int i = 0; i < 3; i++) {
            int digit = i < octet.length() ? Character.digit(octet.charAt(i), 8) : 0;
            for (int bit = 2; bit >= 0; bit--) {
                arguments.add(digit >= 0 ? digit >> bit & 1 : 0);
            }
        }
        call("one.document.chmod", () -> cloud.documents().chmod(session, new Args(arguments)));
    }

    static void call(String method, Runnable action) {
        try {
            action.run();
        } catch (OneError refused) {
            throw FlowError.of(method, refused);
        }
    }
}
