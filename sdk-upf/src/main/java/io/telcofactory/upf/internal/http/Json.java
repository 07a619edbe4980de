package io.telcofactory.upf.internal.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telcofactory.upf.internal.json.JsonMismatchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** JSON texts. */
public final class Json {
    private static final int EXCERPT = 1024;
    private static final Pattern SECRET =
            Pattern.compile("(?i)(\"[^\"]*(?:token|secret|password|credential)[^\"]*\"\\s*:\\s*)\"[^\"]*\"?");
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /**
     * Reads a text.
     *
     * @param text UTF-8
     * @return its tree
     * @throws JsonMismatchException if it is no JSON
     */
    public static JsonNode parse(byte[] text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node == null || node.isMissingNode()) {
                throw JsonMismatchException.document("is empty");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw JsonMismatchException.document("is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a tree.
     *
     * @param node the tree
     * @return UTF-8
     */
    public static byte[] write(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns problem details.
     *
     * @param status the HTTP status
     * @param detail what is wrong
     * @return JSON text
     */
    public static String problem(int status, String detail) {
        return MAPPER.createObjectNode()
                .put("status", status)
                .put("detail", detail)
                .toString();
    }

    /**
     * Returns the first 1 KiB of a text for a message, without what looks like a secret.
     *
     * @param text UTF-8
     * @return the excerpt
     */
    public static String excerpt(byte[] text) {
        String start = new String(text, 0, Math.min(text.length, EXCERPT), StandardCharsets.UTF_8);
        return "'" + SECRET.matcher(start).replaceAll("$1\"***\"") + "'";
    }
}
