package io.telcofactory.upf.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * How one type of value is written as JSON and read from it.
 *
 * @param <T> type of the value
 */
public interface JsonType<T> {
    /** Text. */
    JsonType<String> TEXT = of(TextNode::valueOf, node -> {
        if (!node.isTextual()) {
            throw new JsonMismatchException("", "must be a string, not " + node.getNodeType());
        }
        return node.textValue();
    });
    /** A whole number of 32 bits. */
    JsonType<Integer> INTEGER = of(IntNode::valueOf, node -> {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw new JsonMismatchException("", "must be a whole number of at most 32 bits");
        }
        return node.intValue();
    });
    /** A whole number of 64 bits. */
    JsonType<Long> LONG = of(LongNode::valueOf, node -> {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new JsonMismatchException("", "must be a whole number of at most 64 bits");
        }
        return node.longValue();
    });
    /** A number with a fraction. */
    JsonType<Double> DOUBLE = of(DoubleNode::valueOf, node -> {
        if (!node.isNumber()) {
            throw new JsonMismatchException("", "must be a number, not " + node.getNodeType());
        }
        return node.doubleValue();
    });
    /** True or false. */
    JsonType<Boolean> BOOLEAN = of(BooleanNode::valueOf, node -> {
        if (!node.isBoolean()) {
            throw new JsonMismatchException("", "must be true or false, not " + node.getNodeType());
        }
        return node.booleanValue();
    });
    /** An address of a resource. */
    JsonType<URI> LINK = TEXT.as(URI::create, URI::toString);
    /** A universally unique id. */
    JsonType<UUID> ID = TEXT.as(UUID::fromString, UUID::toString);
    /** A length of time in whole seconds. */
    JsonType<Duration> SECONDS = LONG.as(Duration::ofSeconds, Duration::toSeconds);
    /** A point in time; any offset is read, UTC is written. */
    JsonType<Instant> TIME = TEXT.as(JsonType::time, Instant::toString);

    /**
     * Writes a value.
     *
     * @param value what to write
     * @return its JSON form
     */
    JsonNode write(T value);

    /**
     * Reads a value.
     *
     * @param node its JSON form
     * @return the value
     * @throws JsonMismatchException if the node has another form
     */
    T read(JsonNode node);

    /**
     * Returns a type made of two functions.
     *
     * @param <T> type of the value
     * @param write makes the JSON form
     * @param read reads it
     * @return the type
     */
    static <T> JsonType<T> of(Function<T, JsonNode> write, Function<JsonNode, T> read) {
        return new JsonType<>() {
            @Override
            public JsonNode write(T value) {
                return write.apply(value);
            }

            @Override
            public T read(JsonNode node) {
                return read.apply(node);
            }
        };
    }

    /**
     * Returns a type with the same JSON form for another type of value.
     *
     * @param <V> the other type
     * @param wrap makes its value; may refuse with an {@code IllegalArgumentException}
     * @param unwrap takes it apart
     * @return the type
     */
    default <V> JsonType<V> as(Function<T, V> wrap, Function<V, T> unwrap) {
        return of(value -> write(unwrap.apply(value)), node -> {
            T plain = read(node);
            try {
                return wrap.apply(plain);
            } catch (IllegalArgumentException e) {
                throw new JsonMismatchException("", "is not valid: " + e.getMessage());
            }
        });
    }

    /**
     * Returns the type of arrays of this type. A {@code null} element, which some 3GPP schemas allow and no core gives a
     * meaning to, is passed over.
     *
     * @return the type of lists
     */
    default JsonType<List<T>> list() {
        return of(this::writeList, this::readList);
    }

    private JsonNode writeList(List<T> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(values.size());
        values.forEach(value -> array.add(write(value)));
        return array;
    }

    private List<T> readList(JsonNode node) {
        if (!node.isArray()) {
            throw new JsonMismatchException("", "must be an array, not " + node.getNodeType());
        }
        List<T> values = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            if (!node.get(i).isNull()) {
                try {
                    values.add(read(node.get(i)));
                } catch (JsonMismatchException e) {
                    throw e.below(Integer.toString(i));
                }
            }
        }
        return values;
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "' must be a date and time as in RFC 3339", e);
        }
    }
}
