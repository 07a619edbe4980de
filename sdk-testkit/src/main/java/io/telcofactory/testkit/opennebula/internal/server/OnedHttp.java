package io.telcofactory.testkit.opennebula.internal.server;

import io.telcofactory.api.spi.HttpCall;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the web server of oned refuses before any XML is read. */
public final class OnedHttp {

    private OnedHttp() {}

    public static @Nullable HttpReply refuse(HttpCall call) {
        if (!call.uri().getPath().equals("/RPC2")) {
            return page(404, "Not Found", "");
        }
        if (!call.method().equals("POST")) {
            return page(405, "Method Not Allowed", "");
        }
        boolean chunked = call.headers().entrySet().stream()
                .anyMatch(header -> header.getKey().equalsIgnoreCase("transfer-encoding"));
        if (chunked) {
            return page(411, "Length Required", "You must send a content-length HTTP header in an XML-RPC call.");
        }
        return call.body().length == 0 ? page(400, "Bad Request", "") : null;
    }

    private static HttpReply page(int status, String title, String text) {
        String html = "<HTML><HEAD><TITLE>Error " + status + "</TITLE></HEAD><BODY><H1>Error " + status + "</H1><P>"
                + (text.isEmpty() ? title : text) + "</P></BODY></HTML>";
        return new HttpReply(
                status,
                Map.of("content-type", List.of("text/html"), "connection", List.of("close")),
                html.getBytes(StandardCharsets.UTF_8));
    }
}
