package io.telcofactory.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.telcofactory.api.spi.HttpCall;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names calls by what they do and not by whom they do it to.
 *
 * @since 0.1
 */
public final class Operations {
    private static final String METHOD_START = "<methodName>";
    private static final String METHOD_END = "</methodName>";
    private static final Pattern ID = Pattern.compile("/\\d+(?=/|$)");
    private static final Pattern PERFORM = Pattern.compile("\"perform\"\\s*:\\s*\"([^\"]+)\"");

    private Operations() {}

    /**
     * Names a call.
     *
     * @param call an exchange with OpenNebula, OneFlow or a core network
     * @return for example {@code one.vn.allocate}, {@code PUT /service/ID} or {@code POST /service/ID/action recover}
     */
    public static String of(HttpCall call) {
        String body = new String(call.body(), UTF_8);
        int start = body.indexOf(METHOD_START);
        int end = body.indexOf(METHOD_END);
        if (start >= 0 && end > start) {
            return body.substring(start + METHOD_START.length(), end);
        }
        String path = ID.matcher(call.uri().getPath()).replaceAll("/ID");
        if (path.endsWith("/action")) {
            Matcher perform = PERFORM.matcher(body);
            path += perform.find() ? " " + perform.group(1) : "";
        }
        return call.method() + " " + path;
    }

    /**
     * Tells whether an operation changes nothing.
     *
     * @param operation as in {@link #of}
     * @return true for reads
     */
    public static boolean reads(String operation) {
        return operation.startsWith("GET ")
                || operation.startsWith("system.")
                || operation.endsWith(".info")
                || operation.endsWith(".infoextended")
                || operation.endsWith(".infoset")
                || operation.equals("one.system.version")
                || operation.equals("one.system.config");
    }
}
