package io.telcofactory.upf.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.testkit.steering.Exchange;
import io.telcofactory.upf.internal.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds others against the official documents is itself right. */
class OpenApiTest {
    private static final String COMMON = """
        openapi: 3.0.0
        components:
          schemas:
            Tree:
              type: object
              required: [name]
              properties:
                name: {$ref: '#/components/schemas/Name'}
                children: {type: array, items: {$ref: '#/components/schemas/Tree'}}
            Name: {type: string, pattern: '^[a-z]+$'}
        """;

    @Test
    void violations_referencesIntoOtherFiles_areFollowed(@TempDir Path folder) throws IOException {
        OpenApi api = api(folder, "3.0.0", "{$ref: 'common.yaml#/components/schemas/Tree'}");

        assertThat(api.violations("Wood", "{\"first\":{\"name\":\"oak\",\"children\":[{\"name\":\"twig\"}]}}"))
                .isEmpty();
        assertThat(api.violations("Wood", "{\"first\":{\"name\":\"oak\",\"children\":[{\"name\":\"TWIG\"}]}}"))
                .hasSize(1);
        assertThat(api.violations("Wood", "{\"first\":{}}")).hasSize(1);
    }

    @Test
    void violations_nullAndConst_areReadInTheDialectOfTheDocument(@TempDir Path folder) throws IOException {
        assertThat(api(folder, "3.0.0", "{type: string, nullable: true}").violations("Wood", "{\"first\":null}"))
                .isEmpty();
        assertThat(api(folder, "3.1.0", "{const: oak}").violations("Wood", "{\"first\":\"elm\"}"))
                .hasSize(1);
    }

    @Test
    void unsaid_attributesAtAnyDepth_areNamedForTheVersionThatIsSpoken(@TempDir Path folder) throws IOException {
        OpenApi api = api(folder, "3.0.0", "{$ref: 'common.yaml#/components/schemas/Tree'}");

        assertThat(api.unsaid("Wood", Json.parse("{\"first\":{\"name\":\"oak\"}}".getBytes(UTF_8))))
                .containsExactly("/first/children");
        assertThat(OpenApi.read(folder.resolve("main.yaml"), "2.").unsaid("Wood"))
                .isEmpty();
    }

    @Test
    void violations_whatTheDocumentDoesNotDescribe_arePassedOverInAnEarlierReleaseOnly(@TempDir Path folder)
            throws IOException {
        api(folder, "3.0.0", "{type: string}");
        Exchange put = new Exchange("PUT", "/forest/1", Map.of(), "", 204, Map.of(), "");

        OpenApi spoken = OpenApi.read(folder.resolve("main.yaml"), "1.0.");
        assertThat(spoken.violations("", put)).isNotEmpty();
        OpenApi earlier = OpenApi.read(folder.resolve("main.yaml"), "1.1.");
        assertThat(earlier.violations("", put)).isEmpty();
        assertThat(earlier.violations("Meadow", "{}")).isEmpty();
        assertThat(earlier.violations("Wood", "{\"first\":1}")).hasSize(1);
    }

    private static OpenApi api(Path folder, String openapi, String first) throws IOException {
        Files.writeString(folder.resolve("common.yaml"), COMMON);
        Path main = folder.resolve("main.yaml");
        Files.writeString(
                main,
                "openapi: " + openapi + "\ninfo: {version: 1.0.0}\ncomponents:\n  schemas:\n"
                        + "    Wood: {type: object, properties: {first: " + first + "}}\n");
        return OpenApi.read(main, "1.");
    }
}
