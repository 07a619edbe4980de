package io.telcofactory.upf;

import com.fasterxml.jackson.databind.JsonNode;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.error.ProtocolException;
import io.telcofactory.upf.internal.http.RestAnswer;
import io.telcofactory.upf.internal.http.RestCall;
import io.telcofactory.upf.internal.http.RestClient;
import io.telcofactory.upf.internal.json.JsonType;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The pattern that all collections follow: 201 with Location, 200 or 204 for changes, a link to itself or an id in each
 * resource.
 *
 * @param <T> type of a resource
 */
final class RestCollection<T> {
    private final RestClient rest;
    private final URI uri;
    private final String noun;
    private final JsonType<T> type;
    private final Function<T, Optional<URI>> self;

    RestCollection(RestClient rest, URI uri, String noun, JsonType<T> type, Function<T, Optional<URI>> self) {
        this.rest = rest;
        this.uri = uri;
        this.noun = noun;
        this.type = type;
        this.self = self;
    }

    URI uri() {
        return uri;
    }

    URI resource(String id) {
        return Paths.of(uri, id);
    }

    List<Stored<T>> list(String query) {
        return all(rest.run(RestCall.get(URI.create(uri + query), noun + "s")));
    }

    List<Stored<T>> all(RestAnswer answer) {
        List<Stored<T>> all = new ArrayList<>();
        for (T value : answer.read(type.list())) {
            URI link = self.apply(value)
                    .orElseThrow(() -> new ProtocolException(
                            answer.context(),
                            "A " + noun + " lacks its link or id, so that it can't be addressed: " + value));
            URI resource = answer.uri().resolve(link);
            all.add(new Stored<>(Stored.idOf(resource), resource, value));
        }
        return all;
    }

    Stored<T> get(String id) {
        return stored(id, rest.run(RestCall.get(resource(id), noun + " " + id)));
    }

    Optional<Stored<T>> find(String id) {
        try {
            return Optional.of(get(id));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    Stored<T> post(T value, String target) {
        return made(rest.run(RestCall.post(uri, type.write(value), target)));
    }

    /** Takes what was made from the answer to a POST; where it stands is said by Location, or by the resource itself. */
    Stored<T> made(RestAnswer answer) {
        if (!answer.hasBody()) {
            return get(Stored.idOf(answer.location()));
        }
        T value = answer.read(type);
        URI resource = answer.header("location").isPresent()
                ? answer.location()
                : self.apply(value).map(answer.uri()::resolve).orElseGet(answer::location);
        return new Stored<>(Stored.idOf(resource), resource, value);
    }

    Stored<T> put(String id, T value) {
        return stored(id, rest.run(RestCall.put(resource(id), type.write(value), noun + " " + id)));
    }

    Stored<T> patch(String id, JsonNode patch, String mediaType) {
        return stored(id, rest.run(RestCall.patch(resource(id), patch, mediaType, noun + " " + id)));
    }

    void delete(String id) {
        delete(rest, RestCall.delete(resource(id), noun + " " + id));
    }

    static void delete(RestClient rest, RestCall call) {
        try {
            rest.run(call);
        } catch (NotFoundException e) {
            // A repeated request finds nothing when the one whose answer was lost took effect.
            if (e.context().attempts() <= 1) {
                throw e;
            }
        }
    }

    /** Takes the resource from the answer, or reads it when the other side answered 204. */
    private Stored<T> stored(String id, RestAnswer answer) {
        return answer.hasBody() ? new Stored<>(id, resource(id), answer.read(type)) : get(id);
    }
}
