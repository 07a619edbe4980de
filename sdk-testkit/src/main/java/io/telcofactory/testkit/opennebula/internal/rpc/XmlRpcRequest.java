package io.telcofactory.testkit.opennebula.internal.rpc;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One call as it came over the wire: integers, booleans, strings and arrays keep their types. */
public record XmlRpcRequest(String method, List<Object> params) {

    private static final String NOT_XML_RPC = "Call XML not a proper XML-RPC call.  ";
    /** How much of a call a message quotes. */
    private static final int QUOTED = 39;

    /** Making a reader takes a tenth of a call and is not safe for threads: with one factory, those who test side by side would queue. */
    private static final ThreadLocal<XMLInputFactory> FACTORY = ThreadLocal.withInitial(XmlRpcRequest::factory);

    /** Stands for a value of a type that no method takes, such as a struct or an i8. */
    private enum Foreign {
        VALUE
    }

    public static XmlRpcRequest parse(byte[] body) {
        XmlRpcRequest plain = PlainCall.parse(body);
        return plain == null ? parseXml(body) : plain;
    }

    /** Reads any call, by a parser that knows all of XML. */
    static XmlRpcRequest parseXml(byte[] body) {
        try {
            return call(FACTORY.get().createXMLStreamReader(new ByteArrayInputStream(body)));
        } catch (XMLStreamException notXml) {
            throw new RpcFault(RpcFault.PARSE, NOT_XML_RPC + "Call is not valid XML.  " + reason(notXml, body));
        }
    }

    private static String reason(XMLStreamException failure, byte[] body) {
        int control = control(body);
        if (control >= 0) {
            String rest = new String(body, control + 1, body.length - control - 1, StandardCharsets.UTF_8);
            String shown = rest.length() > QUOTED ? rest.substring(0, QUOTED) + "..." : rest;
            return String.format(
                    Locale.ROOT,
                    "Invalid XML \"content\".  Problem with token at '\\x%02x%s': Invalid token, starting 0 bytes in",
                    body[control],
                    shown);
        }
        String text = String.valueOf(failure.getMessage());
        return text.contains("Premature") || text.contains("end of file") ? "no element found" : "syntax error";
    }

    /** Finds the first character that XML does not allow; -1 when there is none. */
    private static int control(byte[] body) {
        for (int i = 0; i < body.length; i++) {
            if (body[i] >= 0 && body[i] < ' ' && body[i] != '\t' && body[i] != '\n' && body[i] != '\r') {
                return i;
            }
        }
        return -1;
    }

    private static XmlRpcRequest call(XMLStreamReader reader) throws XMLStreamException {
        reader.nextTag();
        expect(reader, "methodCall");
        reader.nextTag();
        expect(reader, "methodName");
        String method = reader.getElementText().strip();
        List<Object> params = new ArrayList<>();
        if (reader.nextTag() == XMLStreamReader.START_ELEMENT) {
            expect(reader, "params");
            while (reader.nextTag() == XMLStreamReader.START_ELEMENT) {
                expect(reader, "param");
                reader.nextTag();
                params.add(value(reader));
                reader.nextTag();
            }
        }
        while (reader.hasNext()) {
            reader.next();
        }
        return new XmlRpcRequest(method, params);
    }

    /** Reads a value element; the reader stands on its start and ends on its end. */
    private static Object value(XMLStreamReader reader) throws XMLStreamException {
        expect(reader, "value");
        StringBuilder untyped = new StringBuilder();
        Object typed = null;
        while (reader.next() != XMLStreamReader.END_ELEMENT) {
            if (reader.isStartElement()) {
                typed = typed(reader);
            } else if (reader.isCharacters()) {
                checkPlane(reader.getText());
                untyped.append(reader.getText());
            }
        }
        return typed == null ? untyped.toString() : typed;
    }

    private static Object typed(XMLStreamReader reader) throws XMLStreamException {
        String type = reader.getLocalName();
        switch (type) {
            case "string" -> {
                String text = reader.getElementText();
                checkPlane(text);
                return text;
            }
            case "i4", "int" -> {
                return integer(reader.getElementText());
            }
            case "boolean" -> {
                String text = reader.getElementText();
                if (!text.equals("0") && !text.equals("1")) {
                    throw fault("<boolean> XML element content must be either '0' or '1' according to XML-RPC. "
                            + "This one has '" + text + "'");
                }
                return text.equals("1");
            }
            case "array" -> {
                return array(reader);
            }
            case "struct" -> {
                return struct(reader);
            }
            default -> {
                skip(reader);
                return Foreign.VALUE;
            }
        }
    }

    private static List<Object> array(XMLStreamReader reader) throws XMLStreamException {
        List<Object> values = new ArrayList<>();
        reader.nextTag();
        expect(reader, "data");
        while (reader.nextTag() == XMLStreamReader.START_ELEMENT) {
            values.add(value(reader));
        }
        reader.nextTag();
        return values;
    }

    private static Map<String, Object> struct(XMLStreamReader reader) throws XMLStreamException {
        Map<String, Object> members = new HashMap<>();
        while (reader.nextTag() == XMLStreamReader.START_ELEMENT) {
            expect(reader, "member");
            reader.nextTag();
            expect(reader, "name");
            String name = reader.getElementText();
            reader.nextTag();
            members.put(name, value(reader));
            reader.nextTag();
        }
        return members;
    }

    private static Integer integer(String text) {
        if (!text.isEmpty() && Character.isWhitespace(text.charAt(0))) {
            throw fault("<int> content '" + text + "' starts with white space");
        }
        try {
            long number = Long.parseLong(text);
            if (number > Integer.MAX_VALUE) {
                throw fault("<int> value " + text + " is above the range allowed by XML-RPC (maximum is 2147483647)");
            }
            if (number < Integer.MIN_VALUE) {
                throw fault("<int> value " + text + " is below the range allowed by XML-RPC (minimum is -2147483648)");
            }
            return (int) number;
        } catch (NumberFormatException notANumber) {
            throw fault("<int> content '" + text + "' is not a number");
        }
    }

    private static void checkPlane(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                throw fault(text.getBytes(StandardCharsets.UTF_8).length
                        + "-byte supposed UTF-8 string is not valid UTF-8.  UTF-8 string contains a character not in"
                        + " the Basic Multilingual Plane (first byte 0xfffffff0)");
            }
        }
    }

    private static void skip(XMLStreamReader reader) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            reader.next();
            depth += reader.isStartElement() ? 1 : reader.isEndElement() ? -1 : 0;
        }
    }

    private static void expect(XMLStreamReader reader, String element) {
        if (!element.equals(reader.getLocalName())) {
            throw fault("XML-RPC call should have a <" + element + "> here, but has <" + reader.getLocalName() + ">");
        }
    }

    private static RpcFault fault(String text) {
        return new RpcFault(RpcFault.PARSE, NOT_XML_RPC + text);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
