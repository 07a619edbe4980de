package io.telcofactory.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** What comes back instead of the answer that was meant. */
final class Answers {
    private static final String JSON = "application/problem+json";
    private static final String HTML = "text/html; charset=utf-8";
    private static final int INTERNAL = 0x2000;

    private Answers() {}

    /** The answer of a fault that lets nothing of the true one through. */
    static HttpAnswer instead(Fault fault, HttpCall call, String operation) {
        return switch (fault) {
            case WRONG_TYPE -> answer(200, HTML, "<!DOCTYPE html><html><body>Please sign in.</body></html>");
            case FAILED -> problem(500, "SYSTEM_FAILURE", "INTERNAL");
            case FAILED_AFTER -> answer(502, HTML, "<html><body><h1>502 Bad Gateway</h1></body></html>");
            case UNAVAILABLE, STORM -> problem(503, "NF_CONGESTION", "UNAVAILABLE");
            case RATE_LIMITED -> {
                HttpAnswer answer = problem(429, "NF_CONGESTION_RISK", "TOO_MANY_REQUESTS");
                yield new HttpAnswer(429, with(answer.headers(), "retry-after", "1"), answer.body());
            }
            case LEADER_CHANGE -> noLeader(call, operation);
            default -> throw new IllegalArgumentException(fault + " gives no answer of its own");
        };
    }

    /** What a front-end answers while there is no leader, in the words of OpenNebula 7. */
    private static HttpAnswer noLeader(HttpCall call, String operation) {
        String text = "[" + operation + "] Cannot process request, no leader found";
        return Operations.reads(operation) || !operation.startsWith("one.")
                ? answer(503, HTML, text + " for " + call)
                : answer(200, "text/xml; charset=utf-8", failure(text));
    }

    private static String failure(String text) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<methodResponse><params><param><value><array><data>"
                + "<value><boolean>0</boolean></value><value><string>" + text + "</string></value><value><i4>"
                + INTERNAL
                + "</i4></value></data></array></value></param></params></methodResponse>\r\n";
    }

    /** The first half, as if it were the whole. */
    static HttpAnswer truncated(HttpAnswer answer) throws IOException {
        byte[] body = whole(answer);
        return withBody(answer, Arrays.copyOf(body, body.length / 2));
    }

    /** The whole, compressed. */
    static HttpAnswer garbled(HttpAnswer answer) throws IOException {
        byte[] body = whole(answer);
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        }
        return withBody(answer, body.length == 0 ? body : compressed.toByteArray());
    }

    private static byte[] whole(HttpAnswer answer) throws IOException {
        try (answer) {
            return answer.body().readAllBytes();
        }
    }

    private static HttpAnswer withBody(HttpAnswer answer, byte[] body) {
        return new HttpAnswer(answer.status(), answer.headers(), new ByteArrayInputStream(body));
    }

    /** A refusal with the cause of 3GPP and the code of CAMARA, since both are read by name. */
    private static HttpAnswer problem(int status, String cause, String code) {
        String body = "{\"status\":%d,\"cause\":\"%s\",\"code\":\"%s\",\"detail\":\"on request\"}";
        return answer(status, JSON, body.formatted(status, cause, code));
    }

    private static HttpAnswer answer(int status, String type, String body) {
        return new HttpAnswer(
                status, Map.of("content-type", List.of(type)), new ByteArrayInputStream(body.getBytes(UTF_8)));
    }

    private static Map<String, List<String>> with(Map<String, List<String>> headers, String name, String value) {
        Map<String, List<String>> more = new TreeMap<>(headers);
        more.put(name, List.of(value));
        return more;
    }
}
