package io.telcofactory.upf;

import io.telcofactory.api.error.ConflictException;
import io.telcofactory.upf.internal.http.RestAnswer;
import io.telcofactory.upf.internal.http.RestCall;
import io.telcofactory.upf.internal.http.RestClient;
import io.telcofactory.upf.internal.json.JsonType;
import io.telcofactory.upf.mec.Tagged;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The rules of one kind of one application. The platform makes and deletes them with the application; they can be read and
 * changed.
 *
 * <p><b>Threads:</b> safe for concurrent use.
 *
 * @param <T> type of a rule
 * @since 0.1
 */
public final class MecRules<T> {
    private final RestClient rest;
    private final URI collection;
    private final JsonType<T> type;
    private final Function<T, String> id;
    private final Consumer<T> check;

    MecRules(RestClient rest, URI collection, JsonType<T> type, Function<T, String> id, Consumer<T> check) {
        this.rest = rest;
        this.collection = collection;
        this.type = type;
        this.id = id;
        this.check = check;
    }

    /**
     * Reads all rules.
     *
     * @return the rules in the order of the answer
     */
    public List<T> list() {
        return rest.run(RestCall.get(collection, "rules")).read(type.list());
    }

    /**
     * Reads one rule.
     *
     * @param ruleId its id
     * @return the rule with its mark
     * @throws io.telcofactory.api.error.NotFoundException if there is none
     */
    public Tagged<T> get(String ruleId) {
        return tagged(rest.run(RestCall.get(Paths.of(collection, ruleId), "rule " + ruleId)));
    }

    /**
     * Changes a rule.
     *
     * @param rule the whole rule, with the mark it was read with
     * @return what the platform stored
     * @throws io.telcofactory.api.error.ConflictException if somebody changed it since it was read
     * @throws io.telcofactory.api.error.NotFoundException if there is none
     */
    public Tagged<T> replace(Tagged<T> rule) {
        check.accept(rule.value());
        String ruleId = id.apply(rule.value());
        RestCall call = RestCall.put(Paths.of(collection, ruleId), type.write(rule.value()), "rule " + ruleId);
        try {
            RestAnswer answer = rest.run(
                    rule.etag().map(etag -> call.withHeader("If-Match", etag)).orElse(call));
            return answer.hasBody() ? tagged(answer) : get(ruleId);
        } catch (ConflictException e) {
            // A repeated request meets the mark of the one whose answer was lost.
            if (e.context().attempts() > 1) {
                Tagged<T> now = get(ruleId);
                if (now.value().equals(rule.value())) {
                    return now;
                }
            }
            throw e;
        }
    }

    private Tagged<T> tagged(RestAnswer answer) {
        return new Tagged<>(answer.read(type), answer.header("etag"));
    }
}
