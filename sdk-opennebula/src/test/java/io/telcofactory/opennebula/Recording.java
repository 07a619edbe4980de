package io.telcofactory.opennebula;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * A call to a real OpenNebula 7.4.0 and its answer, byte for byte. The file {@code recordings-7.4.0.jsonl.gz} holds one JSON object
 * a line.
 *
 * @param json scenario, n, method, user, note; for oned also params, outcome, code, message, request, response; for OneFlow path,
 *     status, body
 */
public record Recording(JsonNode json) {
    private static final List<Recording> ALL = load();

    public static List<Recording> all() {
        return ALL;
    }

    /** Calls to oned. */
    public static List<Recording> calls() {
        return ALL.stream().filter(recording -> recording.json.has("request")).toList();
    }

    /** Accepted calls of one method. */
    public static List<Recording> accepted(String method) {
        return calls().stream()
                .filter(recording ->
                        recording.method().equals(method) && recording.outcome().equals("ok"))
                .toList();
    }

    public static Recording of(String scenario, int number) {
        return ALL.stream()
                .filter(recording -> recording.json.get("scenario").asText().equals(scenario)
                        && recording.json.get("n").asInt() == number)
                .findFirst()
                .orElseThrow();
    }

    public String method() {
        return json.get("method").asText();
    }

    public String outcome() {
        return json.get("outcome").asText();
    }

    public int code() {
        return json.get("code").asInt();
    }

    public String message() {
        return json.get("message").asText();
    }

    public String request() {
        return json.get("request").asText();
    }

    public String response() {
        return json.get("response").asText();
    }

    public List<Object> params() {
        List<Object> values = new ArrayList<>();
        json.get("params").forEach(param -> values.add(value(param)));
        return values;
    }

    private static Object value(JsonNode param) {
        if (param.isBoolean()) {
            return param.asBoolean();
        } else if (param.isInt()) {
            return param.asInt();
        } else if (param.isArray()) {
            List<Object> items = new ArrayList<>();
            param.forEach(item -> items.add(value(item)));
            return items;
        }
        return param.asText();
    }

    @Override
    public String toString() {
        return json.get("scenario").asText() + "/" + json.get("n").asInt() + " " + method();
    }

    private static List<Recording> load() {
        JsonMapper mapper = new JsonMapper();
        try (InputStream in = Objects.requireNonNull(Recording.class.getResourceAsStream("recordings-7.4.0.jsonl.gz"));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            List<Recording> all = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                all.add(new Recording(mapper.readTree(line)));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
