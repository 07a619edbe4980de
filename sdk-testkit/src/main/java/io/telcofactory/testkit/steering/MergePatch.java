package io.telcofactory.testkit.steering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A change of a part, RFC 7396. */
final class MergePatch {
    private MergePatch() {}

    /** Changes the target and returns it. */
    static ObjectNode apply(ObjectNode target, JsonNode patch) {
        patch.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                target.remove(change.getKey());
            } else if (change.getValue().isObject()) {
                JsonNode old = target.path(change.getKey());
                ObjectNode base = old.isObject() ? (ObjectNode) old : FakeReply.JSON.createObjectNode();
                target.set(change.getKey(), apply(base, change.getValue()));
            } else {
                target.set(change.getKey(), change.getValue());
            }
        });
        return target;
    }
}
