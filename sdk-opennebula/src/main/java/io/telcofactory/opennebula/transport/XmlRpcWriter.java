package io.telcofactory.opennebula.transport;

import io.telcofactory.opennebula.internal.XmlText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the body of a call. */
final class XmlRpcWriter {

    private XmlRpcWriter() {}

    static byte[] write(RpcRequest request) {
        StringBuilder out = new StringBuilder(256);
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<methodCall><methodName>");
        XmlText.escape(request.method(), out);
        out.append("</methodName><params>");
        parameter(request.credentials().session(), out);
        request.arguments().forEach(argument -> parameter(argument, out));
        out.append("</params></methodCall>");
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void parameter(Object argument, StringBuilder out) {
        out.append("<param>");
        value(argument, out);
        out.append("</param>");
    }

    private static void value(Object argument, StringBuilder out) {
        out.append("<value>");
        if (argument instanceof Integer number) {
            out.append("<int>").append(number.intValue()).append("</int>");
        } else if (argument instanceof Boolean flag) {
            out.append("<boolean>").append(flag ? '1' : '0').append("</boolean>");
        } else if (argument instanceof Long number) {
            out.append("<i8>").append(number.longValue()).append("</i8>");
        } else if (argument instanceof String text) {
            out.append("<string>");
            XmlText.escape(text, out);
            out.append("</string>");
        } else if (argument instanceof List<?> list) {
            out.append("<array><data>");
            list.forEach(element -> value(element, out));
            out.append("</data></array>");
        } else {
            throw new IllegalArgumentException(
                    "An argument must be Integer, Long, Boolean, String or a List of these, was "
                            + argument.getClass().getName());
        }
        out.append("</value>");
    }
}
