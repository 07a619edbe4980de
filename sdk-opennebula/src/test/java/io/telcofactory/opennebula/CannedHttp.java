package io.telcofactory.opennebula;

import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.api.spi.HttpTransport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Answers what it was told to, in order, the last one again and again; keeps what it was asked. */
public final class CannedHttp implements HttpTransport {
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<HttpCall> calls = new ArrayList<>();
    private int closedBodies;

    /** Makes one answer. */
    @FunctionalInterface
    public interface Reply {
        HttpAnswer answer() throws IOException;
    }

    public CannedHttp answer(String body) {
        return answer(200, body);
    }

    public CannedHttp answer(int status, String body) {
        return reply(() -> new HttpAnswer(status, Map.of(), body(body)));
    }

    public CannedHttp fail(IOException failure) {
        return reply(() -> {
            throw failure;
        });
    }

    public CannedHttp reply(Reply reply) {
        replies.add(reply);
        return this;
    }

    private InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closedBodies++;
            }
        };
    }

    @Override
    public HttpAnswer exchange(HttpCall call) throws IOException {
        calls.add(call);
        return (replies.size() > 1 ? replies.remove() : replies.element()).answer();
    }

    public List<HttpCall> calls() {
        return calls;
    }

    public String sent() {
        return new String(calls.get(calls.size() - 1).body(), StandardCharsets.UTF_8);
    }

    public int closedBodies() {
        return closedBodies;
    }

    /** Wraps a document as the server does. */
    public static String accepted(String document) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<methodResponse>\n<params>\n<param><value><array><data>\n"
                + "<value><boolean>1</boolean></value>\n<value><string>"
                + document.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                + "</string></value>\n<value><i4>0</i4></value>\n</data></array></value></param>\n</params>\n"
                + "</methodResponse>\n";
    }

    /** Wraps an id as the server does. */
    public static String accepted(int id) {
        return accepted("").replace("<string></string>", "<i4>" + id + "</i4>");
    }

    /** Wraps an error as the server does. */
    public static String refused(int code, String message) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<methodResponse>\n<params>\n<param><value><array><data>\n"
                + "<value><boolean>0</boolean></value>\n<value><string>" + message + "</string></value>\n<value><i4>"
                + code
                + "</i4></value>\n<value><i4>-1</i4></value>\n<value><i8>-1</i8></value>\n"
                + "</data></array></value></param>\n</params>\n</methodResponse>\n";
    }
}
