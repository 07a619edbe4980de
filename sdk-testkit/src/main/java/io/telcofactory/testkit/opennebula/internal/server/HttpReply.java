package io.telcofactory.testkit.opennebula.internal.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** An answer of a fake before it takes to a wire; header names are in lower case. */
@SuppressWarnings("ArrayRecordComponent")
public record HttpReply(int status, Map<String, List<String>> headers, byte[] body) {

    public static HttpReply of(int status, String contentType, String body) {
        return new HttpReply(
                status, Map.of("content-type", List.of(contentType)), body.getBytes(StandardCharsets.UTF_8));
    }
}
