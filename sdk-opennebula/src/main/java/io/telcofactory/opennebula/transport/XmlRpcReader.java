package io.telcofactory.opennebula.transport;

import io.telcofactory.opennebula.transport.RpcAnswer.Failure;
import io.telcofactory.opennebula.transport.RpcAnswer.Fault;
import io.telcofactory.opennebula.transport.RpcAnswer.Numeric;
import io.telcofactory.opennebula.transport.RpcAnswer.Text;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads OpenNebula's answers: an array of {@code [true, body, code]} or {@code [false, message, code, object id, replication
 * index]}, or a fault. The body's text is left on the wire.
 */
final class XmlRpcReader {
    private static final int MAX_MESSAGE = 1 << 20;

    private final WireReader wire;

    XmlRpcReader(InputStream in) {
        this.wire = new WireReader(in);
    }

    RpcAnswer read() throws IOException {
        wire.expect("methodResponse");
        String tag = wire.tag();
        if (tag.equals("fault")) {
            return fault();
        }
        if (!tag.equals("params")) {
            throw wire.malformed("neither parameters nor a fault");
        }
        for (String expected : List.of("param", "value", "array", "data", "value", "boolean")) {
            wire.expect(expected);
        }
        boolean success = number("boolean") == 1;
        wire.expect("/value");
        wire.expect("value");
        return success ? body() : failure();
    }

    private RpcAnswer body() throws IOException {
        String type = wire.tag();
        return switch (type) {
            case "i4", "int", "i8", "ex:i8", "boolean" -> new Numeric(number(type));
            case "string" -> new Text(new Body());
            case "string/", "/value" -> Text.of("");
            default -> throw wire.malformed("a body of type " + type);
        };
    }

    private RpcAnswer failure() throws IOException {
        String type = wire.tag();
        String message = "";
        if (type.equals("string")) {
            message = wire.shortText(MAX_MESSAGE);
            close("string");
        } else if (!type.equals("string/")) {
            throw wire.malformed("an error message of type " + type);
        }
        wire.expect("/value");
        List<Long> numbers = new ArrayList<>();
        while (wire.tag().equals("value") && numbers.size() < 8) {
            numbers.add(number(wire.tag()));
            wire.expect("/value");
        }
        if (numbers.isEmpty()) {
            throw wire.malformed("an error without a code");
        }
        int objectId = numbers.size() > 1 ? numbers.get(1).intValue() : -1;
        long replicationIndex = numbers.size() > 2 ? numbers.get(2) : -1;
        return new Failure(numbers.get(0).intValue(), message, objectId, replicationIndex);
    }

    private RpcAnswer fault() throws IOException {
        wire.expect("value");
        wire.expect("struct");
        int code = 0;
        String text = "";
        while (wire.tag().equals("member")) {
            wire.expect("name");
            String name = wire.shortText(64);
            close("name");
            wire.expect("value");
            String type = wire.tag();
            if (name.equals("faultCode")) {
                code = (int) number(type);
            } else {
                text = wire.shortText(MAX_MESSAGE);
                close(type);
            }
            wire.expect("/value");
            wire.expect("/member");
        }
        return new Fault(code, text);
    }

    private long number(String type) throws IOException {
        String text = wire.shortText(24).strip();
        close(type);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw wire.malformed("a number expected");
        }
    }

    /** Consumes an end tag whose '<' is consumed already. */
    private void close(String type) throws IOException {
        String found = wire.tagAfterBracket();
        if (!found.equals("/" + type)) {
            throw wire.malformed("<" + found + "> where </" + type + "> should be");
        }
    }

    /** The body's text; at its end it also checks the rest of the answer, so that a torn one never looks complete. */
    private final class Body extends InputStream {
        private final TextStream text = new TextStream(wire);
        private boolean checked;

        @Override
        public int read() throws IOException {
            return ended(text.read());
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return ended(text.read(target, offset, length));
        }

        private int ended(int read) throws IOException {
            if (read < 0 && !checked) {
                checked = true;
                XmlRpcReader.this.close("string");
                wire.expect("/value");
                wire.expect("value");
                number(wire.tag());
                for (String expected : List.of("/value", "/data", "/array", "/value", "/param", "/params")) {
                    wire.expect(expected);
                }
                wire.expect("/methodResponse");
            }
            return read;
        }
    }
}
