package io.telcofactory.api.spi;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP answer whose body is still to be read. Closing it before the end of the body closes the connection.
 *
 * @param status the HTTP status, 100 to 599
 * @param headers lower-case names and their values
 * @param body the body's bytes; empty, never null, when there is none
 * @since 0.1
 */
public record HttpAnswer(int status, Map<String, List<String>> headers, InputStream body) implements AutoCloseable {

    /**
     * Returns the first value of a header.
     *
     * @param name the header's name in any case
     * @return its first value, or empty
     */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
