package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.OneObject;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the messages of the event stream as oned does: parameters and answers stand in them as they are, not escaped. */
public final class HookMessages {

    /** Which parameters, counted after the session, hold what nobody is to read. */
    private static final Map<String, Set<Integer>> SECRETS = Map.of(
            "one.user.allocate", Set.of(1),
            "one.user.passwd", Set.of(1),
            "one.user.login", Set.of(1),
            "one.user.chauth", Set.of(2));

    /**
     * A call that was served or refused.
     *
     * @param method its name
     * @param params after the session
     * @param body what came of it: an id, a document, or why not
     * @param code 0 if it was served
     * @param refused the number of the object that a refusal names
     * @param extra the document of the object that was made or deleted, else empty
     */
    public record Call(String method, List<Object> params, Object body, int code, int refused, String extra) {

        boolean succeeded() {
            return code == 0;
        }

        /** The hook manager hears of all calls but those that tell of objects. */
        boolean isPublished() {
            return !method.endsWith(".info") && !method.equals("one.vmpool.infoextended");
        }
    }

    private HookMessages() {}

    static String of(Call call) {
        Xml xml = new Xml().open("HOOK_MESSAGE").text("HOOK_TYPE", "API").text("CALL", call.method());
        xml.open("CALL_INFO").text("RESULT", call.succeeded() ? 1 : 0).open("PARAMETERS");
        parameter(xml, 1, "IN", "****");
        Set<Integer> secrets = SECRETS.getOrDefault(call.method(), Set.of());
        for (int i = 0; i < call.params().size(); i++) {
            parameter(
                    xml,
                    i + 2,
                    "IN",
                    secrets.contains(i) ? "****" : value(call.params().get(i)));
        }
        parameter(xml, 1, "OUT", call.succeeded());
        parameter(xml, 2, "OUT", call.body());
        parameter(xml, 3, "OUT", call.code());
        if (!call.succeeded()) {
            parameter(xml, 4, "OUT", call.refused());
        }
        xml.close("PARAMETERS").text("EXTRA", call.extra());
        return xml.close("CALL_INFO").close("HOOK_MESSAGE").toString();
    }

    private static Object value(Object param) {
        return param instanceof Boolean flag ? flag ? 1 : 0 : param;
    }

    private static void parameter(Xml xml, int position, String type, Object value) {
        xml.open("PARAMETER").text("POSITION", position).text("TYPE", type);
        xml.text("VALUE", value.toString()).close("PARAMETER");
    }

    static String of(Vm vm) {
        Xml xml = state("VM").text("STATE", VmState.stateName(vm.state()));
        xml.text("LCM_STATE", VmState.lifeCycleName(vm.lcm())).text("RESOURCE_ID", vm.id());
        String service = vm.template().text("SERVICE_ID");
        if (!service.isEmpty()) {
            xml.text("SERVICE_ID", service);
        }
        History last = vm.lastHistory();
        if (last == null) {
            xml.empty("REMOTE_HOST");
        } else {
            xml.text("REMOTE_HOST", last.host.name());
        }
        vm.writeTo(xml);
        return xml.close("HOOK_MESSAGE").toString();
    }

    static String of(OneObject object, String state) {
        Xml xml = state(object.kind().name()).text("STATE", state);
        if (object instanceof Host) {
            xml.text("REMOTE_HOST", object.name());
        }
        xml.text("RESOURCE_ID", object.id());
        object.writeTo(xml);
        return xml.close("HOOK_MESSAGE").toString();
    }

    private static Xml state(String object) {
        return new Xml().open("HOOK_MESSAGE").text("HOOK_TYPE", "STATE").text("HOOK_OBJECT", object);
    }
}
