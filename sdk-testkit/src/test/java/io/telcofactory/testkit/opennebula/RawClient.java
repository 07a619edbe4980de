package io.telcofactory.testkit.opennebula;

import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.api.spi.HttpTransport;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client made of nothing but strings, so that no codec of ours can hide a fault of the fake. */
final class RawClient {

    /** What came back of an XML-RPC call. */
    record Answer(boolean ok, String body, int code, String raw) {

        int id() {
            return Integer.parseInt(body);
        }
    }

    /** What came back of a REST call. */
    record Reply(int status, String body) {}

    private static final Pattern VALUE =
            Pattern.compile("<value>(?:<(i4|int|i8|boolean|string)>(.*?)</\\1>|<string/>)</value>", Pattern.DOTALL);

    private final HttpTransport transport;
    private final URI endpoint;
    private final URI flow;
    private final String credentials;

    RawClient(HttpTransport transport, URI endpoint, URI flow, String credentials) {
        this.transport = transport;
        this.endpoint = endpoint;
        this.flow = flow;
        this.credentials = credentials;
    }

    RawClient as(String user) {
        return new RawClient(transport, endpoint, flow, user);
    }

    Answer call(String method, Object... params) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><methodCall><methodName>" + method
                + "</methodName><params><param><value><string>" + escape(credentials)
                + "</string></value></param>");
        for (Object param : params) {
            xml.append("<param>").append(value(param)).append("</param>");
        }
        return parse(post(endpoint, xml.append("</params></methodCall>").toString()));
    }

    /** Calls and expects success. */
    Answer ok(String method, Object... params) {
        Answer answer = call(method, params);
        if (!answer.ok()) {
            throw new AssertionError(method + " was refused: " + answer.code() + " " + answer.body());
        }
        return answer;
    }

    Reply rest(String verb, String path, String body) {
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        HttpCall call = new HttpCall(
                verb,
                URI.create(flow + path),
                Map.of("Authorization", List.of("Basic " + basic), "Content-Type", List.of("application/json")),
                body.getBytes(StandardCharsets.UTF_8),
                Duration.ofSeconds(10));
        try (HttpAnswer answer = transport.exchange(call)) {
            return new Reply(answer.status(), new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private String post(URI uri, String xml) {
        HttpCall call = new HttpCall(
                "POST",
                uri,
                Map.of("Content-Type", List.of("text/xml")),
                xml.getBytes(StandardCharsets.UTF_8),
                Duration.ofSeconds(10));
        try (HttpAnswer answer = transport.exchange(call)) {
            return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static String value(Object param) {
        if (param instanceof Integer number) {
            return "<value><int>" + number + "</int></value>";
        }
        if (param instanceof Boolean flag) {
            return "<value><boolean>" + (flag ? 1 : 0) + "</boolean></value>";
        }
        if (param instanceof List<?> list) {
            StringBuilder array = new StringBuilder("<value><array><data>");
            list.forEach(each -> array.append(value(each)));
            return array.append("</data></array></value>").toString();
        }
        return "<value><string>" + escape(param.toString()) + "</string></value>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static Answer parse(String raw) {
        List<String> values = new ArrayList<>();
        Matcher matcher = VALUE.matcher(raw);
        while (matcher.find()) {
            values.add(matcher.group(2) == null ? "" : unescape(matcher.group(2)));
        }
        if (raw.contains("<fault>")) {
            return new Answer(false, values.get(1), Integer.parseInt(values.get(0)), raw);
        }
        boolean ok = values.get(0).equals("1");
        return new Answer(ok, values.get(1), Integer.parseInt(values.get(2)), raw);
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#x0d;", "\r")
                .replace("&amp;", "&");
    }
}
