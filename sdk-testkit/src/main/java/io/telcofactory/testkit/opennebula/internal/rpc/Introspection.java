package io.telcofactory.testkit.opennebula.internal.rpc;

import io.telcofactory.testkit.opennebula.internal.rpc.KnownMethods.Description;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The calls that the XML-RPC library itself answers: what methods there are, and several calls in one. */
public final class Introspection {

    private static final Map<Character, String> TYPES =
            Map.of('A', "array", 'S', "struct", 's', "string", 'i', "int", 'b', "boolean");
    private static final String START =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<methodResponse>\r\n<params>\r\n<param>";
    private static final String END = "</param>\r\n</params>\r\n</methodResponse>\r\n";

    private static final String LIBRARY = member("facility", "<string>xmlrpc-c</string>")
            + member("version_major", "<i4>1</i4>")
            + member("version_minor", "<i4>33</i4>")
            + member("version_point", "<i4>14</i4>")
            + member("protocol_version", "<i4>2</i4>");
    private static final String INTROSPECTION = member(
            "introspect",
            "<struct>\r\n"
                    + member("specUrl", "<string>http://xmlrpc-c.sourceforge.net/xmlrpc-c/introspection.html</string>")
                    + member("specVersion", "<i4>1</i4>") + "</struct>");

    private Introspection() {}

    /**
     * Answers a call to the library.
     *
     * @param call makes one of the calls inside {@code system.multicall}
     * @return the whole answer, or null if the method is none of the library's
     */
    public static byte @Nullable [] answer(
            String method, List<Object> params, BiFunction<String, List<Object>, byte[]> call) {
        String value = switch (method) {
            case "system.listMethods" -> list(params);
            case "system.capabilities" -> capabilities(params, LIBRARY);
            case "system.getCapabilities" -> capabilities(params, INTROSPECTION);
            case "system.methodExist" -> "<value><boolean>" + (exists(params) ? 1 : 0) + "</boolean></value>";
            case "system.methodHelp" -> "<value><string>" + described(params).help() + "</string></value>";
            case "system.methodSignature" -> signature(params);
            case "system.multicall" -> multicall(params, call);
            default -> "";
        };
        return value.isEmpty() ? null : (START + value + END).getBytes(StandardCharsets.UTF_8);
    }

    private static String list(List<Object> params) {
        if (!params.isEmpty()) {
            throw new RpcFault(
                    RpcFault.INDEX,
                    "Format string requests exactly 0 items from array, but array has " + params.size()
                            + " items.  (A '*' at the end would avoid this failure)");
        }
        return array(KnownMethods.all());
    }

    private static String capabilities(List<Object> params, String members) {
        if (!params.isEmpty()) {
            throw new RpcFault(RpcFault.INDEX, "There are no parameters.  You supplied " + params.size());
        }
        return "<value><struct>\r\n" + members + "</struct></value>";
    }

    private static String member(String name, String value) {
        return "<member><name>" + name + "</name>\r\n<value>" + value + "</value></member>\r\n";
    }

    private static boolean exists(List<Object> params) {
        return KnownMethods.all().contains(name(params));
    }

    private static String name(List<Object> params) {
        if (params.isEmpty()) {
            throw new RpcFault(
                    RpcFault.INDEX, "Format string requests 1 items from array, but array has only 0 items.");
        }
        return String.valueOf(params.get(0));
    }

    private static Description described(List<Object> params) {
        String name = name(params);
        Description description = KnownMethods.describe(name);
        if (description == null) {
            throw new RpcFault(RpcFault.NO_SUCH_METHOD, "Method '" + name + "' does not exist");
        }
        return description;
    }

    /** One signature: the type of the result, then those of the parameters. */
    private static String signature(List<Object> params) {
        if (params.isEmpty()) {
            throw new RpcFault(
                    RpcFault.INDEX,
                    "Invalid parameter list.  Format string requests 1 items from array, but array has only 0 items.");
        }
        List<String> types = new ArrayList<>();
        for (char letter : described(params).signature().replace(":", "").toCharArray()) {
            types.add(TYPES.getOrDefault(letter, "string"));
        }
        return "<value><array><data>\r\n" + array(types) + "</data></array></value>";
    }

    private static String array(List<String> texts) {
        StringBuilder out = new StringBuilder("<value><array><data>\r\n");
        texts.forEach(text -> out.append("<value><string>").append(text).append("</string></value>\r\n"));
        return out.append("</data></array></value>\r\n").toString();
    }

    private static String multicall(List<Object> params, BiFunction<String, List<Object>, byte[]> call) {
        if (params.isEmpty() || !(params.get(0) instanceof List<?> calls)) {
            throw new RpcFault(RpcFault.TYPE, "Parameter that is supposed to be an array is not");
        }
        StringBuilder out = new StringBuilder("<value><array><data>\r\n");
        for (Object each : calls) {
            if (!(each instanceof Map<?, ?> struct)
                    || !(struct.get("methodName") instanceof String name)
                    || !(struct.get("params") instanceof List<?> arguments)) {
                throw new RpcFault(RpcFault.TYPE, "Value that is supposed to be a structure is not");
            }
            String answer = new String(call.apply(name, new ArrayList<>(arguments)), StandardCharsets.UTF_8);
            boolean fault = answer.contains("<fault>");
            String value = between(answer, fault ? "<fault>" : "<param>", fault ? "</fault>" : "</param>");
            out.append(fault ? value : "<value><array><data>\r\n" + value + "</data></array></value>\r\n");
        }
        return out.append("</data></array></value>").toString();
    }

    private static String between(String text, String start, String end) {
        return text.substring(text.indexOf(start) + start.length(), text.lastIndexOf(end));
    }
}
