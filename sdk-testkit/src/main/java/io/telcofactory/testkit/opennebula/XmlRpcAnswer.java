package io.telcofactory.testkit.opennebula;

import java.nio.charset.StandardCharsets;

/** Writes answers exactly as the XML-RPC library of oned formats them. */
final class XmlRpcAnswer {

    private static final String START = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<methodResponse>\r\n";
    private static final String ARRAY = "<params>\r\n<param><value><array><data>\r\n";
    private static final String END = "</data></array></value></param>\r\n</params>\r\n</methodResponse>\r\n";

    private XmlRpcAnswer() {}

    static byte[] ok(Object body) {
        String text = body instanceof String document ? document : "";
        StringBuilder out = new StringBuilder(text.length() + text.length() / 3 + 256);
        out.append(START).append(ARRAY).append("<value><boolean>1</boolean></value>\r\n");
        if (body instanceof Integer number) {
            out.append("<value><i4>").append(number.intValue()).append("</i4></value>\r\n");
        } else {
            out.append("<value><string>");
            escape(text, out);
            out.append("</string></value>\r\n");
        }
        return bytes(out.append("<value><i4>0</i4></value>\r\n").append(END));
    }

    static byte[] error(OneError error, String method) {
        StringBuilder out = new StringBuilder(512).append(START).append(ARRAY);
        out.append("<value><boolean>0</boolean></value>\r\n<value><string>");
        escape("[" + method + "] " + error.text(), out);
        out.append("</string></value>\r\n<value><i4>").append(error.code().code());
        out.append("</i4></value>\r\n<value><i4>").append(error.objectId());
        return bytes(
                out.append("</i4></value>\r\n<value><i8>-1</i8></value>\r\n").append(END));
    }

    static byte[] fault(RpcFault fault) {
        StringBuilder out = new StringBuilder(512).append(START).append("<fault>\r\n<value><struct>\r\n");
        out.append("<member><name>faultCode</name>\r\n<value><i4>").append(fault.code());
        out.append("</i4></value></member>\r\n<member><name>faultString</name>\r\n<value><string>");
        escape(fault.text(), out);
        return bytes(
                out.append("</string></value></member>\r\n</struct></value>\r\n</fault>\r\n</methodResponse>\r\n"));
    }

    private static void escape(String text, StringBuilder out) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            String entity = switch (text.charAt(i)) {
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '&' -> "&amp;";
                case '\r' -> "&#x0d;";
                default -> null;
            };
            if (entity != null) {
                out.append(text, from, i).append(entity);
                from = i + 1;
            }
        }
        out.append(text, from, text.length());
    }

    private static byte[] bytes(StringBuilder out) {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
