package io.telcofactory.api.internal.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is written about documents is made from what reads them. */
class ReferenceTest {
    private static final Path SCHEMAS = Path.of("src/main/resources/META-INF/io.telcofactory");
    private static final Path EXAMPLES = Path.of("src/test/resources/documents");

    @Test
    void blueprintSchema_inTheJar_isUpToDate() {
        Golden.check(SCHEMAS.resolve("blueprint.schema.json"), SchemaGenerator.blueprint());
    }

    @Test
    void siteSchema_inTheJar_isUpToDate() {
        Golden.check(SCHEMAS.resolve("site.schema.json"), SchemaGenerator.site());
    }

    @Test
    void referencePage_inDocs_isUpToDate() throws IOException {
        String blueprint = Files.readString(EXAMPLES.resolve("industrial-analytics.yaml"));
        String site = Files.readString(EXAMPLES.resolve("lisbon.yaml"));

        Golden.check(Path.of("../docs/blueprint.md"), ReferencePage.write(blueprint, site));
    }
}
