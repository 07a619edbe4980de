package io.telcofactory.testkit.opennebula.internal.rpc;

import java.nio.charset.StandardCharsets;

/** Writes answers exactly as the XML-RPC library of oned formats them. */
public final class XmlRpcAnswer {

    private static final String START = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<methodResponse>\r\n";
    private static final String ARRAY = "<params>\r\n<param><value><array><data>\r\n";
    private static final String END = "</data></array></value></param>\r\n</params>\r\n</methodResponse>\r\n";

    private static final byte[] LESS = ascii("&lt;");
    private static final byte[] GREATER = ascii("&gt;");
    private static final byte[] AMPERSAND = ascii("&amp;");
    private static final byte[] CARRIAGE_RETURN = ascii("&#x0d;");

    /** How many bytes each byte becomes: asked of every byte of long documents, so without a branch. */
    private static final int[] LENGTHS = new int[256];

    static {
        for (int i = 0; i < LENGTHS.length; i++) {
            LENGTHS[i] = entity((byte) i).length;
        }
    }

    private XmlRpcAnswer() {}

    public static byte[] ok(Object body) {
        String start = START + ARRAY + "<value><boolean>1</boolean></value>\r\n<value>";
        String end = "</value>\r\n<value><i4>0</i4></value>\r\n" + END;
        return body instanceof Integer number
                ? escaped(start + "<i4>" + number, "", "</i4>" + end)
                : escaped(start + "<string>", body instanceof String document ? document : "", "</string>" + end);
    }

    public static byte[] error(OneError error, String method) {
        return escaped(
                START + ARRAY + "<value><boolean>0</boolean></value>\r\n<value><string>",
                "[" + method + "] " + error.text(),
                "</string></value>\r\n<value><i4>" + error.code().code() + "</i4></value>\r\n<value><i4>"
                        + error.objectId() + "</i4></value>\r\n<value><i8>-1</i8></value>\r\n" + END);
    }

    public static byte[] fault(RpcFault fault) {
        return escaped(
                START + "<fault>\r\n<value><struct>\r\n<member><name>faultCode</name>\r\n<value><i4>" + fault.code()
                        + "</i4></value></member>\r\n<member><name>faultString</name>\r\n<value><string>",
                fault.text(),
                "</string></value></member>\r\n</struct></value>\r\n</fault>\r\n</methodResponse>\r\n");
    }

    /** Writes an answer once, into an array of its very length: documents are long, and most of what a read costs is copying. */
    private static byte[] escaped(String before, String text, String after) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        byte[] answer = new byte[before.length() + escapedLength(plain) + after.length()];
        int at = put(ascii(before), answer, 0);
        for (byte each : plain) {
            if (LENGTHS[each & 0xff] == 1) {
                answer[at++] = each;
            } else {
                at = put(entity(each), answer, at);
            }
        }
        put(ascii(after), answer, at);
        return answer;
    }

    private static int escapedLength(byte[] plain) {
        int length = 0;
        for (byte each : plain) {
            length += LENGTHS[each & 0xff];
        }
        return length;
    }

    private static byte[] entity(byte character) {
        return switch (character) {
            case '<' -> LESS;
            case '>' -> GREATER;
            case '&' -> AMPERSAND;
            case '\r' -> CARRIAGE_RETURN;
            default -> new byte[] {character};
        };
    }

    private static int put(byte[] part, byte[] answer, int at) {
        System.arraycopy(part, 0, answer, at, part.length);
        return at + part.length;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
