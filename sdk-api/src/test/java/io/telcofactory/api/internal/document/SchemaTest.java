package io.telcofactory.api.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.telcofactory.api.Blueprint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas accept what the readers accept, as another implementation understands them. */
class SchemaTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/documents");

    @ParameterizedTest
    @CsvSource({"blueprint, industrial-analytics.yaml", "site, lisbon.yaml"})
    void schema_examples_areAccepted(String schema, String example) throws IOException {
        assertThat(complaints(schema, Files.readString(EXAMPLES.resolve(example))))
                .isEmpty();
    }

    @Test
    void schema_randomDocuments_areAccepted() throws IOException {
        for (int seed = 0; seed < 100; seed++) {
            Blueprint blueprint = new RandomValues(seed).blueprint();

            assertThat(complaints("blueprint", Documents.json(blueprint)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{blueprint: Upper}",
                "{blueprint: b, tenant: []}",
                "{blueprint: b, tenants: [{quota: {}}]}",
                "{blueprint: b, tenants: [{name: acme, quota: {vms: -1}}]}",
                "{blueprint: b, tenants: [{name: acme, quota: {memory: 4 GB}}]}",
                "{blueprint: b, networks: [{name: n, tenant: acme, subnet: 10.60.0.0}]}"
            })
    void schema_mistakes_areRefused(String document) throws IOException {
        assertThat(complaints("blueprint", document)).isNotEmpty();
    }

    private static Set<ValidationMessage> complaints(String name, String document) throws IOException {
        String resource = "/META-INF/io.telcofactory/" + name + ".schema.json";
        try (InputStream text = Objects.requireNonNull(Blueprint.class.getResourceAsStream(resource))) {
            JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(new ObjectMapper().readTree(text));
            return schema.validate(new YAMLMapper().readTree(document));
        }
    }
}
