package io.telcofactory.opennebula;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class NativeImageTest {
    private static final String FOLDER = "/META-INF/native-image/io.telcofactory/sdk-opennebula/";

    @Test
    void proxyConfig_listsEveryInterface() throws IOException {
        assertThat(read("proxy-config.json")
                        .map(entry -> entry.get("interfaces").get(0).asText()))
                .containsExactlyInAnyOrderElementsOf(interfaces());
    }

    @Test
    void reflectConfig_listsEveryInterface() throws IOException {
        assertThat(read("reflect-config.json").map(entry -> entry.get("name").asText()))
                .containsExactlyInAnyOrderElementsOf(interfaces());
    }

    private static List<String> interfaces() {
        return Declarations.interfaces().stream().map(Class::getName).toList();
    }

    private static java.util.stream.Stream<JsonNode> read(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(NativeImageTest.class.getResourceAsStream(FOLDER + name))) {
            return StreamSupport.stream(new JsonMapper().readTree(in).spliterator(), false);
        }
    }
}
